/** How wide text will be, before any font is known: near enough to keep labels apart. */

/** Advance in em of printable ASCII in a humanist sans serif, rounded up a little. */
const narrow = new Set("iljI.,:;'|!ft()[]·");
const wide = new Set('mwMW@%');

/** Width of a line in the units of `size`. East Asian characters are one em wide. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code >= 0x2e80) width += 1;
    else if (narrow.has(char)) width += 0.3;
    else if (wide.has(char)) width += 0.86;
    else if (char === ' ') width += 0.22;
    else if (char >= 'A' && char <= 'Z') width += 0.62;
    else width += 0.53;
  }
  return width * size;
}

/**
 * Breaks text at spaces (and between East Asian characters) into at most `most` lines of at most `width`;
 * what is left stays on the last line.
 */
export function wrapText(text: string, size: number, width: number, most: number): string[] {
  const pieces = text.match(/[\u2e80-\u{10ffff}][、，。；：）」』”]?|[^\s\u2e80-\u{10ffff}]+|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const longer = line + piece;
    if (line.trim() !== '' && textWidth(longer.trim(), size) > width && lines.length < most - 1) {
      lines.push(line.trim());
      line = piece.trimStart();
    } else {
      line = longer;
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}
