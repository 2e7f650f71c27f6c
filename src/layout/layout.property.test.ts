import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DisplayItem, Page } from './display.ts';
import { layoutBody } from './testing/pages.ts';
import { documents, flows, wordsIn } from './testing/random-documents.ts';

/** The same documents on every run; other seeds look further. */
const runs = { seed: 20260916, numRuns: 150 };
const patience = 60_000;

/** The same document split elsewhere: pages of several heights, some of them too low for anything. */
const pageHeights = fc.constantFrom(50, 60, 120, 120, 400);

function sheet(height: number): string {
  return `@page { size: 240px ${height}px } @page b { margin: 10px } td, th { vertical-align: top }`;
}

type TextItem = Extract<DisplayItem, { kind: 'text' }>;

function textItems({ items }: Page): TextItem[] {
  return items.filter((item) => item.kind === 'text').filter(({ owner }) => 'element' in owner);
}

function words(items: readonly TextItem[]): string[] {
  return items.flatMap(({ run }) => run.text.match(/w[0-9a-z]+/g) ?? []);
}

test(
  'any document ends on pages of any height, and every word of it is printed exactly once',
  () => {
    fc.assert(
      fc.property(documents, pageHeights, (markup, height) => {
        const { laidOut, messages } = layoutBody(markup, sheet(height));
        const pages = laidOut?.pages ?? [];
        expect(words(pages.flatMap(textItems)).sort()).toEqual(wordsIn(markup).sort());
        // What is off its page is told.
        if (messages.some((message) => /L00[1-5]/.test(message))) return;
        for (const page of pages)
          for (const { baseline } of textItems(page))
            expect(baseline + 2).toBeLessThanOrEqual(page.height + 1);
      }),
      runs,
    );
  },
  patience,
);

/** Pairs of texts whose squares overlap. */
function overlaps(items: readonly TextItem[]): string[] {
  const boxes = items.map(({ x, baseline, run }) => ({
    x,
    end: x + run.text.trimEnd().length * 10,
    y: baseline,
    text: run.text,
  }));
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => Math.abs(a.y - b.y) < 10 - 1e-6 && a.x < b.end - 1e-6 && b.x < a.end - 1e-6)
      .map((b) => `${a.text} on ${b.text}`),
  );
}

test(
  'one flow is printed in order, and no two of its lines overlap',
  () => {
    fc.assert(
      fc.property(flows, pageHeights, (markup, height) => {
        const pages = layoutBody(markup, sheet(height)).laidOut?.pages ?? [];
        expect(words(pages.flatMap(textItems))).toEqual(wordsIn(markup));
        expect(pages.flatMap((page) => overlaps(textItems(page)))).toEqual([]);
      }),
      runs,
    );
  },
  patience,
);
