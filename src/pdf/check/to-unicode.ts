/** Reads ToUnicode maps (ISO 32000-1, 9.10.3): single characters and ranges. */
import { createLexer, isKeyword } from './lexer.ts';
import { isArray, kindOf, type PdfObject, type Text } from './objects.ts';

export function readToUnicode(bytes: Uint8Array): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  const lexer = createLexer(bytes);
  let operands: PdfObject[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isKeyword(token)) {
      operands.push(token);
      continue;
    }
    if (token.word === 'endbfchar') addCharacters(map, operands);
    if (token.word === 'endbfrange') addRanges(map, operands);
    operands = [];
  }
  return map;
}

function addCharacters(map: Map<number, string>, operands: readonly PdfObject[]): void {
  for (let i = 0; i + 1 < operands.length; i += 2) map.set(codeOf(operands[i]), meaningOf(operands[i + 1]));
}

function addRanges(map: Map<number, string>, operands: readonly PdfObject[]): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const [first, last, target] = [codeOf(operands[i]), codeOf(operands[i + 1]), operands[i + 2]];
    for (let code = first; code <= last; code += 1) {
      if (isArray(target)) map.set(code, meaningOf(target[code - first]));
      else {
        const start = meaningOf(target);
        map.set(
          code,
          start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + code - first),
        );
      }
    }
  }
}

function codeOf(value: PdfObject | undefined): number {
  if (kindOf(value) !== 'text') return -1;
  return (value as Text).bytes.reduce((code, byte) => code * 256 + byte, 0);
}

function meaningOf(value: PdfObject | undefined): string {
  return kindOf(value) === 'text' ? new TextDecoder('utf-16be').decode((value as Text).bytes) : '';
}
