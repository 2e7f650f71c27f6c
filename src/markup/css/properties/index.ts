/** The table of all properties: everything the computed style holds, by CSS name. */
import type { ComputedStyle } from '../../style.ts';
import { content } from '../content.ts';
import { backgroundProperties } from './backgrounds.ts';
import { borderProperties } from './borders.ts';
import { boxProperties } from './boxes.ts';
import { columnProperties } from './columns.ts';
import { flexProperties } from './flex.ts';
import { generatedProperties } from './generated.ts';
import { gridProperties } from './grids.ts';
import { noteProperties } from './notes.ts';
import { pageProperties } from './pages.ts';
import { cssName, own, type Property, type PropertyTable } from './property.ts';
import { textProperties } from './text.ts';

/** Everything that can be declared: the computed style, and `content`, which makes boxes and is no style. */
export type PropertyKey = StyleKey | 'content';

/** The keys of the computed style that are properties. */
export type StyleKey = Exclude<keyof ComputedStyle, 'wasInline'>;

const styleProperties: PropertyTable<StyleKey> = {
  ...boxProperties,
  ...borderProperties,
  ...backgroundProperties,
  ...textProperties,
  ...flexProperties,
  ...gridProperties,
  ...columnProperties,
  ...pageProperties,
  ...generatedProperties,
  ...noteProperties,
};

export const contentProperty = own('normal', content);

/** A property with its key; what it computes is known to fit the key. */
export interface KeyedProperty extends Property<unknown> {
  readonly key: PropertyKey;
  readonly name: string;
}

/** The properties of the computed style, in a fixed order. */
export const properties: readonly KeyedProperty[] = Object.entries(styleProperties).map(
  ([key, property]) => ({
    ...(property as Property<unknown>),
    key: key as StyleKey,
    name: cssName(key),
  }),
);

const byName: ReadonlyMap<string, KeyedProperty> = new Map(
  [
    ...properties,
    { ...(contentProperty as Property<unknown>), key: 'content' as const, name: 'content' },
  ].map((property) => [property.name, property]),
);

const byKey: ReadonlyMap<PropertyKey, KeyedProperty> = new Map(
  [...byName.values()].map((property) => [property.key, property]),
);

/** The longhand of this CSS name. */
export function propertyNamed(name: string): KeyedProperty | undefined {
  return byName.get(name);
}

/** The property of a key; every key has one. */
export function propertyOf(key: PropertyKey): KeyedProperty {
  return byKey.get(key)!;
}

export const longhandNames: readonly string[] = [...byName.keys()];
