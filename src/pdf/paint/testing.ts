/** For tests: display items in, the operators that paint them out. */
import { expect } from 'vitest';
import type { BorderEdge, DisplayItem, LaidOut, Radii } from '../../layout/display.ts';
import { checkPdf } from '../check/index.ts';
import { contentsOf } from '../check/testing.ts';
import { paintPdf } from '../index.ts';
import { el, layOut, OPTIONS } from '../testing.ts';

export const RED = { r: 255, g: 0, b: 0, alpha: 1 };
const NONE: BorderEdge = { width: 0, style: 'none', color: RED };
export const RECT = { x: 10, y: 20, width: 100, height: 50 };
export const round = (radius: number): Radii => {
  const corner = { x: radius, y: radius };
  return [corner, corner, corner, corner];
};
export const SQUARE = round(0);

/** The operators of these items, painted before anything else on a page; the file is checked, too. */
export async function painted(...items: readonly DisplayItem[]): Promise<string> {
  const laidOut = layOut(el('body', {}, el('h1', {}, 'Title')));
  const [page] = laidOut.pages;
  const withItems: LaidOut = { ...laidOut, pages: [{ ...page!, items: [...items, ...page!.items] }] };
  const { value } = await paintPdf(withItems, OPTIONS);
  expect(checkPdf(value!)).toEqual([]);
  const [content] = contentsOf(value!);
  return content!
    .slice(content!.indexOf('cm\n', 30) + 3, content!.indexOf('/H1'))
    .replace(/\n/g, ' ')
    .trim();
}

/** A border around `RECT`. */
export function border(
  edges: Partial<Record<'top' | 'right' | 'bottom' | 'left', BorderEdge>>,
  radius = 0,
): DisplayItem {
  return {
    kind: 'border',
    rect: RECT,
    radii: round(radius),
    top: NONE,
    right: NONE,
    bottom: NONE,
    left: NONE,
    ...edges,
  };
}
