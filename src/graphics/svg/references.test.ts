import { expect, test } from 'vitest';
import type { StyledElement } from '../../markup/tree.ts';
import { draw, element, labelsIn, pathsIn } from '../testing.ts';

const box = { viewBox: '0 0 100 50', alt: 'a drawing' };
const square = { width: '10', height: '10' };
const stops = [
  element('stop', { offset: '0', 'stop-color': '#ff0000' }),
  element('stop', { offset: '100%', style: 'stop-color: #0000ff; stop-opacity: 0.5' }),
];

const drawn = (...children: readonly StyledElement[]) => draw(element('svg', box, children));

function shapesOf(...children: readonly StyledElement[]) {
  const { drawing, messages } = drawn(...children);
  expect(messages).toEqual([]);
  return drawing!.shapes;
}

test('a linear gradient in parts of the box has the box of its path in its matrix', () => {
  const [shape] = shapesOf(
    element('defs', {}, [element('linearGradient', { id: 'a' }, stops)]),
    element('rect', { x: '20', y: '5', width: '40', height: '10', fill: 'url(#a)' }),
  );
  expect(shape).toMatchObject({
    paint: {
      fill: {
        coords: [0, 0, 1, 0],
        matrix: [40, 0, 0, 10, 20, 5],
        stops: [
          { at: 0, color: { r: 255, g: 0, b: 0, alpha: 1 } },
          { at: 1, color: { r: 0, g: 0, b: 255, alpha: 0.5 } },
        ],
      },
    },
  });
});

test('a radial gradient takes stops and units from another', () => {
  const [shape] = shapesOf(
    element('linearGradient', { id: 'a', gradientUnits: 'userSpaceOnUse' }, stops),
    element('radialGradient', { id: 'b', 'xlink:href': '#a', cx: '5', cy: '6', r: '7', fx: '4' }),
    element('circle', { r: '5', fill: 'url(#b)' }),
  );
  expect(shape).toMatchObject({
    paint: { fill: { coords: [4, 6, 0, 5, 6, 7], matrix: [1, 0, 0, 1, 0, 0] } },
  });
});

test('one stop is a colour, and none is nothing', () => {
  const one = element('linearGradient', { id: 'a' }, stops.slice(0, 1));
  const [shape] = shapesOf(one, element('rect', { ...square, fill: 'url(#a)' }));
  expect(shape).toMatchObject({ paint: { fill: { r: 255, g: 0, b: 0, alpha: 1 } } });
  const none = element('linearGradient', { id: 'a' });
  expect(shapesOf(none, element('rect', { ...square, fill: 'url(#a)' }))).toEqual([]);
});

test('the box of a curve is that of its bulge, not of its control points', () => {
  const [shape] = shapesOf(
    element('linearGradient', { id: 'a' }, stops),
    element('path', { d: 'M0 0C0 20 40 20 40 0', fill: 'url(#a)' }),
  );
  expect(shape).toMatchObject({ paint: { fill: { box: { x: 0, y: 0, width: 40, height: 15 } } } });
});

test('use copies an element to a place, and what it lacks it takes from there', () => {
  const shapes = shapesOf(
    element('defs', {}, [element('rect', { id: 'r', ...square })]),
    element('use', { href: '#r', x: '30', y: '4', fill: '#00ff00' }),
  );
  expect(shapes).toMatchObject([
    { matrix: [1, 0, 0, 1, 30, 4], shapes: [{ paint: { fill: { r: 0, g: 255, b: 0 } } }] },
  ]);
});

test('a symbol and an inner svg are fitted into their place and clipped', () => {
  const symbol = element('symbol', { id: 's', viewBox: '0 0 5 5' }, [element('rect', square)]);
  const inner = element('svg', { x: '50', ...square, viewBox: '0 0 20 20' }, [element('rect', square)]);
  const [first, second] = shapesOf(symbol, element('use', { href: '#s', x: '20', ...square }), inner);
  expect(first).toMatchObject({ clip: { evenOdd: false }, shapes: [{ matrix: [2, 0, 0, 2, 20, 0] }] });
  expect(second).toMatchObject({ shapes: [{ matrix: [0.5, 0, 0, 0.5, 50, 0] }] });
});

test('a clip cuts with one shape, turned as it and its clipPath are', () => {
  const clip = element('clipPath', { id: 'c', transform: 'translate(1 2)' }, [
    element('rect', { ...square, transform: 'scale(2)', 'clip-rule': 'evenodd' }),
  ]);
  const [group] = shapesOf(clip, element('rect', { ...square, 'clip-path': 'url(#c)' }));
  expect(group).toMatchObject({ kind: 'group', clip: { evenOdd: true } });
  if (group?.kind !== 'group') return;
  const paint = { strokeWidth: 1, dash: [], lineCap: 'butt', lineJoin: 'miter' } as const;
  expect(pathsIn([{ kind: 'path', paint, ...group.clip! }])).toEqual(['M1,2 L21,2 L21,22 L1,22 Z']);
  const empty = element('clipPath', { id: 'c' });
  const [none] = shapesOf(empty, element('rect', { ...square, style: 'clip-path: url(#c)' }));
  expect(none).toMatchObject({ clip: { commands: [] } });
});

test('dash offset and miter limit are those written', () => {
  const [shape] = shapesOf(
    element('path', { d: 'M0 0L9 9', stroke: '#000', 'stroke-miterlimit': '8', 'stroke-dashoffset': '3' }),
  );
  expect(shape).toMatchObject({ paint: { miterLimit: 8, dashOffset: 3 } });
});

test('the opacity of the whole drawing is not lost', () => {
  const { drawing } = draw(element('svg', { ...box, opacity: '0.5' }, [element('rect', square)]));
  expect(drawing!.shapes).toMatchObject([{ kind: 'group', opacity: 0.5 }]);
});

test('labels below use are shaped once for each copy', () => {
  const shapes = shapesOf(
    element('text', { id: 't', x: '1', y: '9' }, ['Gate']),
    element('use', { href: '#t', y: '10' }),
  );
  expect(labelsIn(shapes).map(({ text }) => text)).toEqual(['Gate', 'Gate']);
});

const gradient = (id: string, attributes: Readonly<Record<string, string>>) =>
  element('linearGradient', { id, ...attributes }, stops);
const filled = element('rect', { ...square, fill: 'url(#a)' });

test.each<readonly [string, readonly StyledElement[], string]>([
  ['a fill from nowhere', [filled], 'G003 there is no #a in this drawing'],
  [
    'a fill from something else',
    [element('rect', { id: 'a' }), filled],
    'G003 #a is a <rect>, not a <linearGradient> or <radialGradient>',
  ],
  [
    'a repeated gradient',
    [gradient('a', { spreadMethod: 'repeat' }), filled],
    'G003 "repeat" is not a spreadMethod that can be drawn',
  ],
  [
    'a gradient of itself',
    [gradient('a', { href: '#a' }), filled],
    'G003 this gradient refers to itself, or through too many others',
  ],
  [
    'a stroked gradient',
    [element('rect', { ...square, stroke: 'url(#a)' })],
    'G003 "url(#a)" is not a value of stroke',
  ],
  [
    'text in a gradient',
    [element('text', { fill: 'url(#a)' }, ['Gate'])],
    'G002 the text "Gate" is filled with a gradient; letters have one colour',
  ],
  [
    'outlined text',
    [element('text', { stroke: '#000' }, ['Gate'])],
    'G002 the outline of the text "Gate" is not drawn',
  ],
  ['another file', [element('use', { href: 'map.svg#a' })], 'G003 "map.svg#a" is not a part of this drawing'],
  ['use of nothing', [element('use')], 'G003 this <use> has no href'],
  [
    'use of its own group',
    [element('g', { id: 'a' }, [element('use', { href: '#a' })])],
    'G001 <use> copies #a into itself',
  ],
  [
    'a clip of two shapes',
    [
      element('clipPath', { id: 'c' }, [filled, filled]),
      element('rect', { ...square, 'clip-path': 'url(#c)' }),
    ],
    'G001 a <clipPath> holds one shape that is not clipped itself',
  ],
  [
    'an inner svg without a size',
    [element('svg', { viewBox: '0 0 9 9' })],
    'G003 this <svg> has no width and height',
  ],
  [
    'a transform of an inner svg',
    [element('svg', { ...square, transform: 'scale(2)' })],
    'G002 the attribute "transform" of <svg> has no effect',
  ],
])('%s is told', (_, children, message) => {
  expect(drawn(...children).messages).toContain(message);
});

test('copies of copies come to an end', () => {
  const levels = Array.from({ length: 20 }, (_, level) =>
    element('g', { id: `g${level}` }, [
      level === 0 ? element('rect', square) : element('use', { href: `#g${level - 1}` }),
      level === 0 ? element('rect', square) : element('use', { href: `#g${level - 1}` }),
    ]),
  );
  const { messages } = drawn(element('defs', {}, levels), element('use', { href: '#g19' }));
  expect(messages).toEqual(['G001 <use> makes more than 10000 copies']);
});

test('copies of a long path come to an end, too', () => {
  const long = element('path', { id: 'long', d: `M 0 0${' l 1 1'.repeat(2000)}` });
  const copies = Array.from({ length: 500 }, () => element('use', { href: '#long' }));
  const { messages } = drawn(element('defs', {}, [long]), ...copies);
  expect(messages).toEqual(['G001 <use> makes more than 1000000 characters of copied paths']);
});
