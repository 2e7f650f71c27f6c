/**
 * I1: official codes are well-formed, belong to the park's province, and to one park only.
 * NBS codes have 6, 9 or 12 digits and begin with the province; catalogue codes have a letter for the level, then the
 * province. A shorter NBS code is the longer one without its zeros: 150271 is 150271000.
 */
import type { ParkRecord } from '../../model/dataset.ts';
import type { Bilingual, Claim, Figure } from '../../model/publication.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext, type Verdict } from '../define-rule.ts';
import { claimsOf } from '../figures.ts';
import { isChina, provinceOf, provinces } from '../place/china-provinces.ts';

interface Scheme {
  readonly pattern: RegExp;
  readonly form: Bilingual;
  readonly provinceAt: number;
  /** The same for codes that mean the same unit. */
  readonly unit: (code: string) => string;
}

/** By the metric that holds the code. */
const schemes: Readonly<Record<string, Scheme>> = {
  nbs_code: {
    pattern: /^(\d{6}|\d{9}|\d{12})$/,
    form: { en: '6, 9 or 12 digits', zh: '6位、9位或12位数字' },
    provinceAt: 0,
    unit: (code) => code.padEnd(12, '0'),
  },
  catalogue_code: {
    pattern: /^[GS]\d{6}$/,
    form: { en: 'G or S and six digits', zh: 'G或S加六位数字' },
    provinceAt: 1,
    unit: (code) => code,
  },
};

const park = (code: string, metric = 'catalogue_code') =>
  `place: { province: { en: Inner Mongolia Autonomous Region, zh: 内蒙古自治区 } }
figures: { ${metric}: { claims: [{ value: "${code}" }] } }`;

export const zoneCodes = defineRule({
  kind: 'dataset',
  id: 'I1',
  title: { en: 'Official codes are well-formed and unique', zh: '官方代码格式正确且不重复' },
  why: 'Codes join these figures to those of others; one wrong digit joins them to another park.',
  help: 'Compare the code with its source. A code that the source itself has wrong is acknowledged in waivers.yaml.',
  severity: 'error',
  scope: 'cross-record',
  examples: [
    { name: 'a code of the catalogue', yaml: park('S159041'), outcome: 'pass' },
    { name: 'a code of nine digits', yaml: park('150204401', 'nbs_code'), outcome: 'pass' },
    {
      name: 'a digit too few',
      yaml: park('S15904'),
      outcome: 'finding',
      message: '`S15904` is not of the form: G or S and six digits',
    },
    {
      name: 'another province',
      yaml: park('S519041'),
      outcome: 'finding',
      message: '`S519041` begins with 51, which is Sichuan, and the park is in Inner Mongolia',
    },
    {
      name: 'digits of no province',
      yaml: park('990204401', 'nbs_code'),
      outcome: 'finding',
      message: '`990204401` begins with 99, which is no province',
    },
    {
      name: 'one code of two parks',
      yaml: park('150271', 'nbs_code'),
      files: { 'parks/bayan.yaml': park('150271000', 'nbs_code') },
      outcome: 'finding',
      message: '`150271` is also the code of `bayan`',
    },
    { name: 'no code', yaml: 'figures: {}', outcome: 'not-applicable' },
    {
      name: 'codes of another country follow other rules',
      yaml: 'place: { country: { en: Thailand, zh: 泰国 } }\nfigures: { nbs_code: { claims: [{ value: "20" }] } }',
      outcome: 'not-applicable',
    },
  ],
  check: (context) => {
    const first = new Map<string, Coded>();
    return new Map(
      context.dataset.parks.map((record): [string, Verdict] => {
        const codes = codesOf(record);
        if (codes.length === 0) {
          const missing = { en: 'There is no official code.', zh: '没有官方代码。' };
          return [record.id, { applies: false, missing }];
        }
        return [
          record.id,
          { applies: true, findings: codes.flatMap((coded) => judge(coded, first, context)) },
        ];
      }),
    );
  },
});

interface Coded {
  readonly park: ParkRecord;
  readonly figure: Figure;
  readonly claim: Claim;
  readonly code: string;
  readonly scheme: Scheme;
}

function codesOf(record: ParkRecord): readonly Coded[] {
  if (!isChina(record.content.park.place.country)) return [];
  return claimsOf(record).flatMap(({ figure, claim }) => {
    const scheme = Object.hasOwn(schemes, figure.id) ? schemes[figure.id] : undefined;
    return scheme && claim.text !== null ? [{ park: record, figure, claim, code: claim.text, scheme }] : [];
  });
}

function judge(coded: Coded, first: Map<string, Coded>, context: RuleContext): readonly Finding[] {
  const { park: record, figure, code, scheme } = coded;
  if (!scheme.pattern.test(code)) {
    const { en, zh } = scheme.form;
    const words = { en: `\`${code}\` is not of the form: ${en}`, zh: `${code}的格式应为${zh}` };
    return [findingAt(coded, words, context)];
  }
  const misplaced = provinceFault(coded);
  const key = `${figure.id} ${scheme.unit(code)}`;
  const other = first.get(key);
  if (!other) first.set(key, coded);
  const isShared = other !== undefined && other.park !== record;
  return [
    ...(misplaced ? [findingAt(coded, misplaced, context)] : []),
    ...(isShared ? [sharedCode(coded, other, context)] : []),
  ];
}

function provinceFault({ park: record, code, scheme }: Coded): Bilingual | undefined {
  const own = provinceOf(record.content.park.place.province);
  const digits = code.slice(scheme.provinceAt, scheme.provinceAt + 2);
  const named = provinces.find((province) => province.code === digits);
  if (!named)
    return {
      en: `\`${code}\` begins with ${digits}, which is no province`,
      zh: `${code}中的${digits}不是省级代码`,
    };
  if (!own || own === named) return undefined;
  return {
    en: `\`${code}\` begins with ${digits}, which is ${named.name.en}, and the park is in ${own.name.en}`,
    zh: `${code}中的${digits}为${named.name.zh}，而园区位于${own.name.zh}`,
  };
}

function sharedCode(coded: Coded, other: Coded, context: RuleContext): Finding {
  const words = {
    en: `\`${coded.code}\` is also the code of \`${other.park.id}\``,
    zh: `${coded.code}也是“${other.park.content.park.name.zh}”的代码`,
  };
  const finding = findingAt(coded, words, context);
  return { ...finding, labels: [labelAt(context.places, other.claim, 'value', `of ${other.park.id}`)] };
}

function findingAt({ figure, claim }: Coded, words: Bilingual, { places }: RuleContext): Finding {
  return {
    parts: [partOf(figure, claim)],
    message: { en: `${figure.label.en}: ${words.en}`, zh: `${figure.label.zh}：${words.zh}` },
    primary: labelAt(places, claim, 'value', 'the code'),
    labels: [],
  };
}
