/** Hyphenation (css-text-4 §6.3): where `hyphens: auto` lets words be divided, in the text of a paragraph. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { labelsOf } from '../../diagnostics/diagnostic.ts';
import type { ComputedStyle } from '../../markup/style.ts';
import { breakAt } from './breaks.ts';
import { type FontCode, fontCodes } from './codes.ts';
import type { Segment } from './collect.ts';
import { createDictionary } from './dictionary.ts';

/** Marks the places where words may be divided in `breaks`, which has an entry for each offset of the text. */
export type Hyphenate = (text: string, segments: readonly Segment[], breaks: Uint8Array) => void;

/** css-text-4 §6.3.2 leaves `auto` to us: five letters, of which two stay behind and three go on. */
const autoLimits = [5, 2, 3] as const;

const words = /[\p{L}\p{M}]{2,}/gu;
/** A word beside one of these is divided by its author, or is a part of an address. */
const beside = /[\u00ad\p{N}@_/]/u;

/** Hyphenation with the dictionaries of a document; a language without one is reported once. */
export function createHyphenation(report: Report): Hyphenate {
  const dictionary = createDictionary();
  const told = new Set<string>();
  const tellMissing = (lang: string, segment: Segment, offset: number): void => {
    if (told.has(lang)) return;
    told.add(lang);
    const { content, scope } = segment;
    report({
      code: 'F008' satisfies FontCode,
      severity: 'warning',
      message:
        lang === ''
          ? '`hyphens: auto` has no effect, because the language of the text is not told'
          : `\`hyphens: auto\` has no effect, because there is no hyphenation dictionary for the language “${lang}”`,
      ...labelsOf(content.kind === 'text' ? content.originAt(offset) : scope.element.origin),
      help: lang === '' ? 'Give the element or <html> a `lang`.' : fontCodes.F008.help,
    });
  };
  const hyphenateSegment = (text: string, segment: Segment, breaks: Uint8Array): void => {
    const { style, element } = segment.scope;
    const { lang } = element;
    const known = dictionary.knows(lang);
    if (known === 'unneeded') return;
    const [least, before, after] = limitsOf(style);
    for (const { 0: word, index } of text.slice(segment.start, segment.end).matchAll(words)) {
      const start = segment.start + index;
      const end = start + word.length;
      if (word.length < Math.max(least, before + after) || isMarked(text, start, end)) continue;
      if (!known) {
        tellMissing(lang, segment, start);
        return;
      }
      for (const point of dictionary.points(word, lang)) {
        if (point >= before && word.length - point >= after && breaks[start + point] === breakAt.none)
          breaks[start + point] = breakAt.hyphen;
      }
    }
  };
  return (text, segments, breaks) => {
    for (const segment of segments) {
      if (segment.scope.style.hyphens === 'auto' && segment.content.kind === 'text')
        hyphenateSegment(text, segment, breaks);
    }
  };
}

function isMarked(text: string, start: number, end: number): boolean {
  return (start > 0 && beside.test(text[start - 1]!)) || (end < text.length && beside.test(text[end]!));
}

function limitsOf({ hyphenateLimitChars: limits }: ComputedStyle): readonly [number, number, number] {
  const [word, before, after] = limits === 'auto' ? autoLimits : limits;
  return [word, Math.max(1, before), Math.max(1, after)];
}
