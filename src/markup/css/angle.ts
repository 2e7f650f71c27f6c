/** Angles (css-values-4 §7.1). */
import type { CssValue } from './values.ts';

/** Degrees per unit. */
const degrees: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

/** An angle in degrees; a plain zero is one. Undefined for anything else. */
export function angleOf(value: CssValue): number | undefined {
  if (value.kind === 'number') return value.value === 0 ? 0 : undefined;
  if (value.kind !== 'dimension' || !Object.hasOwn(degrees, value.unit)) return undefined;
  const angle = (value.value * degrees[value.unit]!) % 360;
  return Number.isFinite(angle) ? angle : undefined;
}
