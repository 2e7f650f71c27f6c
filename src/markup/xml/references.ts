/** Character and entity references: decoding that remembers where each character was written. */

/** The named entities: the five of XML and the HTML names that typesetting uses most. */
export const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['shy', '\u00ad'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['bull', '•'],
  ['middot', '·'],
  ['times', '×'],
  ['minus', '−'],
  ['plusmn', '±'],
  ['divide', '÷'],
  ['deg', '°'],
  ['prime', '′'],
  ['Prime', '″'],
  ['le', '≤'],
  ['ge', '≥'],
  ['asymp', '≈'],
  ['ne', '≠'],
  ['frac12', '½'],
  ['frac14', '¼'],
  ['sup2', '²'],
  ['sup3', '³'],
  ['micro', 'µ'],
  ['larr', '←'],
  ['rarr', '→'],
  ['uarr', '↑'],
  ['darr', '↓'],
  ['sect', '§'],
  ['para', '¶'],
  ['dagger', '†'],
  ['Dagger', '‡'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['euro', '€'],
  ['pound', '£'],
  ['yen', '¥'],
  ['cent', '¢'],
]);

/** `text` with references decoded; `offsetAt` takes an offset in it (the end included) to one in the source. */
export interface DecodedText {
  readonly text: string;
  readonly offsetAt: (offset: number) => number;
}

/** A reference that means nothing: `text` as written, `name` where it has the form of a named entity. */
export interface BadReference {
  readonly start: number;
  readonly text: string;
  readonly name?: string;
}

const reference = /&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));|&|\r\n?/g;

/** Offsets of a text that is written as it is read. */
function countedFrom(start: number): DecodedText['offsetAt'] {
  return (offset) => start + offset;
}

/**
 * Decodes `source` from `start` up to `end` (XML 1.0 §4.1, and line ends of §2.11). References that mean
 * nothing are handed to `onBad` and stay as written.
 */
export function decode(
  source: string,
  start: number,
  end: number,
  onBad: (bad: BadReference) => void,
): DecodedText {
  const raw = source.slice(start, end);
  if (!/[&\r]/.test(raw)) return { text: raw, offsetAt: countedFrom(start) };
  const pieces: string[] = [];
  // Parallel arrays: from decoded offset `decoded[i]` on, the source goes on at `written[i]`.
  const decoded = [0];
  const written = [start];
  let length = 0;
  let done = 0;
  for (const match of raw.matchAll(reference)) {
    const value = decodedValue(match);
    if (value === undefined) {
      onBad({
        start: start + match.index,
        text: match[0],
        ...(match[3] === undefined ? {} : { name: match[3] }),
      });
      continue;
    }
    const before = raw.slice(done, match.index);
    pieces.push(before, value);
    length += before.length;
    decoded.push(length);
    written.push(start + match.index);
    length += value.length;
    done = match.index + match[0].length;
    decoded.push(length);
    written.push(start + done);
  }
  pieces.push(raw.slice(done));
  return { text: pieces.join(''), offsetAt: (offset) => locate(decoded, written, offset) };
}

function decodedValue(match: RegExpExecArray): string | undefined {
  const [whole, decimal, hexadecimal, name] = match;
  if (whole.startsWith('\r')) return '\n';
  if (name !== undefined) return entities.get(name);
  const digits = decimal ?? hexadecimal;
  if (digits === undefined) return undefined;
  const code = Number.parseInt(digits, decimal === undefined ? 16 : 10);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** XML 1.0 §2.2, without the private-use characters that mark origins in merged text. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  if (code >= 0xd800 && code <= 0xf8ff) return false;
  return code <= 0xeffff && (code & 0xfffe) !== 0xfffe;
}

function locate(decoded: readonly number[], written: readonly number[], offset: number): number {
  let low = 0;
  let high = decoded.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decoded[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  // Inside a reference (even entries start plain text, odd ones a reference) every character is its start.
  return low % 2 === 1 ? written[low]! : written[low]! + offset - decoded[low]!;
}
