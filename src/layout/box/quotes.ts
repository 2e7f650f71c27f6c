/** Quotation marks by level and language (css-content-3 §2.4). */
import type { Quotes } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';

type Pairs = Exclude<Quotes, 'auto'>;

const english: Pairs = [
  ['“', '”'],
  ['‘', '’'],
];

/** Where `quotes: auto` differs from English, after CLDR. */
const byLanguage: Readonly<Record<string, Pairs>> = {
  de: [
    ['„', '“'],
    ['‚', '‘'],
  ],
  fr: [
    ['«\u00a0', '\u00a0»'],
    ['“', '”'],
  ],
  es: [
    ['«', '»'],
    ['“', '”'],
  ],
  it: [
    ['«', '»'],
    ['“', '”'],
  ],
  ru: [
    ['«', '»'],
    ['„', '“'],
  ],
  ja: [
    ['「', '」'],
    ['『', '』'],
  ],
  'zh-hant': [
    ['「', '」'],
    ['『', '』'],
  ],
};

/** A reader of quotation marks in document order, which keeps the level: the mark, or nothing where none is due. */
export function createQuotes(): (
  element: StyledElement,
  side: 'open' | 'close',
  isPrinted: boolean,
) => string {
  let level = 0;
  return ({ style, lang }, side, isPrinted) => {
    const pairs = style.quotes === 'auto' ? pairsFor(lang) : style.quotes;
    if (side === 'close' && level === 0) return '';
    if (side === 'close') level -= 1;
    const pair = pairs[Math.min(level, pairs.length - 1)];
    if (side === 'open') level += 1;
    if (!pair || !isPrinted) return '';
    return pair[side === 'open' ? 0 : 1];
  };
}

function pairsFor(lang: string): Pairs {
  const tag = lang.toLowerCase();
  if (/^zh-(?:hant|tw|hk|mo)\b/.test(tag)) return byLanguage['zh-hant']!;
  const language = tag.split('-')[0]!;
  return Object.hasOwn(byLanguage, language) ? byLanguage[language]! : english;
}
