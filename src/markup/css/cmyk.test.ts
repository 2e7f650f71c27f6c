import { describe, expect, it } from 'vitest';
import { deviceCmyk } from './cmyk.ts';
import type { CssValue } from './values.ts';

const numbers = (...values: number[]) => values.map((value) => ({ kind: 'number', value }) as CssValue);

describe('device-cmyk()', () => {
  it('is painted as sRGB and keeps its inks', () => {
    expect(deviceCmyk(numbers(1, 0.5, 0, 0.2))).toEqual({
      r: 0,
      g: 102,
      b: 204,
      alpha: 1,
      cmyk: [1, 0.5, 0, 0.2],
    });
  });

  it('needs all four inks', () => {
    expect(deviceCmyk(numbers(1, 0, 0))).toBeUndefined();
    expect(deviceCmyk(numbers(1, 0, 0, 0, 0))).toBeUndefined();
  });
});
