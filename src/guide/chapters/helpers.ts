/** Chapter 3: the helpers, from their declarations. */
import type { Lang } from '../../model/publication.ts';
import { units } from '../../model/units.ts';
import { type HelperDoc, helperDocs } from '../../template/helpers/docs.ts';
import { code, codes, groupByText, paragraphs, prose, table } from '../markdown.ts';

export function helpersChapter(): string {
  return paragraphs(
    'Helpers print values in the language of the edition, or decide. What stands after the name are values; `name=` are options. ' +
      'A helper that gives a list, a number or true or false is used in brackets inside another tag.',
    table(['call', 'gives', 'example', 'English', 'Chinese'], helperDocs().map(helperRow)),
    'In the examples `q` is a quantity, `c` a claim, `d` a date, `items` a list of three industries. Texts are escaped; only `ref` and `notes` print markup.',
    `Units for \`convert\`: ${codes(Object.keys(units).filter((unit) => unit !== 'count' && unit !== 'people'))}.`,
  );
}

/** Examples of the same call share a line, their results stand side by side. */
function helperRow({ signature, doc, examples }: HelperDoc): readonly string[] {
  const calls = groupByText(examples, ({ call }) => call);
  const results = (lang: Lang): string =>
    calls.map(([, same]) => same.map((example) => shown(example[lang])).join(' · ')).join('<br>');
  const isSame = examples.every(({ en, zh }) => en === zh);
  return [
    code(signature),
    prose(doc),
    calls.map(([call]) => code(call)).join('<br>'),
    results('en'),
    isSame ? 'the same' : results('zh'),
  ];
}

/** Markup as code; texts as they are. */
function shown(text: string): string {
  return /[<&]/.test(text) ? code(text) : text;
}
