/** Underlines and their kin (css-text-decor-3): drawn by the box that asks for them, over all its text. */
import type { PlacedContent } from './finalize.ts';
import type { LineHeight } from './line-height.ts';
import type { LinePiece } from './lines.ts';
import type { Prepared } from './prepared.ts';
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
  const rules = stretches.map((stretch) => ({
    over: stretch.scope.style.textDecorationLine === 'line-through',
    rule: ruleOf(paragraph, stretch, height),
  }));
  return {
    under: rules.filter(({ over }) => !over).map(({ rule }) => rule),
    over: rules.filter(({ over }) => over).map(({ rule }) => rule),
  };
}

/** Thickness and place come from the font of the decorating box. */
function ruleOf(paragraph: Prepared, { scope, x, end }: Stretch, height: LineHeight): Rule {
  const { style, element } = scope;
  const face = paragraph.fonts.of(style, element).cascade.primary;
  const scale = style.fontSize / face.unitsPerEm;
  const thickness = face.underlineThickness * scale;
  const baseline = height.baselineOf(scope);
  const y = {
    none: baseline,
    underline: baseline - face.underlinePosition * scale,
    'line-through': baseline - (face.xHeight * scale + thickness) / 2,
    overline: baseline - face.ascent * scale,
  }[style.textDecorationLine];
  return { kind: 'rule', x, y, width: end - x, height: thickness, element };
}
