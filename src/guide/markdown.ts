/** The few forms of Markdown that the guide is made of. */

/** Text as code, also where it holds a backtick. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Each as code, with spaces between. */
export function codes(names: readonly string[]): string {
  return names.map(code).join(' ');
}

/** A block of code in a language. */
export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** A table; columns that are empty in every row are left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = head.map((_, index) => rows.some((row) => row[index]));
  const line = (cells: readonly string[]): string =>
    `| ${cells
      .filter((_, index) => used[index])
      .map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '))
      .join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A sentence list: `name` meaning; `name` meaning. */
export function glossary(entries: readonly { readonly name: string; readonly meaning: string }[]): string {
  return `${entries.map(({ name, meaning }) => `${code(name)} ${meaning}`).join('; ')}.`;
}

/** Running text in which `<` outside of code is no tag. */
export function prose(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('`');
}

/** Paragraphs, tables and blocks of a chapter, a blank line between them. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.map((part) => part.trim()).join('\n\n');
}

/** The names that have the same text behind them, in the order of the first of each. */
export function groupByText<T>(
  entries: readonly T[],
  textOf: (entry: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const text = textOf(entry);
    groups.set(text, [...(groups.get(text) ?? []), entry]);
  }
  return [...groups];
}
