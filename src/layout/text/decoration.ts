/** Underlines and their kin (css-text-decor-3): drawn by the box that asks for them, over all its text. */
import type { ComputedStyle } from '../../markup/style.ts';
import type { FontFace } from './face.ts';
import type { PlacedContent } from './finalize.ts';
import type { LineHeight } from './line-height.ts';
import type { LinePiece } from './lines.ts';
import { lengthOf, type Prepared } from './prepared.ts';
import type { Scope } from './scope.ts';

type Rule = Extract<LinePiece, { readonly kind: 'rule' }>;

interface Stretch {
  readonly scope: Scope;
  readonly x: number;
  end: number;
}

/** Rules painted before the text and rules painted over it. An atomic interrupts them (§2.1). */
export function decorationRules(
  paragraph: Prepared,
  contents: readonly PlacedContent[],
  height: LineHeight,
): { readonly under: readonly Rule[]; readonly over: readonly Rule[] } {
  const stretches: Stretch[] = [];
  let current = new Map<Scope, Stretch>();
  for (const content of contents) {
    if (content.kind === 'atomic') {
      current = new Map();
      continue;
    }
    for (let scope: Scope | undefined = content.scope; scope !== undefined; scope = scope.parent) {
      if (scope.style.textDecorationLine === 'none') continue;
      const known = current.get(scope);
      if (known !== undefined) known.end = content.x + content.width;
      else {
        const stretch = { scope, x: content.x, end: content.x + content.width };
        current.set(scope, stretch);
        stretches.push(stretch);
      }
    }
  }
  const rules = (isOver: boolean): readonly Rule[] =>
    stretches
      .filter(({ scope }) => (scope.style.textDecorationLine === 'line-through') === isOver)
      .flatMap((stretch) => rulesOf(paragraph, stretch, height));
  return { under: rules(false), over: rules(true) };
}

/** Thickness and place come from the font of the decorating box, its style divides the line (css-text-decor-4 §2). */
function rulesOf(paragraph: Prepared, { scope, x, end }: Stretch, height: LineHeight): readonly Rule[] {
  const { style, element } = scope;
  const face = paragraph.fonts.of(style, element).cascade.primary;
  const scale = style.fontSize / face.unitsPerEm;
  const thickness = thicknessOf(style, face, scale);
  const baseline = height.baselineOf(scope);
  const offset = style.textUnderlineOffset;
  const y = {
    none: baseline,
    underline:
      offset === 'auto'
        ? baseline - face.underlinePosition * scale
        : baseline + lengthOf(offset, style.fontSize),
    'line-through': baseline - (face.xHeight * scale + thickness) / 2,
    overline: baseline - face.ascent * scale,
  }[style.textDecorationLine];
  const color = style.textDecorationColor;
  const rule = (from: number, width: number, top: number): Rule => {
    return { kind: 'rule', x: from, y: top, width, height: thickness, element, color };
  };
  switch (style.textDecorationStyle) {
    case 'solid':
      return [rule(x, end - x, y)];
    case 'double':
      return [rule(x, end - x, y), rule(x, end - x, y + 2 * thickness)];
    case 'dotted':
      return dashes(x, end, thickness, thickness).map(([from, width]) => rule(from, width, y));
    case 'dashed':
      return dashes(x, end, 3 * thickness, 2 * thickness).map(([from, width]) => rule(from, width, y));
  }
}

function thicknessOf(
  { textDecorationThickness: thickness, fontSize }: ComputedStyle,
  face: FontFace,
  scale: number,
): number {
  if (thickness === 'auto' || thickness === 'from-font') return face.underlineThickness * scale;
  return lengthOf(thickness, fontSize);
}

/** More dashes than this on one line are drawn as a solid line. */
const mostDashes = 1000;

/** Places and widths of dashes from `x` to `end`, the last one cut off there. */
function dashes(x: number, end: number, dash: number, gap: number): readonly (readonly [number, number])[] {
  const count = Math.ceil((end - x) / (dash + gap));
  if (!(count >= 1 && count <= mostDashes)) return [[x, end - x]];
  return Array.from({ length: count }, (_, i) => {
    const from = x + i * (dash + gap);
    return [from, Math.min(dash, end - from)] as const;
  });
}
