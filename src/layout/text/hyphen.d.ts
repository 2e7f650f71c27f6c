/** The part of `hyphen` that is used: what `hyphen/<language>` gives. The package has no types of its own. */
declare module 'hyphen' {
  export interface Hyphenator {
    /** The word with `hyphenChar` at every place where it may be divided. */
    readonly hyphenateSync: (
      word: string,
      options: { readonly hyphenChar: string; readonly minWordLength: number },
    ) => string;
  }
}
