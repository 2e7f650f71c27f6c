import { expect, test } from 'vitest';
import type { Drawing, Shape } from '../../graphics/shapes.ts';
import type { DisplayItem, LaidOut } from '../../layout/display.ts';
import { checkPdf } from '../check/index.ts';
import { contentsOf, textOf } from '../check/testing.ts';
import { paintPdf } from '../index.ts';
import { el, layOut, OPTIONS, runOf } from '../testing.ts';

const RED = { r: 255, g: 0, b: 0, alpha: 1 };
const PLAIN = { strokeWidth: 0, dash: [], lineCap: 'butt', lineJoin: 'miter' } as const;

function line(paint: Partial<Extract<Shape, { readonly kind: 'path' }>['paint']>): Shape {
  return {
    kind: 'path',
    evenOdd: false,
    commands: [
      { op: 'M', x: 0, y: 0 },
      { op: 'L', x: 10, y: 2.5 },
    ],
    paint: { ...PLAIN, ...paint },
  };
}

/** The page with a drawing of 10 by 10 units in a box of 40 by 20 px at 100, 200. */
async function painted(shapes: readonly Shape[], labels: readonly string[] = []): Promise<Uint8Array> {
  const laidOut = layOut(el('body', {}, el('h1', {}, 'T'), el('svg', { alt: 'A line' })));
  const drawing: Drawing = { viewBox: { x: 0, y: 0, width: 10, height: 10 }, alt: 'A line', shapes };
  const items = laidOut.pages[0]!.items.map(
    (item): DisplayItem =>
      item.kind === 'drawing'
        ? {
            ...item,
            rect: { x: 100, y: 200, width: 40, height: 20 },
            drawing,
            labels: labels.map((text) => ({ x: 1, baseline: 5, runs: [runOf(text, 2), runOf('!', 2)] })),
          }
        : item,
  );
  const withItems: LaidOut = { ...laidOut, pages: [{ ...laidOut.pages[0]!, items }] };
  const { value } = await paintPdf(withItems, OPTIONS);
  expect(checkPdf(value!)).toEqual([]);
  return value!;
}

async function operatorsOf(...shapes: readonly Shape[]): Promise<string> {
  const [content] = contentsOf(await painted(shapes));
  return content!.slice(content!.indexOf('/Figure')).replace(/\n/g, ' ');
}

test('a drawing keeps its proportions, stands in the middle of its box and is cut off at its edges', async () => {
  expect(await operatorsOf(line({ fill: RED }))).toMatch(
    /BDC q 100 200 40 20 re W n q 2 0 0 2 110 200 cm 1 0 0 rg 0 0 m 10 2\.5 l f Q Q EMC/,
  );
});

test('strokes have their pen', async () => {
  const found = await operatorsOf(line({ stroke: RED, strokeWidth: 1.5, dash: [3, 1], lineCap: 'round' }));
  expect(found).toContain('1 0 0 RG 1.5 w 1 J 0 j 4 M [3 1] 0 d 0 0 m 10 2.5 l S');
});

test('shapes without colour are not painted', async () => {
  expect(await operatorsOf(line({}), line({ fill: { ...RED, alpha: 0 } }))).not.toContain(' m ');
});

test('groups turn and fade what is in them', async () => {
  const group: Shape = {
    kind: 'group',
    matrix: [0, 1, -1, 0, 3, 4],
    opacity: 0.5,
    shapes: [line({ fill: RED })],
  };
  expect(await operatorsOf(group)).toMatch(/q 0 1 -1 0 3 4 cm \/G\d+ gs 1 0 0 rg 0 0 m 10 2\.5 l f Q/);
});

test('labels are text of the figure, run after run', async () => {
  const label: Shape = {
    kind: 'label',
    label: {
      x: 1,
      y: 5,
      anchor: 'start',
      text: '',
      fontFamily: [],
      fontSize: 2,
      fontWeight: 400,
      color: RED,
    },
  };
  const bytes = await painted([label], ['Area 面积']);
  expect(textOf(bytes)).toBe('T|Area 面积!');
  await expect(painted([label])).rejects.toThrow('more labels');
});
