import { expect, test } from 'vitest';
import { draw, element, labelsIn, pathsIn } from '../testing.ts';

const box = { viewBox: '0 0 100 50', alt: 'a drawing' };

function paths(...children: Parameters<typeof element>[2] & unknown[]): readonly string[] {
  const { drawing, messages } = draw(element('svg', box, children));
  expect(messages).toEqual([]);
  return pathsIn(drawing!.shapes);
}

test('path commands become absolute moves, lines and curves', () => {
  expect(paths(element('path', { d: 'm10 10 5 5h10v-3H0z l1,1' }))).toEqual([
    'M10,10 L15,15 L25,15 L25,12 L0,12 Z L11,11',
  ]);
});

test('smooth commands mirror the last control point, and only one of their own kind', () => {
  expect(paths(element('path', { d: 'M0 0C0 10 10 10 10 0S20-10 20 0' }))).toEqual([
    'M0,0 C0,10 10,10 10,0 C10,-10 20,-10 20,0',
  ]);
  expect(paths(element('path', { d: 'M0 0Q3 3 6 0T12 0' }))).toEqual(['M0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0']);
  expect(paths(element('path', { d: 'M0 0Q3 3 6 0S12 3 12 0' }))).toEqual([
    'M0,0 C2,2 4,2 6,0 C6,0 12,3 12,0',
  ]);
});

test('an arc with glued flags is a half circle of two quarter curves', () => {
  expect(paths(element('path', { d: 'M0 0a5 5 0 0110 0' }))).toEqual([
    'M0,0 C0,-2.76 2.24,-5 5,-5 C7.76,-5 10,-2.76 10,0',
  ]);
});

test('radii that are too small grow, and a flat arc is a line', () => {
  expect(paths(element('path', { d: 'M0 0A1 1 0 0 1 10 0' }))[0]).toMatch(/^M0,0 C0,-2\.76 /);
  expect(paths(element('path', { d: 'M0 0A0 4 0 0 1 10 0' }))).toEqual(['M0,0 L10,0']);
});

test('a broken path says what is wrong and where', () => {
  const { messages } = draw(
    element('svg', box, [
      element('path', { d: 'M0 0 L10' }),
      element('path', { d: 'L1 1' }),
      element('path', { d: 'M0 0Z 4' }),
    ]),
  );
  expect(messages).toEqual([
    'G004 the command L needs 2 numbers, but number 2 is the end (character 9 of d)',
    'G004 a path must begin with M, not with "L" (character 1 of d)',
    'G004 "4" stands where a path command should (character 7 of d)',
  ]);
});

test('basic shapes', () => {
  expect(
    paths(
      element('rect', { x: '1', y: '2', width: '10', height: '5' }),
      element('line', { x2: '9', y2: '3', stroke: '#000' }),
      element('polygon', { points: '0,0 4,0 4,4' }),
      element('circle', { r: '0' }),
    ),
  ).toEqual(['M1,2 L11,2 L11,7 L1,7 Z', 'M0,0 L9,3', 'M0,0 L4,0 L4,4 Z']);
});

test('fill and stroke are inherited; style is stronger than attributes; opacity multiplies into colours', () => {
  const inner = element('rect', {
    width: '1',
    height: '1',
    fill: '#fff',
    style: 'fill: #c2431d; fill-opacity: 50%',
  });
  const { drawing, messages } = draw(
    element('svg', box, [element('g', { stroke: '#17475e', 'stroke-width': '2' }, [inner])]),
  );
  expect(messages).toEqual([]);
  expect(drawing!.shapes[0]).toMatchObject({
    paint: {
      fill: { r: 194, g: 67, b: 29, alpha: 0.5 },
      stroke: { r: 23, g: 71, b: 94, alpha: 1 },
      strokeWidth: 2,
    },
  });
});

test('transforms apply from left to right', () => {
  const { drawing } = draw(
    element('svg', box, [
      element('rect', { width: '1', height: '1', transform: 'translate(10,5) scale(2) rotate(90)' }),
    ]),
  );
  const [group] = drawing!.shapes;
  expect(group).toMatchObject({ kind: 'group' });
  if (group?.kind === 'group')
    expect(group.matrix.map((value) => Math.round(value * 1e6) / 1e6 || 0)).toEqual([0, 2, -2, 0, 10, 5]);
});

test('text with a font of its own, and tspans with places of their own', () => {
  const text = element(
    'text',
    { x: '5', y: '9', 'font-size': '3.1', 'font-weight': 'bold', 'text-anchor': 'end' },
    ['Baotou', element('tspan', { x: '5', dy: '4', fill: '#55626d' }, ['20 min'])],
  );
  const { drawing, messages } = draw(element('svg', box, [text]));
  expect(messages).toEqual([]);
  expect(labelsIn(drawing!.shapes)).toMatchObject([
    { text: 'Baotou', x: 5, y: 9, anchor: 'end', fontSize: 3.1, fontWeight: 700, fontFamily: ['Sans'] },
    { text: '20 min', x: 5, y: 13, color: { r: 85, g: 98, b: 109, alpha: 1 } },
  ]);
});

test('what cannot be drawn is named, never dropped', () => {
  const { messages } = draw(
    element('svg', { viewBox: '0 0 9', width: '-3', heigth: '3' }, [
      element('linearGradient'),
      element('rect', {
        width: '5',
        height: 'tall',
        fill: 'url(#a)',
        'clip-path': 'url(#c)',
        transform: 'turn(4)',
      }),
      element('text', {}, ['one', element('tspan', {}, ['two'])]),
    ]),
  );
  expect(messages).toEqual([
    'G003 "-3" is not a width of a drawing',
    'G003 "0 0 9" is not a viewBox',
    'G002 the attribute "heigth" of <svg> has no effect',
  ]);
  const inside = draw(
    element('svg', box, [
      element('pattern'),
      element('rect', {
        width: '5',
        height: 'tall',
        fill: 'url(#a)',
        'clip-path': 'url(#c)',
        mask: 'url(#m)',
        transform: 'turn(4)',
      }),
      element('text', {}, ['one', element('tspan', {}, ['two'])]),
    ]),
  );
  expect(inside.messages).toEqual([
    'G001 <pattern> cannot be drawn',
    'G002 the attribute "mask" of <rect> has no effect',
    'G003 "tall" is not a length for height',
    'G003 "turn(4)" is not a transform',
    'G003 there is no #c in this drawing',
    'G001 this <tspan> follows other text and has no x',
  ]);
});

test('text whose letters would only be outlined is told, not lost', () => {
  const outlined = element('text', { fill: 'none', stroke: '#000' }, ['Park']);
  expect(draw(element('svg', box, [outlined])).messages).toEqual([
    'G002 the text "Park" has no fill; outlines of letters are not drawn',
  ]);
  const hidden = element('text', { visibility: 'hidden' }, ['Park']);
  expect(draw(element('svg', box, [hidden])).messages).toEqual([]);
});

test('size, fit and alternative', () => {
  const svg = element(
    'svg',
    { viewBox: '0 0 100 50', width: '10mm', preserveAspectRatio: 'xMinYMax slice' },
    [element('title', {}, ['Two  roads'])],
  );
  const { drawing } = draw(svg);
  expect(drawing!.width).toBeCloseTo(37.795, 2);
  expect(drawing!.height).toBeCloseTo(18.898, 2);
  expect(drawing).toMatchObject({ fit: { alignX: 0, alignY: 1, mode: 'slice' }, alt: 'Two roads' });
  expect(
    draw(element('svg', { viewBox: '0 0 1 1', 'aria-hidden': 'true', alt: 'x' })).drawing?.alt,
  ).toBeUndefined();
  expect(draw(element('svg', { viewBox: '0 0 1 1', alt: '' })).drawing?.alt).toBeUndefined();
});

test('deep nesting ends with a message, not with the stack', () => {
  let inner = element('rect', { width: '1', height: '1' });
  for (let depth = 0; depth < 5000; depth++) inner = element('g', {}, [inner]);
  expect(draw(element('svg', box, [inner])).messages).toEqual([
    'G001 groups are nested more than 64 deep here',
  ]);
});
