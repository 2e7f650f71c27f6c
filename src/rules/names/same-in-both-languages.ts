/**
 * L1: both languages say the same numbers.
 * The schema sees to it that both are filled. Number words and numerals may stand for the digits of the other side.
 */
import type { Label } from '../../diagnostics/diagnostic.ts';
import type { Places } from '../../model/places.ts';
import { type Printed, sameNumbers, type Unmatched } from '../../model/printed/index.ts';
import type { Bilingual, Lang } from '../../model/publication.ts';
import { defineRule, type Finding } from '../define-rule.ts';
import { type OwnText, ownTexts, spanWithin } from './own-texts.ts';

export const sameInBothLanguages = defineRule({
  kind: 'park',
  id: 'L1',
  title: { en: 'Both languages say the same numbers', zh: '中英文数字一致' },
  why: 'Two editions of one brochure that differ in a number cannot both be right, and no reader sees both.',
  help: 'Correct the number on one side, mind 亿 (100 million) and 万 (10,000), or say it on both. What has to differ is acknowledged in waivers.yaml.',
  severity: 'error',
  scope: 'field',
  examples: [
    {
      name: 'billion and 亿',
      yaml: 'lead: { en: Investment of 67 billion yuan in October 2007., zh: 2007年10月投资670亿元。 }',
      outcome: 'pass',
    },
    {
      name: 'a word for a number',
      yaml: 'lead: { en: Seven sub-parks., zh: 7个园中园。 }',
      outcome: 'pass',
    },
    {
      name: 'a slip between billion and 亿',
      yaml: 'lead: { en: Investment of 67 billion yuan., zh: 投资67亿元。 }',
      outcome: 'finding',
      message: '`lead`: 67 billion yuan has no partner in Chinese, 67亿元 none in English',
    },
    {
      name: 'a number in one language only',
      yaml: 'figures:\n  firms: { claims: [{ value: 49, note: { en: printed as 40 percent of the total, zh: 原文称占总数的一部分 } }] }',
      outcome: 'finding',
      message: '`firms.note`: 40 percent has no partner in Chinese',
    },
    { name: 'no number in any text', yaml: 'lead: { en: A park., zh: 园区。 }', outcome: 'not-applicable' },
  ],
  check: (park, { places }) => {
    const numbered = ownTexts(park).filter(({ text }) => hasDigits(text));
    if (numbered.length === 0)
      return { applies: false, missing: { en: 'No text holds a number.', zh: '没有含数字的文字。' } };
    const findings = numbered.flatMap((own): readonly Finding[] => {
      const unmatched = sameNumbers(own.text.en, own.text.zh);
      return unmatched.en.length + unmatched.zh.length === 0 ? [] : [findingOf(own, unmatched, places)];
    });
    return { applies: true, findings };
  },
});

/** Numbers in words need no partner, so that texts without digits have nothing to compare. */
function hasDigits({ en, zh }: Bilingual): boolean {
  return /[\d０-９]/.test(en) || /[\d０-９]/.test(zh);
}

function findingOf({ key, text, figure }: OwnText, unmatched: Unmatched, places: Places): Finding {
  const alone = { en: piecesOf(text.en, unmatched.en), zh: piecesOf(text.zh, unmatched.zh) };
  const message = { en: `\`${key}\`: ${inEnglish(alone)}`, zh: `\`${key}\`：${inChinese(alone)}` };
  const labels = (['en', 'zh'] as const).flatMap((lang) => {
    const other = lang === 'en' ? 'Chinese' : 'English';
    return unmatched[lang].flatMap((number) =>
      labelOf(places, text, lang, number, `not in the ${other} text`),
    );
  });
  const [primary, ...others] = [...labels, ...missingFrom(places, text, unmatched)];
  if (!primary) throw new Error(`no place is known for the text ${key}`);
  return {
    parts: [{ key, value: [...alone.en, ...alone.zh].join(', '), figure }],
    message,
    primary,
    labels: others,
  };
}

function piecesOf(text: string, numbers: readonly Printed[]): readonly string[] {
  return numbers.map(({ start, end }) => text.slice(start, end));
}

interface Alone {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

function inEnglish({ en, zh }: Alone): string {
  const chinese =
    en.length > 0 ? `${en.join(', ')} ${en.length > 1 ? 'have' : 'has'} no partner in Chinese` : '';
  if (zh.length === 0) return chinese;
  return chinese === ''
    ? `${zh.join(', ')} ${zh.length > 1 ? 'have' : 'has'} no partner in English`
    : `${chinese}, ${zh.join(', ')} none in English`;
}

function inChinese({ en, zh }: Alone): string {
  const parts = [
    en.length > 0 ? `英文中的${en.join('、')}在中文中没有对应` : '',
    zh.length > 0 ? `中文中的${zh.join('、')}在英文中没有对应` : '',
  ];
  return parts.filter((part) => part !== '').join('；');
}

function labelOf(
  places: Places,
  text: Bilingual,
  lang: Lang,
  { start, end }: Pick<Printed, 'start' | 'end'>,
  words: string,
): readonly Label[] {
  const span = spanWithin(places, text, lang, start, end);
  return span ? [{ span, text: words }] : [];
}

/** Where only one language has a number too many, the text that lacks it. */
function missingFrom(places: Places, text: Bilingual, { en, zh }: Unmatched): readonly Label[] {
  if (en.length > 0 && zh.length > 0) return [];
  const lang = en.length > 0 ? 'zh' : 'en';
  return labelOf(places, text, lang, { start: 0, end: text[lang].length }, 'and not here');
}
