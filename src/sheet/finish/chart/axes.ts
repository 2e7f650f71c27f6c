/** The axes of a chart (21.2.2.25, 21.2.2.226): names of points on one, values on the other, and a second one for values. */
import { type Element, element } from '../../package/xml.ts';
import type { PlacedChart } from '../../placed.ts';
import { c, hairline, val } from './elements.ts';
import { type Fonts, SMALL, textLook, title } from './text.ts';

/** Ids of the axes; the second pair is there only where a series is measured on it. */
export const AXES = { names: 1, values: 2, secondNames: 3, secondValues: 4 } as const;

interface Axis {
  readonly id: number;
  readonly crosses: number;
  readonly position: 'b' | 'l' | 'r';
  readonly at: 'autoZero' | 'max';
  readonly title: string | null;
  readonly hidden?: boolean;
  readonly reversed?: boolean;
  readonly grid?: boolean;
  /** Begins at 0, so that the lengths of columns compare like their values. */
  readonly fromZero?: boolean;
  readonly format?: string;
  /** Names stand below negative values, not across them. */
  readonly labels: 'low' | 'nextTo';
}

/** All axes of a chart; pies have none. */
export function axesOf(chart: PlacedChart, fonts: Fonts): readonly Element[] {
  const { drawn, xTitle, yTitle, secondTitle, series, points } = chart;
  if (drawn === 'pie') return [];
  const isBar = drawn.endsWith('bar');
  const format = isShare(drawn)
    ? '0%'
    : (series.find(({ isSecond }) => !isSecond)?.values.format ?? 'General');
  const names: Axis = {
    id: AXES.names,
    crosses: AXES.values,
    position: isBar ? 'l' : 'b',
    at: 'autoZero',
    title: isBar ? yTitle : xTitle,
    // Bars are read from the top down, in the order of the table.
    reversed: isBar,
    format: points.format,
    labels: 'low',
  };
  const values: Axis = {
    id: AXES.values,
    crosses: AXES.names,
    position: isBar ? 'b' : 'l',
    at: isBar ? 'max' : 'autoZero',
    title: isBar ? xTitle : yTitle,
    grid: true,
    fromZero: isFromZero(chart, false),
    format,
    labels: 'nextTo',
  };
  const first = drawn === 'scatter' ? valueAxis(names, 'midCat', fonts) : nameAxis(names, fonts);
  const between = drawn === 'scatter' || drawn.endsWith('area') ? 'midCat' : 'between';
  const second = series.find(({ isSecond }) => isSecond);
  return [
    first,
    valueAxis(values, between, fonts),
    ...(second ? secondAxes(secondTitle, second.values.format, isFromZero(chart, true), fonts) : []),
  ];
}

/** The second axis of values stands at the right; its axis of names is needed, but not shown. */
function secondAxes(
  words: string | null,
  format: string,
  fromZero: boolean,
  fonts: Fonts,
): readonly Element[] {
  const { secondNames, secondValues } = AXES;
  const labels = 'nextTo';
  const names: Axis = {
    id: secondNames,
    crosses: secondValues,
    position: 'b',
    at: 'autoZero',
    title: null,
    hidden: true,
    labels,
  };
  const values: Axis = {
    id: secondValues,
    crosses: secondNames,
    position: 'r',
    at: 'max',
    title: words,
    fromZero,
    format,
    labels,
  };
  return [nameAxis(names, fonts), valueAxis(values, 'between', fonts)];
}

/** Columns, bars and areas of values that are not negative; programs would cut off what they have in common. */
function isFromZero({ drawn, series }: PlacedChart, second: boolean): boolean {
  const own = series.filter(({ isSecond }) => isSecond === second);
  const isFilled = own.some((each) => (each.drawn ?? drawn) !== 'line') && drawn !== 'scatter';
  return isFilled && own.every(({ values }) => values.values.every((value) => Number(value ?? 0) >= 0));
}

export function isShare(drawn: PlacedChart['drawn']): boolean {
  return drawn.startsWith('share');
}

function nameAxis(axis: Axis, fonts: Fonts): Element {
  return c(
    'catAx',
    ...head(axis, fonts),
    val('crossAx', axis.crosses),
    val('crosses', axis.at),
    val('auto', true),
    val('lblAlgn', 'ctr'),
    val('lblOffset', 100),
    val('noMultiLvlLbl', false),
  );
}

function valueAxis(axis: Axis, between: 'between' | 'midCat', fonts: Fonts): Element {
  return c(
    'valAx',
    ...head(axis, fonts),
    val('crossAx', axis.crosses),
    val('crosses', axis.at),
    val('crossBetween', between),
  );
}

function head(axis: Axis, fonts: Fonts): readonly (Element | undefined)[] {
  const {
    id,
    position,
    title: words,
    hidden = false,
    reversed = false,
    grid = false,
    fromZero = false,
    format = 'General',
  } = axis;
  return [
    val('axId', id),
    c('scaling', val('orientation', reversed ? 'maxMin' : 'minMax'), fromZero ? val('min', 0) : undefined),
    val('delete', hidden),
    val('axPos', position),
    grid ? c('majorGridlines', c('spPr', hairline())) : undefined,
    words === null ? undefined : title(words, SMALL, fonts, position !== 'b'),
    element('c:numFmt', { formatCode: format, sourceLinked: '0' }),
    val('majorTickMark', 'none'),
    val('minorTickMark', 'none'),
    val('tickLblPos', axis.labels),
    c('spPr', hairline()),
    textLook(SMALL, fonts),
  ];
}
