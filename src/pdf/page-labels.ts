/** Page labels (ISO 32000-1, 12.4.2): what a viewer calls the pages is what is printed on them. */
import type { Page, PageLabel } from '../layout/display.ts';
import { type PdfDict, type PdfValue, text } from './objects.ts';

/** The counter styles that PDF can count in itself. */
const NUMBERING: Readonly<Partial<Record<PageLabel['style'], string>>> = {
  decimal: 'D',
  'upper-roman': 'R',
  'lower-roman': 'r',
};

/** A number tree of labels, with an entry wherever the counting does not just go on. */
export function pageLabels(pages: readonly Page[]): PdfDict {
  const nums: PdfValue[] = [];
  pages.forEach(({ label }, index) => {
    const before = pages[index - 1]?.label;
    if (!before || !goesOn(before, label)) nums.push(index, entryOf(label));
  });
  return { Nums: nums };
}

function goesOn(before: PageLabel, label: PageLabel): boolean {
  return (
    isCounted(before) && isCounted(label) && before.style === label.style && label.value === before.value + 1
  );
}

/** Numbers start at one; from 4000 on there are no Roman ones. PDF's letters count otherwise than those of CSS. */
function isCounted({ style, value }: PageLabel): boolean {
  return NUMBERING[style] !== undefined && value >= 1 && (style === 'decimal' || value < 4000);
}

function entryOf(label: PageLabel): PdfDict {
  if (!isCounted(label)) return { P: text(label.text) };
  return { S: NUMBERING[label.style], ...(label.value > 1 ? { St: label.value } : {}) };
}
