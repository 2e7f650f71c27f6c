import { expect, test } from 'vitest';
import type { ComputedStyle } from '../../style.ts';
import { faultsInCss, styleOf } from '../../testing.ts';

const px = (value: number) => ({ px: value, percent: 0 });
const percent = (value: number) => ({ px: 0, percent: value });
const styleWith = (declarations: string): ComputedStyle =>
  styleOf('<p>x</p>', `p { font-size: 10px; ${declarations} }`, 'p');

test.each([
  ['left', percent(0), percent(50)],
  ['bottom', percent(50), percent(100)],
  ['center', percent(50), percent(50)],
  ['bottom right', percent(100), percent(100)],
  ['center left', percent(0), percent(50)],
  ['top center', percent(50), percent(0)],
  ['10px', px(10), percent(50)],
  ['10px 2em', px(10), px(20)],
  ['left 20%', percent(0), percent(20)],
  ['20% bottom', percent(20), percent(100)],
  ['-5px -10%', px(-5), percent(-10)],
  ['calc(100% - 5px) 0', { px: -5, percent: 100 }, px(0)],
  ['right 5px bottom 10%', { px: -5, percent: 100 }, percent(90)],
  ['bottom 5px right 10%', percent(90), { px: -5, percent: 100 }],
  ['left 5px top', px(5), percent(0)],
  ['center bottom 5px', percent(50), { px: -5, percent: 100 }],
  ['right -5px top -5px', { px: 5, percent: 100 }, px(-5)],
])('background-position: %s', (value, x, y) => {
  expect(styleWith(`background-position: ${value}`).backgroundPosition).toEqual([{ x, y }]);
  expect(styleWith(`object-position: ${value}`).objectPosition).toEqual({ x, y });
});

test.each<[string, Partial<ComputedStyle>]>([
  [
    'background-position: left, 1px 2px',
    {
      backgroundPosition: [
        { x: percent(0), y: percent(50) },
        { x: px(1), y: px(2) },
      ],
    },
  ],
  ['background-size: cover, 10px', { backgroundSize: ['cover', { width: px(10), height: 'auto' }] }],
  ['background-size: auto 50%', { backgroundSize: [{ width: 'auto', height: percent(50) }] }],
  ['background-repeat: repeat-x', { backgroundRepeat: [{ x: 'repeat', y: 'no-repeat' }] }],
  ['background-repeat: repeat-y', { backgroundRepeat: [{ x: 'no-repeat', y: 'repeat' }] }],
  ['background-repeat: space', { backgroundRepeat: [{ x: 'space', y: 'space' }] }],
  ['background-repeat: round no-repeat', { backgroundRepeat: [{ x: 'round', y: 'no-repeat' }] }],
  ['background-clip: content-box, border-box', { backgroundClip: ['content-box', 'border-box'] }],
  ['background-image: none, none', { backgroundImage: [{ kind: 'none' }, { kind: 'none' }] }],
  ['background: content-box', { backgroundOrigin: ['content-box'], backgroundClip: ['content-box'] }],
  [
    'background: content-box border-box',
    { backgroundOrigin: ['content-box'], backgroundClip: ['border-box'] },
  ],
  [
    'background-clip: content-box; background-size: cover; background: red',
    {
      backgroundColor: { r: 255, g: 0, b: 0, alpha: 1 },
      backgroundImage: [{ kind: 'none' }],
      backgroundClip: ['border-box'],
      backgroundSize: [{ width: 'auto', height: 'auto' }],
      backgroundRepeat: [{ x: 'repeat', y: 'repeat' }],
    },
  ],
  [
    'background: no-repeat right 1px top / 50% auto, space padding-box 0 0 / cover #00f',
    {
      backgroundColor: { r: 0, g: 0, b: 255, alpha: 1 },
      backgroundImage: [{ kind: 'none' }, { kind: 'none' }],
      backgroundPosition: [
        { x: { px: -1, percent: 100 }, y: percent(0) },
        { x: px(0), y: px(0) },
      ],
      backgroundSize: [{ width: percent(50), height: 'auto' }, 'cover'],
      backgroundRepeat: [
        { x: 'no-repeat', y: 'no-repeat' },
        { x: 'space', y: 'space' },
      ],
      backgroundOrigin: ['padding-box', 'padding-box'],
      backgroundClip: ['border-box', 'padding-box'],
    },
  ],
])('%s', (declarations, expected) => {
  expect(styleWith(declarations)).toMatchObject(expected);
});

test.each([
  ['background-position: top 10px', '1:26', 'top'],
  ['background-position: left right', '1:26', 'left'],
  ['background-position: center 10px top 5px', '1:26', 'center'],
  ['background-position: 1px 2px 3px', '1:26', '1px'],
  ['background-size: -1px', '1:22', '-1px'],
  ['background-size: cover 10px', '1:28', '10px'],
  ['background-size: 1px 2px 3px', '1:30', '3px'],
  ['background-repeat: repeat-x repeat', '1:33', 'repeat'],
  ['background-origin: margin-box', '1:24', 'margin-box'],
  ['background-image: red', '1:23', 'red'],
  ['background: red, blue', '1:5', 'red, blue'],
  ['background: red 0 0 /', '1:25', '/'],
  ['background: 0 0 / red', '1:21', '/'],
  ['background: / cover', '1:17', '/'],
  ['object-fit: stretch', '1:17', 'stretch'],
  ['object-position: left left', '1:22', 'left'],
])('%s is refused at %s', (declaration, place, value) => {
  const messages = faultsInCss(`p { ${declaration} }`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(`a.css:${place} C004 "${value}"`);
});
