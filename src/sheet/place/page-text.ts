/** Headers and footers of printed pages: `left | centre | right` to the codes of SpreadsheetML (18.3.1.46). */
import type { Lang } from '../../model/publication.ts';
import { knownNames } from '../read/attributes.ts';
import type { Fault, Located } from '../read/fault.ts';

/** What sheets print below that say nothing of it. */
export const defaultFooters: Readonly<Record<Lang, string>> = {
  en: '{title} | | {sheet} · page {page} of {pages}',
  zh: '{title} | | {sheet} · 第 {page} 页，共 {pages} 页',
};

const SECTIONS = ['&L', '&C', '&R'];
/** Nine points, grey. */
const LOOK = '&9&K66757D';
const MAX_LENGTH = 255;

/** Reports unknown placeholders, more than three parts, and texts over 255 characters. */
export function pageText({ value, at }: Located<string>, title: string, fault: Fault): string {
  const words: Readonly<Record<string, string>> = {
    title: literal(title),
    sheet: '&A',
    page: '&P',
    pages: '&N',
  };
  const parts = value.split('|').map((part) => part.trim());
  if (parts.length > 3) {
    fault('X004', at, `"${value}" has ${parts.length} parts`, 'write at most three: left | centre | right');
    return '';
  }
  const code = parts
    .map((part, index) => (part === '' ? '' : `${SECTIONS[index]}${LOOK}${withWords(part)}`))
    .join('');
  if (code.length > MAX_LENGTH) {
    fault(
      'X004',
      at,
      `the printed text has ${code.length} characters; at most ${MAX_LENGTH} fit`,
      'shorten it',
    );
  }
  return code;

  function withWords(part: string): string {
    return part
      .split(/(\{[a-z]*\})/)
      .map((piece) => {
        const name = /^\{([a-z]*)\}$/.exec(piece)?.[1];
        if (name === undefined) return literal(piece);
        if (!Object.hasOwn(words, name))
          fault(
            'X004',
            at,
            `there is no {${name}} in headers and footers`,
            knownNames(name, Object.keys(words)),
          );
        return words[name] ?? '';
      })
      .join('');
  }
}

/** `&` begins a code. */
function literal(text: string): string {
  return text.replaceAll('&', '&&').replace(/\s+/g, ' ');
}
