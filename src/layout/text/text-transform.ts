/** css-text-3 §2.1 `text-transform`, by Unicode's full mappings and the same in every locale of the machine. */
import type { ComputedStyle } from '../../markup/style.ts';

/** A stretch of transformed text; its characters stand one to one for those from `source` on. */
export interface TransformedPiece {
  readonly text: string;
  /** UTF-16 offset in the token */
  readonly source: number;
}

const wordCharacter = /[\p{L}\p{M}\p{N}'’]$/u;

/** Transforms one token without white space. `before` is the last code point so far: it tells whether a word goes on. */
export function transformText(
  token: string,
  transform: ComputedStyle['textTransform'],
  before: number | undefined,
): readonly TransformedPiece[] {
  switch (transform) {
    case 'none':
      return [{ text: token, source: 0 }];
    case 'uppercase':
      return (
        oneToOne(token, token.toUpperCase()) ?? byCharacter(token, (character) => character.toUpperCase())
      );
    case 'lowercase':
      return (
        oneToOne(token, token.toLowerCase()) ?? byCharacter(token, (character) => character.toLowerCase())
      );
    case 'capitalize': {
      let inWord = before !== undefined && wordCharacter.test(String.fromCodePoint(before));
      return byCharacter(token, (character) => {
        const wasInWord = inWord;
        inWord = wordCharacter.test(character);
        return !wasInWord && /\p{L}/u.test(character) ? character.toUpperCase() : character;
      });
    }
  }
}

function oneToOne(token: string, text: string): readonly TransformedPiece[] | undefined {
  return text.length === token.length ? [{ text, source: 0 }] : undefined;
}

function byCharacter(token: string, map: (character: string) => string): readonly TransformedPiece[] {
  const pieces: TransformedPiece[] = [];
  let source = 0;
  for (const character of token) {
    pieces.push({ text: map(character), source });
    source += character.length;
  }
  return pieces;
}
