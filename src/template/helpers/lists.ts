/** Helpers for lists and groups of values. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Lang } from '../../model/publication.ts';
import { defineHelper, type Fault, fault, type Helper, isFault } from '../helper.ts';
import { any, number as numberShape, type Shape } from '../static/shape.ts';
import { bilingual, group, itemField, list as listType, printable, text, wholeNumber } from './types.ts';

const industries = [
  { name: { en: 'rails', zh: '轨道' } },
  { name: { en: 'motors', zh: '电机' } },
  { name: { en: 'wind power', zh: '风电' } },
];

/** The words of each item, in the language of the publication. */
function wordsOf(
  items: readonly unknown[],
  field: string | undefined,
  lang: Lang,
): readonly string[] | Fault {
  const words: string[] = [];
  for (const item of items) {
    const value = field === undefined ? item : fieldOf(item, field);
    if (bilingual.is(value)) words.push(value[lang]);
    else if (printable.is(value)) words.push(String(value));
    else
      return fault(
        `item ${words.length + 1} is no text`,
        'Name the part to print: {{list items field="name"}}.',
      );
  }
  return words;
}

function fieldOf(item: unknown, field: string): unknown {
  return typeof item === 'object' && item !== null && Object.hasOwn(item, field)
    ? (item as Record<string, unknown>)[field]
    : undefined;
}

export const list: Helper = defineHelper({
  name: 'list',
  doc: 'Items as a phrase; `field` names the part of each item.',
  params: { items: listType },
  options: { field: itemField },
  result: 'text',
  examples: [
    {
      call: '{{list items field="name"}}',
      data: { items: industries },
      en: 'rails, motors and wind power',
      zh: '轨道、电机和风电',
    },
  ],
  run: ({ items }, { lang }, { field }) => {
    const words = wordsOf(items, field, lang);
    if (isFault(words)) return words;
    const last = words.at(-1) ?? '';
    const before = words.slice(0, -1).join(lang === 'en' ? ', ' : '、');
    return before === '' ? last : `${before}${lang === 'en' ? ' and ' : '和'}${last}`;
  },
});

export const join: Helper = defineHelper({
  name: 'join',
  doc: 'Items with a text between them; `field` names the part of each item.',
  params: { items: listType, separator: text },
  options: { field: itemField },
  result: 'text',
  examples: [
    {
      call: '{{join items " · " field="name"}}',
      data: { items: industries },
      en: 'rails · motors · wind power',
      zh: '轨道 · 电机 · 风电',
    },
  ],
  run: ({ items, separator }, { lang }, { field }) => {
    const words = wordsOf(items, field, lang);
    return isFault(words) ? words : words.join(separator);
  },
});

export const count: Helper = defineHelper({
  name: 'count',
  doc: 'The number of items.',
  params: { items: listType },
  result: 'number',
  gives: () => numberShape,
  examples: [{ call: '{{count items}}', data: { items: industries }, en: '3', zh: '3' }],
  run: ({ items }) => items.length,
});

export const first: Helper = defineHelper({
  name: 'first',
  doc: 'The first items of a list.',
  params: { items: listType, number: wholeNumber },
  result: 'list',
  gives: ([items = any]) => items,
  examples: [
    {
      call: '{{list (first items 2) field="name"}}',
      data: { items: industries },
      en: 'rails and motors',
      zh: '轨道和电机',
    },
  ],
  run: ({ items, number }) => (number < 0 ? fault('the number is below 0') : items.slice(0, number)),
});

export const slice: Helper = defineHelper({
  name: 'slice',
  doc: 'The items from one index up to, not including, another; indices count from 0.',
  params: { items: listType, from: wholeNumber, to: wholeNumber },
  result: 'list',
  gives: ([items = any]) => items,
  examples: [
    {
      call: '{{list (slice items 1 3) field="name"}}',
      data: { items: industries },
      en: 'motors and wind power',
      zh: '电机和风电',
    },
  ],
  run: ({ items, from, to }) =>
    from < 0 || to < from ? fault('the indices are not in order') : items.slice(from, to),
});

/** The shape under a key, as far as it is sure to be there. */
function valueUnder(group: Shape, key: string | undefined): Shape {
  if (group.kind === 'list' || group.kind === 'record') return group.item.optional ? any : group.item.shape;
  const field = group.kind === 'group' && key !== undefined ? group.fields.get(key) : undefined;
  return field && !field.optional ? field.shape : any;
}

export const lookup: Helper = defineHelper({
  name: 'lookup',
  doc: 'The value under a key that is itself a value.',
  params: { group, key: printable },
  result: 'value',
  gives: ([group = any], key) => valueUnder(group, key),
  examples: [
    {
      call: '{{lookup names key}}',
      data: { names: { rail: 'Railway' }, key: 'rail' },
      en: 'Railway',
      zh: 'Railway',
    },
  ],
  run: ({ group, key }) => {
    const name = String(key);
    if (Object.hasOwn(group, name)) return (group as Record<string, unknown>)[name];
    const near = nearest(name, Object.keys(group));
    return fault(`there is nothing under \`${name}\``, near ? `Did you mean \`${near}\`?` : undefined);
  },
});
