/** Numbers, lists and lengths in SVG attributes (SVG 2 §4.2, css-values-4). */

const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

/** px of one unit; user units are px (CSS 2.1 §4.3.2). */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

/** Larger ones than any drawing has; painters have no exponents. */
const largest = 1e7;

export function boundedNumber(value: number): number {
  return Math.max(-largest, Math.min(largest, value));
}

/** One finite number and nothing else, or undefined. */
export function parseNumber(text: string): number | undefined {
  const list = parseNumbers(text);
  return list?.length === 1 ? list[0] : undefined;
}

/** Numbers parted by white space, a comma, or nothing where the next one's sign or point says so. */
export function parseNumbers(text: string): number[] | undefined {
  const found: number[] = [];
  const trimmed = text.trim();
  for (let at = 0; at < trimmed.length; ) {
    number.lastIndex = at;
    const match = number.exec(trimmed);
    const value = match ? Number(match[0]) : Number.NaN;
    if (!match || !Number.isFinite(value)) return undefined;
    found.push(boundedNumber(value));
    at = skipSeparator(trimmed, number.lastIndex);
  }
  return found;
}

/** The offset after white space and at most one comma. */
export function skipSeparator(text: string, from: number): number {
  let at = from;
  let commas = 0;
  while (at < text.length && (' \t\n\r\f'.includes(text[at]!) || (text[at] === ',' && commas++ === 0))) at++;
  return at;
}

/** A length in px, or undefined for percentages, relative units and nonsense. */
export function parseLength(text: string): number | undefined {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z]*)\s*$/.exec(text);
  const unit = units[match?.[2]?.toLowerCase() ?? 'none'];
  if (!match || unit === undefined) return undefined;
  const value = Number(match[1]) * unit;
  return Number.isFinite(value) ? boundedNumber(value) : undefined;
}
