/** The parts of css-tree that are used, imported alone because the whole package is slow to load. */
declare module 'css-tree/tokenizer' {
  /** css-syntax-3 §4: calls `onToken` for every token; `type` counts the kinds as `tokens.ts` lists them. */
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void;
}

declare module 'css-tree/utils' {
  interface Codec {
    decode(text: string): string;
  }
  export const string: Codec;
  export const url: Codec;
  export const ident: Codec;
}
