import { expect, test } from 'vitest';
import type { Background } from '../style.ts';
import { faultsInCss, styleOf } from '../testing.ts';

const px = (value: number) => ({ px: value, percent: 0 });
const percent = (value: number) => ({ px: 0, percent: value });
const RED = { r: 255, g: 0, b: 0, alpha: 1 };
const BLUE = { r: 0, g: 0, b: 255, alpha: 1 };
const MIDDLE = { x: percent(50), y: percent(50) };
const twoStops = [{ color: RED }, { color: BLUE }];

const gradientOf = (value: string): Background | undefined =>
  styleOf('<p>x</p>', `p { font-size: 10px; background-image: ${value} }`, 'p').backgroundImage[0];

test.each([
  ['linear-gradient(red, blue)', { angle: 180 }],
  ['linear-gradient(to top, red, blue)', { angle: 0 }],
  ['linear-gradient(to left, red, blue)', { angle: 270 }],
  ['linear-gradient(to right bottom, red, blue)', { x: 'right', y: 'bottom' }],
  ['linear-gradient(TO BOTTOM LEFT, red, blue)', { x: 'left', y: 'bottom' }],
  ['linear-gradient(-30deg, red, blue)', { angle: -30 }],
  ['linear-gradient(.25turn, red, blue)', { angle: 90 }],
  ['linear-gradient(100grad, red, blue)', { angle: 90 }],
  ['linear-gradient(0, red, blue)', { angle: 0 }],
])('%s runs to %o', (value, to) => {
  expect(gradientOf(value)).toEqual({ kind: 'linear-gradient', repeating: false, to, stops: twoStops });
});

test.each([
  [
    'red 10px, blue 90%',
    [
      { color: RED, at: px(10) },
      { color: BLUE, at: percent(90) },
    ],
  ],
  [
    '10px red, 2em blue',
    [
      { color: RED, at: px(10) },
      { color: BLUE, at: px(20) },
    ],
  ],
  ['red 10px 20px, blue', [{ color: RED, at: px(10) }, { color: RED, at: px(20) }, { color: BLUE }]],
  [
    'red 10% 20%',
    [
      { color: RED, at: percent(10) },
      { color: RED, at: percent(20) },
    ],
  ],
  [
    'red -5px, blue calc(50% + 3px)',
    [
      { color: RED, at: px(-5) },
      { color: BLUE, at: { px: 3, percent: 50 } },
    ],
  ],
  ['red, 30%, blue', [{ color: RED }, { hint: percent(30) }, { color: BLUE }]],
])('the stops %s', (stops, expected) => {
  expect(gradientOf(`linear-gradient(${stops})`)).toMatchObject({ stops: expected });
  expect(gradientOf(`repeating-radial-gradient(circle, ${stops})`)).toMatchObject({
    repeating: true,
    stops: expected,
  });
});

test.each([
  ['red, blue', 'ellipse', 'farthest-corner', MIDDLE],
  ['circle, red, blue', 'circle', 'farthest-corner', MIDDLE],
  ['closest-side, red, blue', 'ellipse', 'closest-side', MIDDLE],
  ['farthest-side circle, red, blue', 'circle', 'farthest-side', MIDDLE],
  ['10px, red, blue', 'circle', { x: px(10), y: px(10) }, MIDDLE],
  ['10px circle, red, blue', 'circle', { x: px(10), y: px(10) }, MIDDLE],
  ['10px 20%, red, blue', 'ellipse', { x: px(10), y: percent(20) }, MIDDLE],
  ['0 0, red, blue', 'ellipse', { x: px(0), y: px(0) }, MIDDLE],
  ['at left, red, blue', 'ellipse', 'farthest-corner', { x: percent(0), y: percent(50) }],
  ['circle 1em at 20% 5px, red, blue', 'circle', { x: px(10), y: px(10) }, { x: percent(20), y: px(5) }],
  [
    'at right 10px bottom 20%, red, blue',
    'ellipse',
    'farthest-corner',
    { x: { px: -10, percent: 100 }, y: { px: 0, percent: 80 } },
  ],
])('radial-gradient(%s)', (inside, shape, size, center) => {
  expect(gradientOf(`radial-gradient(${inside})`)).toEqual({
    kind: 'radial-gradient',
    repeating: false,
    shape,
    size,
    center,
    stops: twoStops,
  });
});

test.each([
  'linear-gradient()',
  'linear-gradient(red)',
  'linear-gradient(red 10px)',
  'linear-gradient(to right)',
  'linear-gradient(right, red, blue)',
  'linear-gradient(to top bottom, red, blue)',
  'linear-gradient(to top top, red, blue)',
  'linear-gradient(to center, red, blue)',
  'linear-gradient(to left top right, red, blue)',
  'linear-gradient(45, red, blue)',
  'linear-gradient(45px, red, blue)',
  'linear-gradient(45deg 10deg, red, blue)',
  'linear-gradient(red, blue,)',
  'linear-gradient(, red, blue)',
  'linear-gradient(red 1px 2px 3px, blue)',
  'linear-gradient(red, 30%)',
  'linear-gradient(30%, red, blue)',
  'linear-gradient(red, 30%, 40%, blue)',
  'linear-gradient(red, url(a.png))',
  'radial-gradient(, red, blue)',
  'radial-gradient(circle ellipse, red, blue)',
  'radial-gradient(circle 10px 20px, red, blue)',
  'radial-gradient(ellipse 10px, red, blue)',
  'radial-gradient(circle 10%, red, blue)',
  'radial-gradient(circle calc(10% + 1px), red, blue)',
  'radial-gradient(10%, red, blue)',
  'radial-gradient(-1px, red, blue)',
  'radial-gradient(10px closest-side, red, blue)',
  'radial-gradient(circle at, red, blue)',
  'radial-gradient(at 10px 20px 30px, red, blue)',
  'radial-gradient(45deg, red, blue)',
])('%s is refused where it stands', (value) => {
  const messages = faultsInCss(`p { background: none; background-image: ${value} }`).filter(
    (message) => !message.includes('C007'),
  );
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^a\.css:1:41 C004 "(linear|radial)-gradient\(/);
});
