import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StyledElement } from '../../markup/tree.ts';
import { draw, element, labelsIn, millimetres } from '../testing.ts';
import { overlap } from './boxes.ts';
import { textWidth } from './text-width.ts';

function datum(label: string, value = '', note = ''): StyledElement {
  return element('datum', { label, ...(value !== '' && { value }), ...(note !== '' && { note }) });
}

function chart(
  attributes: Record<string, string>,
  data: readonly StyledElement[],
  styled = {},
): ReturnType<typeof draw> {
  return draw(element('chart', { alt: 'a chart', ...attributes }, data, styled));
}

/** Boxes of all labels, as wide as the text is taken to be. */
function labelBoxes(
  drawing: NonNullable<ReturnType<typeof draw>['drawing']>,
): { text: string; left: number; right: number; top: number; bottom: number }[] {
  return labelsIn(drawing.shapes).map(({ text, x, y, anchor, fontSize }) => {
    const width = textWidth(text, fontSize);
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { text, left, right: left + width, top: y - fontSize * 0.72, bottom: y + fontSize * 0.2 };
  });
}

test('bars are as long as their values, with names, values and steps', () => {
  const { drawing, messages } = chart({ type: 'bar', unit: 'km²' }, [
    datum('Approved', '27.96', 'catalogue, 2018'),
    datum('Built', '8'),
  ]);
  expect(messages).toEqual([]);
  const widths = drawing!.shapes.flatMap((shape) => {
    if (shape.kind !== 'path' || !shape.paint.fill) return [];
    const [from, to] = shape.commands;
    return from?.op === 'M' && to?.op === 'L' ? [to.x - from.x] : [];
  });
  expect(widths[0]! / widths[1]!).toBeCloseTo(27.96 / 8, 6);
  expect(labelsIn(drawing!.shapes).map((label) => label.text)).toEqual([
    '0',
    '5',
    '10',
    '15',
    '20',
    '25',
    '30',
    'km²',
    'Approved',
    'catalogue, 2018',
    '27.96',
    'Built',
    '8',
  ]);
  expect(drawing!.viewBox.width).toBe(174);
});

test('a chart of a given width keeps the size of its text', () => {
  const { drawing } = chart({ type: 'bar' }, [datum('面积', '12796.11')], { width: millimetres(80) });
  expect(drawing!.viewBox.width).toBeCloseTo(80);
  expect(drawing!.width).toBeCloseTo(millimetres(80).px);
  expect(labelsIn(drawing!.shapes).map((label) => label.text)).toContain('12,796.11');
});

test('a spoke is as long as its time; a place without one has a dashed spoke past the last ring', () => {
  const { drawing } = chart({ type: 'radial', center: 'The park', rings: '10 20 30', 'ring-unit': 'min' }, [
    datum('Station', '20'),
    datum('Road', '', 'near'),
  ]);
  const spokes = drawing!.shapes.flatMap((shape) => {
    if (shape.kind !== 'path' || !shape.paint.stroke || shape.commands.length !== 2) return [];
    const [from, to] = shape.commands;
    return from?.op === 'M' && to?.op === 'L'
      ? [{ length: Math.hypot(to.x - from.x, to.y - from.y), dashed: shape.paint.dash.length > 0 }]
      : [];
  });
  expect(spokes[0]!.length).toBeCloseTo((38 * 20) / 30);
  expect(spokes[0]!.dashed).toBe(false);
  expect(spokes[1]!.length).toBeGreaterThan(38);
  expect(spokes[1]!.dashed).toBe(true);
});

const place = fc.record({
  label: fc.stringMatching(/^[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9}){0,4}$/),
  value: fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 120 }).map(String)),
  note: fc.constantFrom('', 'near', '13.5 km, 30 min'),
});

test('no name of a location sketch covers another or leaves the drawing', () => {
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 106, max: 200 }),
      (places, width) => {
        const data = places.map(({ label, value, note }) => datum(label, value, note));
        const { drawing, messages } = chart({ type: 'radial', 'ring-unit': 'min' }, data, {
          width: millimetres(width),
        });
        expect(messages).toEqual([]);
        const boxes = labelBoxes(drawing!).filter(
          (box) => !box.text.endsWith(' min') || box.text.includes('km'),
        );
        const { x, y, width: wide, height } = drawing!.viewBox;
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThan(x - 0.01);
          expect(box.right).toBeLessThan(x + wide + 0.01);
          expect(box.top).toBeGreaterThan(y);
          expect(box.bottom).toBeLessThan(y + height);
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(0);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('the cover art follows the data: same data same picture, other data another, dots on the sheet', () => {
  const art = (...data: StyledElement[]) =>
    chart({ type: 'orbit', alt: '' }, data, { width: millimetres(210), height: millimetres(238) }).drawing!;
  const one = art(datum('Approved', '27.96'), datum('Built', '8'), datum('Airport'));
  expect(art(datum('Approved', '27.96'), datum('Built', '8'), datum('Airport'))).toEqual(one);
  expect(art(datum('Approved', '27.96'), datum('Built', '9'), datum('Airport'))).not.toEqual(one);
  expect(one.alt).toBeUndefined();
  expect(one.viewBox).toMatchObject({ x: 0, y: 0 });
  expect(labelsIn(one.shapes)).toEqual([]);
});

test('faults of charts are told together', () => {
  const data = [
    element('datum', { label: 'Built', value: '8 km2', tone: '7' }),
    element('datum', { value: '3', href: '#x' }),
  ];
  expect(draw(element('chart', { type: 'bars', rings: '3 2' }, data)).messages).toEqual([
    'G006 there is no chart of type "bars"',
    'G006 "8 km2" is not a plain decimal number',
    'G006 there is no tone "7"',
    'G002 the attribute "href" of <datum> has no effect',
    'G006 this <datum> has no label',
    'G003 "3 2" is not a list of rings',
  ]);
  expect(chart({ type: 'bar', highlight: 'Biult' }, [datum('Built', '8')]).messages).toEqual([
    'G006 no datum has the label "Biult", which is to be highlighted',
  ]);
  expect(chart({ type: 'bar' }, []).messages).toEqual(['G006 this <chart> has no data']);
  const narrow = chart({ type: 'radial' }, [datum('a', '1')], { width: millimetres(80) });
  expect(narrow.messages).toEqual(['G006 a radial chart needs 106 mm, but this one is 80 mm wide']);
});
