/** Backgrounds (css-backgrounds-3 §2): a colour and layers of images, uppermost first. */
import type {
  Background,
  BackgroundBox,
  BackgroundRepeat,
  BackgroundSize,
  Position,
  Tiling,
} from '../../style.ts';
import { color, transparent } from '../color.ts';
import {
  type Computation,
  type Cursor,
  changed,
  either,
  fixed,
  type Grammar,
  keyword,
  mapped,
  several,
  skipDelim,
} from '../grammar.ts';
import { image } from '../image.ts';
import { lengthPercentage } from '../length.ts';
import { position } from '../position.ts';
import { own, type PropertyTable } from './property.ts';

/** More layers than this are refused. */
const maximumLayers = 64;

/** One value per layer, between commas. */
function layers<T>(grammar: Grammar<T>): Grammar<readonly T[]> {
  return {
    ...grammar,
    read: (cursor) => {
      const found: Computation<T>[] = [];
      do {
        const one = grammar.read(cursor);
        if (!one || found.length === maximumLayers) return undefined;
        found.push(one);
      } while (skipDelim(cursor, ','));
      return (context) => found.map((one) => one(context));
    },
  };
}

const length = lengthPercentage({ negative: false });

const size: Grammar<BackgroundSize> = either(
  keyword('cover', 'contain'),
  changed(several(either(keyword('auto'), length), 2), ([width = 'auto', height = 'auto']) => ({
    width,
    height,
  })),
);

const both = (tiling: Tiling): BackgroundRepeat => ({ x: tiling, y: tiling });

const repeat: Grammar<BackgroundRepeat> = either(
  mapped<BackgroundRepeat>({
    'repeat-x': { x: 'repeat', y: 'no-repeat' },
    'repeat-y': { x: 'no-repeat', y: 'repeat' },
  }),
  changed(several(keyword('repeat', 'no-repeat', 'space', 'round'), 2), ([x = 'repeat', y = x]) => ({
    x,
    y,
  })),
);

const box: Grammar<BackgroundBox> = keyword('border-box', 'padding-box', 'content-box');

const none: Background = { kind: 'none' };
const topLeft: Position = { x: { px: 0, percent: 0 }, y: { px: 0, percent: 0 } };
const natural: BackgroundSize = { width: 'auto', height: 'auto' };

export const backgroundProperties = {
  backgroundColor: own(transparent, color),
  backgroundImage: own<readonly Background[]>([none], layers(image)),
  backgroundPosition: own<readonly Position[]>([topLeft], layers(position)),
  backgroundSize: own<readonly BackgroundSize[]>([natural], layers(size)),
  backgroundRepeat: own<readonly BackgroundRepeat[]>([both('repeat')], layers(repeat)),
  backgroundOrigin: own<readonly BackgroundBox[]>(['padding-box'], layers(box)),
  backgroundClip: own<readonly BackgroundBox[]>(['border-box'], layers(box)),
} satisfies Partial<PropertyTable<never>>;

type Key = keyof typeof backgroundProperties;

/** What stands between two commas of `background`. */
interface Layer {
  image?: Computation<Background>;
  position?: Computation<Position>;
  size?: Computation<BackgroundSize>;
  repeat?: Computation<BackgroundRepeat>;
  origin?: Computation<BackgroundBox>;
  clip?: Computation<BackgroundBox>;
  color?: Computation<typeof transparent>;
}

/** Layers with image, position / size, repeat and boxes in any order; the last may have the colour (css-backgrounds-3 §2.10). */
export const backgroundShorthand = {
  keys: Object.keys(backgroundProperties) as Key[],
  expects: `${color.expects}, ${image.expects}, a position / a size, ${repeat.expects}, ${box.expects}`,
  words: [...color.words, 'none', ...position.words, ...size.words, ...repeat.words, ...box.words],
  expand: (cursor: Cursor): [Key, Computation<unknown>][] | undefined => {
    const found: Layer[] = [];
    do {
      const layer = readLayer(cursor);
      if (!layer || found.at(-1)?.color || found.length === maximumLayers) return undefined;
      found.push(layer);
    } while (skipDelim(cursor, ','));
    const list =
      <T>(one: (layer: Layer) => Computation<T> | undefined, initial: T): Computation<readonly T[]> =>
      (context) =>
        found.map((layer) => (one(layer) ?? fixed(initial))(context));
    return [
      ['backgroundColor', found.at(-1)?.color ?? fixed(transparent)],
      ['backgroundImage', list((layer) => layer.image, none)],
      ['backgroundPosition', list((layer) => layer.position, topLeft)],
      ['backgroundSize', list((layer) => layer.size, natural)],
      ['backgroundRepeat', list((layer) => layer.repeat, both('repeat'))],
      ['backgroundOrigin', list<BackgroundBox>((layer) => layer.origin, 'padding-box')],
      ['backgroundClip', list<BackgroundBox>((layer) => layer.clip ?? layer.origin, 'border-box')],
    ];
  },
};

function readLayer(cursor: Cursor): Layer | undefined {
  const layer: Layer = {};
  const start = cursor.at;
  while (readInto(layer, cursor));
  return cursor.at > start ? layer : undefined;
}

/** Reads one more part of a layer; false when nothing else belongs to it. */
function readInto(layer: Layer, cursor: Cursor): boolean {
  if (!layer.position) {
    const found = position.read(cursor);
    if (found) {
      layer.position = found;
      const slash = cursor.at;
      const scale = skipDelim(cursor, '/') ? size.read(cursor) : undefined;
      if (scale) layer.size = scale;
      else cursor.at = slash;
      return true;
    }
  }
  const target = layer.origin ? 'clip' : 'origin';
  return (
    take(layer, 'image', image, cursor) ||
    take(layer, 'repeat', repeat, cursor) ||
    take(layer, target, box, cursor) ||
    take(layer, 'color', color, cursor)
  );
}

function take<K extends keyof Layer>(
  layer: Layer,
  key: K,
  grammar: { readonly read: (cursor: Cursor) => Layer[K] | undefined },
  cursor: Cursor,
): boolean {
  if (layer[key]) return false;
  const found = grammar.read(cursor);
  if (found) layer[key] = found;
  return found !== undefined;
}
