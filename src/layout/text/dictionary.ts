/** Where words may be divided, by the patterns of their language. The only module that knows `hyphen`. */
import { createRequire } from 'node:module';
import type { Hyphenator } from 'hyphen';

/** Subtags of the languages that `hyphen` has patterns for, without pinyin: Chinese is not hyphenated. */
const languages: ReadonlySet<string> = new Set(
  (
    'af be bg ca cs cy da de de-1901 de-1996 de-ch-1901 el el-polyton en en-gb en-us es et eu fi fr fur ga gl ' +
    'grc hr hsb hu hy ia id is it ka kmr la lt lv mk mn mul-ethi nb nl nn no oc pl pms pt rm ro ru sh-cyrl ' +
    'sh-latn sk sl sq sr sr-cyrl sv tk tr uk'
  ).split(' '),
);

/** Languages whose lines are broken without hyphens. */
const unhyphenated: ReadonlySet<string> = new Set(['zh', 'ja', 'ko', 'yue', 'wuu']);

/** Longer words are no words of a language. */
const longestWord = 80;

export interface Dictionary {
  /** True when the language has patterns, `unneeded` when its words are never divided. */
  readonly knows: (lang: string) => boolean | 'unneeded';
  /** UTF-16 offsets in a word of letters, ascending, where the patterns of its language divide it. */
  readonly points: (word: string, lang: string) => readonly number[];
}

const none: readonly number[] = [];
const load = createRequire(import.meta.url);
const mark = '\u00ad';

/** Patterns are loaded when the first word of their language is asked for. Make one for each document. */
export function createDictionary(): Dictionary {
  const byTag = new Map<string, string | undefined>();
  const hyphenators = new Map<string, Hyphenator>();
  const found = new Map<string, readonly number[]>();
  const languageOf = (lang: string): string | undefined => {
    if (!byTag.has(lang)) byTag.set(lang, nearestLanguage(lang));
    return byTag.get(lang);
  };
  return {
    knows: (lang) => {
      if (unhyphenated.has(lang.toLowerCase().split('-')[0]!)) return 'unneeded';
      return languageOf(lang) !== undefined;
    },
    points: (word, lang) => {
      const language = languageOf(lang);
      // Capitals are made small here, because the package would do so by the locale of the machine.
      const small = word.toLowerCase();
      if (language === undefined || word.length > longestWord || small.length !== word.length) return none;
      const key = `${language} ${small}`;
      const known = found.get(key);
      if (known !== undefined) return known;
      const hyphenator = hyphenators.get(language) ?? (load(`hyphen/${language}`) as Hyphenator);
      hyphenators.set(language, hyphenator);
      const points = pointsOf(hyphenator.hyphenateSync(small, { hyphenChar: mark, minWordLength: 2 }));
      found.set(key, points);
      return points;
    },
  };
}

/** `en-Latn-AU` is looked up as itself, then as `en-latn`, then as `en` (RFC 4647 §3.4). */
function nearestLanguage(lang: string): string | undefined {
  const subtags = lang.toLowerCase().split('-');
  for (let length = subtags.length; length > 0; length--) {
    const tag = subtags.slice(0, length).join('-');
    if (languages.has(tag)) return tag;
  }
  return undefined;
}

function pointsOf(marked: string): readonly number[] {
  const points: number[] = [];
  let at = 0;
  for (const character of marked) {
    if (character === mark) points.push(at);
    else at += character.length;
  }
  return points;
}
