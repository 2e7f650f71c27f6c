/** Round numbers for axes. */

/** A step of 1, 2 or 5 times a power of ten that divides `max` into at most `most` parts. */
export function niceStep(max: number, most: number): number {
  const rough = max / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9));
  return (step ?? 10) * power;
}

/** 0, step, 2·step … up to the first that is not below `max`. */
export function ticksTo(max: number, step: number): readonly number[] {
  const count = Math.max(1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** A tick as text, without the noise of binary fractions. */
export function tickText(value: number): string {
  return grouped(String(Number(value.toPrecision(12))));
}

/** Digits in threes from five digits on, as both languages print them: 12,796.11. */
export function grouped(decimal: string): string {
  return /^\d{5}/.test(decimal) ? decimal.replace(/\B(?=(\d{3})+(?=\.|$))(?<!\.\d*)/g, ',') : decimal;
}
