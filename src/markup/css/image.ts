/** Images of backgrounds: url() and gradients (css-images-3 §2–3). */
import type { Background } from '../style.ts';
import { gradient } from './gradient.ts';
import { either, fixed, type Grammar, mapped, single } from './grammar.ts';

export const image: Grammar<Background> = either(
  mapped<Background>({ none: { kind: 'none' } }),
  single<Background>(
    'url(…), linear-gradient(…), radial-gradient(…), repeating-linear-gradient(…), repeating-radial-gradient(…)',
    (value) => {
      if (value.kind === 'url') return fixed<Background>({ kind: 'image', path: value.path });
      return value.kind === 'function' ? gradient(value.name, value.args) : undefined;
    },
  ),
);
