/** Reads PDF objects and operators from bytes (ISO 32000-1, 7.2 and 7.3). Meets nothing but our own faults and damage. */
import type { Dict, PdfObject } from './objects.ts';

/** A word that is no object: an operator, `obj`, `endobj`, `stream`, `R` … */
export interface Keyword {
  readonly kind: 'keyword';
  readonly word: string;
}

export type Token = PdfObject | Keyword | undefined;

export interface Lexer {
  /** The next object or keyword; undefined at the end. References are not put together. */
  readonly next: () => Token;
  /** The next object, with `N G R` as a reference. */
  readonly object: () => PdfObject;
  readonly position: () => number;
}

/** What is wrong with the bytes: caught by the reader and told as a finding. */
export class DamagedPdf extends Error {}

const MAX_DEPTH = 100;

/** Reads `bytes` from offset `start`. */
export function createLexer(bytes: Uint8Array, start = 0): Lexer {
  let at = start;

  const skipSpace = (): void => {
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte === PERCENT) while (at < bytes.length && bytes[at] !== CR && bytes[at] !== LF) at += 1;
      else if (!isSpace(byte)) return;
    }
  };
  const word = (): string => {
    const from = at;
    while (at < bytes.length && isRegular(bytes[at]!)) at += 1;
    return latin1(bytes, from, at);
  };
  const literal = (): Uint8Array => {
    at += 1;
    const from = at;
    while (at < bytes.length && bytes[at] !== CLOSE && bytes[at] !== OPEN && bytes[at] !== BACKSLASH) at += 1;
    if (bytes[at] === CLOSE) {
      at += 1;
      return bytes.subarray(from, at - 1);
    }
    return escapedLiteral([...bytes.subarray(from, at)]);
  };
  /** The rest of a literal string with escapes or brackets in it. */
  const escapedLiteral = (out: number[]): Uint8Array => {
    for (let depth = 1; at < bytes.length; at += 1) {
      let byte = bytes[at]!;
      if (byte === OPEN) depth += 1;
      else if (byte === CLOSE) {
        depth -= 1;
        if (depth === 0) break;
      } else if (byte === BACKSLASH) {
        at += 1;
        const escaped = escapedByte(bytes, at);
        at += escaped.length - 1;
        if (escaped.byte === undefined) continue;
        byte = escaped.byte;
      }
      out.push(byte);
    }
    at += 1;
    return Uint8Array.from(out);
  };
  const hexadecimal = (): Uint8Array => {
    const end = bytes.indexOf(GREATER, at);
    if (end < 0) throw new DamagedPdf(`A hexadecimal string at byte ${at} has no end.`);
    const digits = latin1(bytes, at + 1, end).replace(/[^0-9A-Fa-f]/g, '');
    at = end + 1;
    return new Uint8Array(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'));
  };
  const array = (depth: number): readonly PdfObject[] => {
    at += 1;
    const items: PdfObject[] = [];
    for (;;) {
      skipSpace();
      if (at >= bytes.length) throw new DamagedPdf('An array has no end.');
      if (bytes[at] === CLOSE_BRACKET) break;
      items.push(objectAt(depth + 1));
    }
    at += 1;
    return items;
  };
  const dictionary = (depth: number): Dict => {
    at += 2;
    const entries = new Map<string, PdfObject>();
    for (;;) {
      skipSpace();
      if (at >= bytes.length) throw new DamagedPdf('A dictionary has no end.');
      if (bytes[at] === GREATER && bytes[at + 1] === GREATER) break;
      const key = nextAt(depth + 1);
      if (typeof key !== 'object' || key === null || !('kind' in key) || key.kind !== 'name')
        throw new DamagedPdf(`A dictionary has a key that is no name, before byte ${at}.`);
      entries.set(key.value, objectAt(depth + 1));
    }
    at += 2;
    return { kind: 'dict', entries };
  };
  const nextAt = (depth: number): Token => {
    if (depth > MAX_DEPTH) throw new DamagedPdf('Objects are nested too deeply.');
    skipSpace();
    if (at >= bytes.length) return undefined;
    const byte = bytes[at]!;
    if (byte === SLASH) {
      at += 1;
      return { kind: 'name', value: plainName(word()) };
    }
    if (byte === OPEN) return { kind: 'text', bytes: literal() };
    if (byte === OPEN_BRACKET) return array(depth);
    if (byte === LESS)
      return bytes[at + 1] === LESS ? dictionary(depth) : { kind: 'text', bytes: hexadecimal() };
    const value = word();
    if (value === '') {
      at += 1;
      return { kind: 'keyword', word: String.fromCharCode(byte) };
    }
    return plainValue(value);
  };
  const objectAt = (depth: number): PdfObject => {
    const token = nextAt(depth);
    if (typeof token === 'number' && Number.isInteger(token) && token >= 0) return reference(token);
    if (token === undefined || isKeyword(token))
      throw new DamagedPdf(`An object was expected before byte ${at}.`);
    return token;
  };
  /** `12 0 R` is a reference, `12 0` two numbers. */
  const reference = (id: number): PdfObject => {
    const back = at;
    skipSpace();
    if (isDigit(bytes[at])) {
      word();
      skipSpace();
      if (bytes[at] === CAPITAL_R && !isRegular(bytes[at + 1] ?? 32)) {
        at += 1;
        return { kind: 'ref', id };
      }
    }
    at = back;
    return id;
  };
  return { next: () => nextAt(0), object: () => objectAt(0), position: () => at };
}

export function isKeyword(token: Token): token is Keyword {
  return typeof token === 'object' && token !== null && 'kind' in token && token.kind === 'keyword';
}

const [PLUS, MINUS, DOT] = [43, 45, 46];
const [LF, CR, PERCENT, OPEN, CLOSE, SLASH] = [10, 13, 37, 40, 41, 47];
const [LESS, GREATER, CAPITAL_R, OPEN_BRACKET, BACKSLASH, CLOSE_BRACKET] = [60, 62, 82, 91, 92, 93];

function plainValue(value: string): PdfObject | Keyword {
  const first = value.charCodeAt(0);
  if (isDigit(first) || first === MINUS || first === PLUS || first === DOT) {
    const number = Number(value);
    if (!Number.isNaN(number)) return number;
  }
  if (value === 'true') return true;
  if (value === 'false') return false;
  if (value === 'null') return null;
  return { kind: 'keyword', word: value };
}

function plainName(value: string): string {
  if (!value.includes('#')) return value;
  return value.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** The byte that an escape at `at`, behind its backslash, stands for and how many bytes it takes (7.3.4.2). */
function escapedByte(bytes: Uint8Array, at: number): { readonly byte?: number; readonly length: number } {
  const byte = bytes[at] ?? BACKSLASH!;
  const named = ESCAPES.get(byte);
  if (named !== undefined) return { byte: named, length: 1 };
  if (byte === CR) return { length: bytes[at + 1] === LF ? 2 : 1 };
  if (byte === LF) return { length: 1 };
  const octal = /^[0-7]{1,3}/.exec(latin1(bytes, at, at + 3))?.[0];
  if (octal !== undefined) return { byte: Number.parseInt(octal, 8) & 0xff, length: octal.length };
  return { byte, length: 1 };
}

const ESCAPES = new Map([...'nrtbf'].map((letter, i) => [letter.charCodeAt(0), [10, 13, 9, 8, 12][i]!]));

/** Per byte: 1 white space, 2 delimiter, 0 regular (7.2.2). */
const CLASSES = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASSES[byte] = 1;
for (const char of '()<>[]{}/%') CLASSES[char.charCodeAt(0)] = 2;

function isSpace(byte: number): boolean {
  return CLASSES[byte] === 1;
}

function isRegular(byte: number): boolean {
  return CLASSES[byte] === 0;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < Math.min(to, bytes.length); i += 1) text += String.fromCharCode(bytes[i]!);
  return text;
}
