/** For tests: messages with everything that printers have to show, in texts that try to break out. */
import type { Diagnostic, Label, Severity } from '../diagnostic.ts';
import type { Check, Extras } from '../extras.ts';
import type { SourceText } from '../span.ts';

export const park: SourceText = {
  path: 'data/parks/a b.yaml',
  text: 'id: a\nname: { en: 😀 Park, zh: 包头 }\nsize: 8 sqkm\nlist:\n  - one\n  - two\nsource: CD\n',
};
export const sources: SourceText = { path: 'data/sources.yaml', text: 'CD-2017: {}\n' };

/** A label at the first place of a word, or from one word to the end of another. */
export function at(source: SourceText, word: string, text?: string, until = word): Label {
  const start = source.text.indexOf(word);
  const span = { source, start, end: source.text.indexOf(until, start) + until.length };
  return text === undefined ? { span } : { span, text };
}

export function told(
  severity: Severity,
  message: string,
  primary?: Label,
  more: Partial<Diagnostic> = {},
): Diagnostic {
  return { code: 'D001', severity, message, ...(primary ? { primary } : {}), ...more };
}

/** Breaks out of XML, of Markdown tables, of workflow commands, or names somebody, unless it is escaped. */
export const evil =
  ']]> </failure> & "x" | `a`b` @everyone #12 <script> https://x.y %0A ::error::\n\u0007\ud800';

/** One of each kind: errors in two files, without a place, a warning, an accepted finding. */
export const sample: readonly Diagnostic[] = [
  told('info', 'the part exceeds the whole', at(park, '8'), {
    code: 'P1',
    labels: [at(sources, 'CD-2017', 'the other claim')],
    acknowledged: 'As printed; the source is asked.',
  }),
  told('warning', evil, at(park, 'sqkm'), { code: 'D011', help: evil }),
  told('error', 'unknown source `CD`', at(park, 'CD', 'not in the list'), {
    code: 'D020',
    help: 'Did you mean `CD-2017`?',
    labels: [at(sources, 'CD-2017', 'the nearest')],
  }),
  told('error', 'unknown key `zh`', at(park, 'zh')),
  told('error', 'unknown key `list`', at(park, 'list', 'all of this', 'two')),
  told('error', 'data/metrics.yaml is missing', undefined, { code: 'D030' }),
];

const check: Check = {
  rule: 'P1',
  title: 'A part is not larger than the whole',
  severity: 'error',
  outcome: 'pass',
  message: 'no finding',
  park: 'north',
  figures: [],
};

export const extras: Required<Extras> = {
  pages: [
    { id: 'D001', title: 'Unknown key', why: 'A key that nobody reads is lost.', help: 'Correct the key.' },
    { id: 'D020', title: 'Unknown source', why: 'It cannot be traced.', help: 'Add the source.' },
    { id: 'P1', title: check.title, why: 'It cannot be.', help: 'Correct a figure.', severity: 'error' },
  ],
  checks: [
    check,
    {
      ...check,
      park: 'south',
      outcome: 'acknowledged',
      message: 'Part exceeds whole',
      figures: ['part', 'whole'],
    },
    { ...check, park: 'south', outcome: 'finding', message: 'Other part exceeds whole', figures: ['other'] },
    {
      ...check,
      rule: 'P6',
      title: `Products ${evil}`,
      outcome: 'not-applicable',
      message: 'nothing to judge',
    },
  ],
};
