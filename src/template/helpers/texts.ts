/** Helpers for words: strings of the template, bilingual texts, addresses, formulas. */
import { nearest } from '../../diagnostics/nearest.ts';
import { defineHelper, fault, type Helper } from '../helper.ts';
import { placeholder } from '../strings.ts';
import { bilingual, printable, text as textType } from './types.ts';

const tDefinition = defineHelper({
  name: 't',
  doc: 'A string of strings.<lang>.yaml; {name} in it is replaced by the value given as name=….',
  params: { key: textType },
  result: 'text',
  examples: [{ call: '{{t "facts.count" count=3}}', en: '3 facts', zh: '3条事实' }],
  run: () => '',
});

export const t: Helper = {
  ...tDefinition,
  options: 'any',
  run: ([key], values, { strings }) => {
    const name = String(key);
    const found = strings.get(name);
    if (found === undefined) {
      const near = nearest(name, [...strings.keys()]);
      return fault(
        `there is no string \`${name}\``,
        near ? `Did you mean \`${near}\`?` : 'Add it to strings.<lang>.yaml.',
      );
    }
    const wrong = Object.keys(values).find((each) => !printable.is(values[each]));
    if (wrong !== undefined)
      return fault(
        `the value for {${wrong}} is neither text nor number`,
        'Use a helper in brackets: name=(text x).',
      );
    const lacking = [...found.matchAll(placeholder)].find(
      ([, each = '']) => !Object.hasOwn(values, each),
    )?.[1];
    if (lacking !== undefined) return fault(`the string \`${name}\` needs a value for {${lacking}}`);
    return found.replace(placeholder, (_, each: string) => String(values[each]));
  },
};

const park = { en: 'Baotou Park', zh: '包头装备园' };

export const text: Helper = defineHelper({
  name: 'text',
  doc: 'A bilingual text in the language of the publication.',
  params: { text: bilingual },
  result: 'text',
  examples: [{ call: '{{text name}}', data: { name: park }, en: park.en, zh: park.zh }],
  run: ({ text }, { lang }) => text[lang],
});

export const other: Helper = defineHelper({
  name: 'other',
  doc: 'A bilingual text in the other language.',
  params: { text: bilingual },
  result: 'text',
  examples: [{ call: '{{other name}}', data: { name: park }, en: park.zh, zh: park.en }],
  run: ({ text }, { lang }) => text[lang === 'en' ? 'zh' : 'en'],
});

export const concat: Helper = defineHelper({
  name: 'concat',
  doc: 'Texts and numbers one after another, for ids and keys of strings.',
  params: {},
  rest: printable,
  result: 'text',
  examples: [
    { call: '{{concat "access." kind}}', data: { kind: 'rail' }, en: 'access.rail', zh: 'access.rail' },
  ],
  run: (_given, _context, _options, parts) => parts.join(''),
});

export const url: Helper = defineHelper({
  name: 'url',
  doc: 'An address for href and for QR codes; only https:// is let through.',
  params: { address: textType },
  result: 'text',
  examples: [
    { call: '{{url "https://example.org/a"}}', en: 'https://example.org/a', zh: 'https://example.org/a' },
  ],
  run: ({ address }) => {
    const parsed = URL.canParse(address) ? new URL(address) : undefined;
    if (parsed?.protocol !== 'https:' || /\s/.test(address)) {
      return fault(
        `\`${address}\` is no https:// address`,
        'Addresses begin with https:// and hold no spaces.',
      );
    }
    if (parsed.username !== '' || parsed.password !== '')
      return fault(`\`${address}\` holds a user name`, 'Take out what stands before @.');
    return address;
  },
});

/** Longest text literal that Excel accepts in a formula (Excel specifications and limits). */
const longestLiteral = 255;

export const xlstr: Helper = defineHelper({
  name: 'xlstr',
  doc: 'A text as a literal inside the formula of a workbook, quotes doubled.',
  params: { text: textType },
  result: 'text',
  examples: [{ call: '{{xlstr "Lide"}}', en: '&quot;Lide&quot;', zh: '&quot;Lide&quot;' }],
  run: ({ text }) => {
    if (text.length > longestLiteral)
      return fault(
        `the text has ${text.length} characters; a formula takes ${longestLiteral}`,
        'Put the text into a cell and name the cell.',
      );
    return `"${text.replaceAll('"', '""')}"`;
  },
});
