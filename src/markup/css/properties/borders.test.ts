import { expect, test } from 'vitest';
import type { ComputedStyle } from '../../style.ts';
import { faultsInCss, styleOf } from '../../testing.ts';

const styleWith = (declarations: string): ComputedStyle =>
  styleOf('<p>x</p>', `p { font-size: 10px; ${declarations} }`, 'p');

/** The radii of the corners from the top left one on, `horizontal/vertical`. */
function radiiOf(declarations: string): string {
  const style = styleWith(declarations);
  const corners = [
    style.borderTopLeftRadius,
    style.borderTopRightRadius,
    style.borderBottomRightRadius,
    style.borderBottomLeftRadius,
  ];
  const text = ({ px, percent }: { px: number; percent: number }): string =>
    percent === 0 ? String(px) : `${px === 0 ? '' : `${px}+`}${percent}%`;
  return corners.map(({ horizontal, vertical }) => `${text(horizontal)}/${text(vertical)}`).join(' ');
}

test.each([
  ['border-radius: 5px', '5/5 5/5 5/5 5/5'],
  ['border-radius: 1px 2px', '1/1 2/2 1/1 2/2'],
  ['border-radius: 1px 2px 3px', '1/1 2/2 3/3 2/2'],
  ['border-radius: 1px 2px 3px 4px', '1/1 2/2 3/3 4/4'],
  ['border-radius: 1em 50%', '10/10 50%/50% 10/10 50%/50%'],
  ['border-radius: 10px / 20px', '10/20 10/20 10/20 10/20'],
  ['border-radius: 1px 2px 3px / 4px 5px', '1/4 2/5 3/4 2/5'],
  ['border-radius: 1px/10% 2px 3px 4px', '1/10% 1/2 1/3 1/4'],
  ['border-radius: calc(10% + 1px)', '1+10%/1+10% 1+10%/1+10% 1+10%/1+10% 1+10%/1+10%'],
  ['border-top-left-radius: 3px 4px', '3/4 0/0 0/0 0/0'],
  ['border-radius: 9px; border-bottom-right-radius: 20%', '9/9 9/9 20%/20% 9/9'],
  ['border-top-right-radius: 9px; border-radius: 1px', '1/1 1/1 1/1 1/1'],
])('%s', (declarations, expected) => {
  expect(radiiOf(declarations)).toBe(expected);
});

test.each(['dashed', 'dotted', 'double', 'groove', 'ridge', 'inset', 'outset', 'hidden'] as const)(
  'border: %s',
  (style) => {
    expect(styleWith(`border: 2px ${style} red`)).toMatchObject({
      borderTopStyle: style,
      borderLeftStyle: style,
    });
    expect(styleWith(`border-style: solid ${style}`)).toMatchObject({
      borderTopStyle: 'solid',
      borderRightStyle: style,
      borderBottomStyle: 'solid',
      borderLeftStyle: style,
    });
  },
);

test.each([
  ['border-radius: 1px /', '1:5', '1px /'],
  ['border-radius: / 1px', '1:20', '/'],
  ['border-radius: 1px 2px 3px 4px 5px', '1:36', '5px'],
  ['border-radius: 1px / 2px / 3px', '1:30', '/'],
  ['border-radius: -1px', '1:20', '-1px'],
  ['border-radius: auto', '1:20', 'auto'],
  ['border-top-left-radius: 1px / 2px', '1:33', '/'],
  ['border-top-left-radius: 1px 2px 3px', '1:37', '3px'],
  ['border-style: wavy', '1:19', 'wavy'],
  ['border-width: 10%', '1:19', '10%'],
  ['border-width: -1px', '1:19', '-1px'],
])('%s is refused at %s', (declaration, place, value) => {
  const messages = faultsInCss(`p { ${declaration} }`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(`a.css:${place} C004 "${value}"`);
});
