/** Inline elements that are shifted or translucent, and what is inside them (css-position-3 §3.3, css-color-4 §3.3). */
import type { ComputedStyle } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { LinesBox } from '../box/box.ts';
import { relativeShift } from '../flow/sizes.ts';

export interface InlineEffect {
  readonly x: number;
  readonly y: number;
  readonly opacity: number;
}

/** No shift, fully opaque. */
export const NO_EFFECT: InlineEffect = { x: 0, y: 0, opacity: 1 };

type Effects = ReadonlyMap<StyledElement, InlineEffect>;

/** The effect on every element inside lines of this width; undefined when there is none, as there mostly is. */
export type EffectsOf = (box: LinesBox, width: number) => Effects | undefined;

/** Remembers the last paragraph: its lines are painted one after the other, and it may be as long as the document. */
export function createEffects(): EffectsOf {
  let last: { readonly box: LinesBox; readonly width: number; readonly effects: Effects } | undefined;
  return (box, width) => {
    if (!box.hasEffects) return undefined;
    if (last?.box !== box || last.width !== width) last = { box, width, effects: effectsIn(box, width) };
    return last.effects;
  };
}

function effectsIn({ parts }: LinesBox, width: number): Effects {
  const effects = new Map<StyledElement, InlineEffect>();
  const open: InlineEffect[] = [NO_EFFECT];
  for (const part of parts) {
    const outer = open.at(-1) ?? NO_EFFECT;
    if (part.kind === 'open') {
      const effect = combined(outer, part.element.style, width);
      effects.set(part.element, effect);
      open.push(effect);
    } else if (part.kind === 'close') open.pop();
    else if (part.kind === 'box') effects.set(part.box.element, outer);
  }
  return effects;
}

/** `width` is that of the containing block; its height is never definite for text. */
function combined(
  outer: InlineEffect,
  { position, top, right, bottom, left, opacity }: ComputedStyle,
  width: number,
): InlineEffect {
  const isShifted = position === 'relative';
  return {
    x: outer.x + (isShifted ? relativeShift(left, right, width) : 0),
    y: outer.y + (isShifted ? relativeShift(top, bottom, undefined) : 0),
    opacity: outer.opacity * opacity,
  };
}
