/** Kinds of attribute values: what each accepts, in words for messages and as a test. */

export interface ValueKind {
  /** Completes "… is not": "a positive whole number". */
  readonly expects: string;
  readonly accepts: (value: string) => boolean;
  /** The words to choose from, where there are such. */
  readonly words?: readonly string[];
}

export const anyText: ValueKind = { expects: 'text', accepts: () => true };

export const someText: ValueKind = {
  expects: 'text that is not empty',
  accepts: (value) => value.trim() !== '',
};

/** HTML §3.2.6: not empty, no white space. */
export const idValue: ValueKind = {
  expects: 'an id: one word without spaces',
  accepts: (value) => /^\S{1,200}$/.test(value),
};

/** At most 1000, as HTML limits spans: a table cannot be blown up by one attribute. */
export const positiveWhole: ValueKind = {
  expects: 'a whole number from 1 to 1000',
  accepts: (value) => /^(?:[1-9]\d{0,2}|1000)$/.test(value),
};

export const wholeNumber: ValueKind = {
  expects: 'a whole number',
  accepts: (value) => /^-?\d{1,6}$/.test(value),
};

export const pixels: ValueKind = {
  expects: 'a number of px, without the unit',
  accepts: (value) => /^\d{1,5}(?:\.\d{1,6})?$/.test(value),
};

/** The well-formed part of BCP 47 that is in use: language, script, region, variants, private use. */
export const languageTag: ValueKind = {
  expects: 'a language tag such as en, en-GB or zh-Hans',
  accepts: (value) =>
    /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-x(?:-[a-z\d]{1,8})+)?$/i.test(
      value,
    ),
};

/** What a link in a PDF can lead to: a place in the document, or an address. */
export const linkTarget: ValueKind = {
  expects: 'a link: "#id", or an address with https://, http://, mailto: or tel:',
  accepts: (value) =>
    /^#\S+$/.test(value) || /^(?:https?:\/\/[^\s/]+\S*|mailto:\S+@\S+|tel:[+\d][\d() .-]*)$/i.test(value),
};

/** One of the given words. */
export function oneOf(...words: readonly string[]): ValueKind {
  return { expects: words.join(', '), accepts: (value) => words.includes(value), words };
}
