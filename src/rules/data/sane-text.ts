/**
 * S7: the text of a park file is what somebody meant to write.
 * Finds characters that come from reading bytes in the wrong encoding, from copying out of PDF files, or from
 * writing one character in two ways. Each kind of slip is told once, with all its places.
 */
import type { SourceText, Span } from '../../diagnostics/span.ts';
import type { Bilingual } from '../../model/publication.ts';
import { defineRule, type Finding } from '../define-rule.ts';
import { slipsIn } from './slips.ts';

/** Further places that one finding shows. */
const mostLabels = 5;

/** Kinds of slips that are told one by one; a file that has more of them is spoilt as a whole. */
const mostKinds = 20;

export const saneText = defineRule({
  kind: 'park',
  id: 'S7',
  title: { en: 'The encoding of texts is sane', zh: '文字编码正常' },
  why: 'Text that went through a wrong encoding prints as rubbish, and what looks alike and is not cannot be searched.',
  help: 'Type the characters anew, or copy them from a sound source; save the file as UTF-8. A sequence that is meant is acknowledged in waivers.yaml.',
  severity: 'warning',
  scope: 'field',
  examples: [
    { name: 'Chinese and accents', yaml: 'tagline: { en: A café, zh: 包头 }', outcome: 'pass' },
    {
      name: 'UTF-8 read as Western European',
      yaml: 'tagline: { en: A cafÃ© and the parkâ€™s gate, zh: 包头 }',
      outcome: 'finding',
      message: '`Ã©` is probably `é`, read in a wrong encoding',
    },
    {
      name: 'Chinese read as Western European',
      yaml: 'tagline: { en: Park, zh: åŒ…å¤´ }',
      outcome: 'finding',
      message: '`åŒ…å¤´` is probably `包头`, read in a wrong encoding',
    },
    {
      name: 'what is left of lost characters',
      yaml: 'tagline: { en: Park, zh: 锟斤拷锟斤拷 }',
      outcome: 'finding',
      message: '`锟斤拷锟斤拷` stands for characters that were lost',
    },
    {
      name: 'an accent of its own',
      yaml: 'tagline: { en: "A cafe\u0301", zh: 包头 }',
      outcome: 'finding',
      message: 'is written in another way than usual (Unicode NFC)',
    },
    {
      name: 'a radical out of a PDF file',
      yaml: 'tagline: { en: Park, zh: ⼯业园 }',
      outcome: 'finding',
      message: '`⼯` is not `工`, which it looks like',
    },
    { name: 'nothing beyond ASCII', yaml: 'tagline: { en: Park, zh: Park }', outcome: 'not-applicable' },
  ],
  check: ({ source }) => {
    if (!hasMoreThanAscii(source.text)) {
      const missing = { en: 'The file holds ASCII characters only.', zh: '文件仅含ASCII字符。' };
      return { applies: false, missing };
    }
    const slips = new Map<string, { message: Bilingual; spans: Span[] }>();
    for (const { start, end, message } of slipsIn(source.text)) {
      const written = source.text.slice(start, end);
      const span = { source, start, end };
      const known = slips.get(written);
      if (known) known.spans.push(span);
      else slips.set(written, { message, spans: [span] });
    }
    const kinds = [...slips].map(([written, { message, spans }]) => findingOf(written, message, spans));
    return { applies: true, findings: kinds.length > mostKinds ? shortened(kinds) : kinds };
  },
});

function shortened(kinds: readonly Finding[]): readonly Finding[] {
  const [first, ...others] = kinds.slice(mostKinds);
  if (!first) return kinds;
  const count = others.length + 1;
  const message = {
    en: `${count} further sequences come from a wrong encoding: the file as a whole is spoilt`,
    zh: `另有${count}种乱码：整个文件的编码有误`,
  };
  const parts = [{ key: 'text', value: `${count} sequences`, figure: null }];
  const labels = others.slice(0, mostLabels).map(({ primary }) => primary);
  return [...kinds.slice(0, mostKinds), { parts, message, primary: first.primary, labels }];
}

function hasMoreThanAscii(text: SourceText['text']): boolean {
  return /[^\t\r\n -~]/.test(text);
}

function findingOf(written: string, message: Bilingual, [first, ...others]: readonly Span[]): Finding {
  const places = others.length + 1;
  const more = others.length === 0 ? '' : `${others.length} more`;
  return {
    parts: [
      {
        key: `text/${codePoints(written)}`,
        value: places === 1 ? '1 place' : `${places} places`,
        figure: null,
      },
    ],
    message,
    primary: more === '' ? { span: first! } : { span: first!, text: `and ${more}` },
    labels: others.slice(0, mostLabels).map((span) => ({ span, text: 'the same' })),
  };
}

/** `U+00C3 U+00A9`, of at most three characters. */
function codePoints(text: string): string {
  const points = [...text].slice(0, 3).map((character) => {
    const point = character.codePointAt(0) ?? 0;
    return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  });
  return points.join(' ');
}
