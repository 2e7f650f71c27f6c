/** The shorthands of grids (css-grid-2 §7.4, §7.8, §8.4) and the pairs of alignment (css-align-3). */
import type { GridAutoFlow, GridLine, Track } from '../../style.ts';
import { type Computation, type Cursor, fixed, type Grammar, skipDelim } from '../grammar.ts';
import { type CssValue, wordOf } from '../values.ts';
import { areasOf, gridLine, lineNames, readLine, repeatedLine } from './grid-lines.ts';
import { autoTracks, NO_TRACKS, track, trackList } from './grid-tracks.ts';
import { alignContent, alignItems, alignSelf, justifyContent, justifyItems, justifySelf } from './grids.ts';
import { type PropertyKey, propertyOf } from './index.ts';
import type { Expansion, Shorthand } from './shorthands.ts';

const lineKeys = ['gridRowStart', 'gridColumnStart', 'gridRowEnd', 'gridColumnEnd'] as const;

/** Lines with slashes between; those left out repeat a name or are auto. */
function readLines(cursor: Cursor, most: number): readonly GridLine[] | undefined {
  const lines: GridLine[] = [];
  do {
    const line = readLine(cursor);
    if (line === undefined) return undefined;
    lines.push(line);
  } while (lines.length < most && skipDelim(cursor, '/'));
  return lines;
}

function placement(start: PropertyKey, end: PropertyKey): Shorthand {
  return {
    keys: [start, end],
    expects: `${gridLine.expects}, two of them with a slash between`,
    words: gridLine.words,
    expand: (cursor) => {
      const lines = readLines(cursor, 2);
      if (lines === undefined) return undefined;
      const [first, second = repeatedLine(first!)] = lines;
      return [
        [start, fixed(first)],
        [end, fixed(second)],
      ];
    },
  };
}

const gridArea: Shorthand = {
  keys: lineKeys,
  expects:
    'the name of an area, or up to four lines with slashes between: row / column / row end / column end',
  words: gridLine.words,
  expand: (cursor) => {
    const lines = readLines(cursor, 4);
    if (lines === undefined) return undefined;
    const rowStart = lines[0]!;
    const columnStart = lines[1] ?? repeatedLine(rowStart);
    const rowEnd = lines[2] ?? repeatedLine(rowStart);
    const columnEnd = lines[3] ?? repeatedLine(columnStart);
    return [rowStart, columnStart, rowEnd, columnEnd].map((line, i) => [lineKeys[i]!, fixed(line)]);
  },
};

const templateKeys = ['gridTemplateRows', 'gridTemplateColumns', 'gridTemplateAreas'] as const;
const autoKeys = ['gridAutoRows', 'gridAutoColumns', 'gridAutoFlow'] as const;

function initialOf(keys: readonly PropertyKey[]): Expansion {
  return keys.map((key) => [key, propertyOf(key).initial]);
}

/** `rows / columns`, `none`, or rows of area names with their heights (css-grid-2 §7.4). */
const gridTemplate: Shorthand = {
  keys: templateKeys,
  expects: 'none, rows / columns, rows of area names with their heights',
  words: trackList.words,
  expand: (cursor) => {
    const rest = cursor.values.slice(cursor.at);
    if (rest.length === 1 && wordOf(rest[0]) === 'none') {
      cursor.at += 1;
      return initialOf(templateKeys);
    }
    if (rest.some((value) => value.kind === 'string')) return withAreas(cursor);
    const rows = trackList.read(cursor);
    const columns = rows && skipDelim(cursor, '/') ? trackList.read(cursor) : undefined;
    if (rows === undefined || columns === undefined) return undefined;
    return [
      ['gridTemplateRows', rows],
      ['gridTemplateColumns', columns],
      ['gridTemplateAreas', fixed('none')],
    ];
  },
};

/** `[names] "areas" height [names]` for each row, then perhaps `/ columns`. */
function withAreas(cursor: Cursor): Expansion | undefined {
  const texts: string[] = [];
  const sizes: Computation<Track>[] = [];
  const names: string[][] = [[]];
  for (;;) {
    const before = lineNames(cursor);
    if (before) names.at(-1)!.push(...before);
    const value: CssValue | undefined = cursor.values[cursor.at];
    if (value?.kind !== 'string') {
      if (before && value !== undefined) return undefined;
      break;
    }
    cursor.at += 1;
    texts.push(value.text);
    sizes.push(track.read(cursor) ?? fixed({ kind: 'auto' }));
    names.push([...(lineNames(cursor) ?? [])]);
  }
  const areas = areasOf(texts);
  const columns = skipDelim(cursor, '/') ? trackList.read(cursor) : fixed(NO_TRACKS);
  if (areas === undefined || columns === undefined) return undefined;
  return [
    ['gridTemplateRows', (context) => ({ tracks: sizes.map((size) => size(context)), names })],
    ['gridTemplateColumns', columns],
    ['gridTemplateAreas', fixed(areas)],
  ];
}

/** A template, or a template of one axis and `auto-flow` with the tracks of the other (css-grid-2 §7.8). */
const grid: Shorthand = {
  keys: [...templateKeys, ...autoKeys],
  expects: `${gridTemplate.expects}, rows / auto-flow columns, auto-flow rows / columns`,
  words: [...gridTemplate.words, 'auto-flow', 'dense'],
  expand: (cursor) => {
    const start = cursor.at;
    const template = gridTemplate.expand(cursor);
    if (template !== undefined && cursor.at === cursor.values.length)
      return [...template, ...initialOf(autoKeys)];
    cursor.at = start;
    const rowFlow = readAutoFlow(cursor, 'row');
    const first = rowFlow
      ? (autoTracks.read(cursor) ?? propertyOf('gridAutoRows').initial)
      : trackList.read(cursor);
    if (first === undefined || !skipDelim(cursor, '/')) return undefined;
    const columnFlow = rowFlow ? undefined : readAutoFlow(cursor, 'column');
    if (!rowFlow && !columnFlow) return undefined;
    const second = columnFlow
      ? (autoTracks.read(cursor) ?? propertyOf('gridAutoColumns').initial)
      : trackList.read(cursor);
    if (second === undefined) return undefined;
    return [
      ...initialOf([...templateKeys, ...autoKeys]),
      ['gridAutoFlow', fixed((rowFlow ?? columnFlow)!)],
      [rowFlow ? 'gridAutoRows' : 'gridTemplateRows', first],
      [rowFlow ? 'gridTemplateColumns' : 'gridAutoColumns', second],
    ];
  },
};

/** `auto-flow` and perhaps `dense`, in any order. */
function readAutoFlow(cursor: Cursor, axis: GridAutoFlow['axis']): GridAutoFlow | undefined {
  const words = [wordOf(cursor.values[cursor.at]), wordOf(cursor.values[cursor.at + 1])];
  if (words[0] !== 'auto-flow' && !(words[0] === 'dense' && words[1] === 'auto-flow')) return undefined;
  const dense = words[0] === 'dense' || words[1] === 'dense';
  cursor.at += dense ? 2 : 1;
  return { axis, dense };
}

/** `place-*`: along the columns, then along the rows; a single value is both. */
function place(
  align: PropertyKey,
  justify: PropertyKey,
  first: Grammar<unknown>,
  second: Grammar<unknown>,
): Shorthand {
  return {
    keys: [align, justify],
    expects: `one or two of: ${first.expects}`,
    words: [...new Set([...first.words, ...second.words])],
    expand: (cursor) => {
      const start = cursor.at;
      const one = first.read(cursor);
      if (one === undefined) return undefined;
      const next = cursor.at;
      const two = second.read(cursor);
      if (two !== undefined)
        return [
          [align, one],
          [justify, two],
        ];
      cursor.at = start;
      const both = second.read(cursor);
      cursor.at = next;
      // `baseline` has no meaning along the rows (css-align-3 §6.1).
      return [
        [align, one],
        [justify, both ?? fixed('start')],
      ];
    },
  };
}

export const gridShorthands: readonly (readonly [string, Shorthand])[] = [
  ['grid-column', placement('gridColumnStart', 'gridColumnEnd')],
  ['grid-row', placement('gridRowStart', 'gridRowEnd')],
  ['grid-area', gridArea],
  ['grid-template', gridTemplate],
  ['grid', grid],
  ['place-items', place('alignItems', 'justifyItems', alignItems, justifyItems)],
  ['place-self', place('alignSelf', 'justifySelf', alignSelf, justifySelf)],
  ['place-content', place('alignContent', 'justifyContent', alignContent, justifyContent)],
];
