/** What is drawn inside the axes (21.2.2.16, 21.2.2.97, 21.2.2.3, 21.2.2.141, 21.2.2.161): series in groups of one kind and axis. */
import { assertNever } from '../../../diagnostics/assert-never.ts';
import { type Element, element } from '../../package/xml.ts';
import type { PlacedChart, PlacedSeries } from '../../placed.ts';
import { AXES, isShare } from './axes.ts';
import { columnData, seriesName } from './data.ts';
import { a, c, type Paint, solidFill, val } from './elements.ts';

type Shape = 'bar' | 'line' | 'area' | 'pie' | 'scatter';

/** A series with its place among all of the chart, which also chooses its colour. */
interface Numbered {
  readonly series: PlacedSeries;
  readonly index: number;
}

interface Group {
  readonly shape: Shape;
  readonly isSecond: boolean;
  readonly members: Numbered[];
}

/** The groups of a chart, those that lie below others first. */
export function plotOf(chart: PlacedChart): readonly Element[] {
  const groups: Group[] = [];
  for (const [index, series] of chart.series.entries()) {
    const shape = shapeOf(series.drawn ?? chart.drawn);
    const known = groups.find((group) => group.shape === shape && group.isSecond === series.isSecond);
    if (known) known.members.push({ series, index });
    else groups.push({ shape, isSecond: series.isSecond, members: [{ series, index }] });
  }
  const depth: readonly Shape[] = ['area', 'bar', 'line', 'pie', 'scatter'];
  groups.sort((one, other) => depth.indexOf(one.shape) - depth.indexOf(other.shape));
  return groups.map((group) => drawGroup(group, chart));
}

function shapeOf(drawn: PlacedChart['drawn']): Shape {
  switch (drawn) {
    case 'column':
    case 'stacked-column':
    case 'share-column':
    case 'bar':
    case 'stacked-bar':
    case 'share-bar':
      return 'bar';
    case 'area':
    case 'stacked-area':
      return 'area';
    case 'line':
    case 'pie':
    case 'scatter':
      return drawn;
    default:
      return assertNever(drawn);
  }
}

function drawGroup(group: Group, chart: PlacedChart): Element {
  const { drawn } = chart;
  const series = group.members.map((each) => drawSeries(each, group.shape, chart));
  const axes = group.isSecond
    ? [val('axId', AXES.secondNames), val('axId', AXES.secondValues)]
    : [val('axId', AXES.names), val('axId', AXES.values)];
  const isStacked = isShare(drawn) || drawn.startsWith('stacked');
  const stacking = isShare(drawn) ? 'percentStacked' : isStacked ? 'stacked' : undefined;
  switch (group.shape) {
    case 'bar':
      return c(
        'barChart',
        val('barDir', drawn.endsWith('bar') ? 'bar' : 'col'),
        val('grouping', stacking ?? 'clustered'),
        val('varyColors', false),
        ...series,
        val('gapWidth', 60),
        isStacked ? val('overlap', 100) : undefined,
        ...axes,
      );
    case 'line':
      return c(
        'lineChart',
        val('grouping', 'standard'),
        val('varyColors', false),
        ...series,
        val('marker', true),
        ...axes,
      );
    case 'area':
      return c(
        'areaChart',
        val('grouping', stacking ?? 'standard'),
        val('varyColors', false),
        ...series,
        ...axes,
      );
    case 'pie':
      return c('pieChart', val('varyColors', true), ...series, val('firstSliceAng', 0));
    case 'scatter':
      return c(
        'scatterChart',
        val('scatterStyle', 'lineMarker'),
        val('varyColors', false),
        ...series,
        ...axes,
      );
    default:
      return assertNever(group.shape);
  }
}

function drawSeries({ series, index }: Numbered, shape: Shape, chart: PlacedChart): Element {
  const paint: Paint = series.color ?? index;
  const isScatter = shape === 'scatter';
  const isLine = shape === 'line' || isScatter;
  return c(
    'ser',
    val('idx', index),
    val('order', index),
    seriesName(series.name),
    shape === 'pie' ? undefined : c('spPr', ...lookOf(shape, paint)),
    shape === 'bar' ? val('invertIfNegative', false) : undefined,
    isLine ? markerOf(paint) : undefined,
    ...(shape === 'pie' ? slices(chart) : []),
    chart.labels ? labels(shape, series.values.format) : undefined,
    columnData(isScatter ? 'xVal' : 'cat', chart.points),
    columnData(isScatter ? 'yVal' : 'val', series.values),
    isLine ? val('smooth', false) : undefined,
  );
}

function lookOf(shape: Shape, paint: Paint): readonly Element[] {
  if (shape === 'line') return [a('ln', { w: '25400', cap: 'rnd' }, solidFill(paint), a('round'))];
  if (shape === 'scatter') return [a('ln', { w: '25400' }, a('noFill'))];
  return [solidFill(paint)];
}

function markerOf(paint: Paint): Element {
  return c(
    'marker',
    val('symbol', 'circle'),
    val('size', 6),
    c('spPr', solidFill(paint), a('ln', {}, a('noFill'))),
  );
}

/** Slices of a pie have colours of their own, and a white edge. */
function slices({ points }: PlacedChart): readonly Element[] {
  return points.values.map((_, index) => {
    const edge = a('ln', { w: '12700' }, a('solidFill', {}, a('schemeClr', { val: 'bg1' })));
    return c('dPt', val('idx', index), val('bubble3D', false), c('spPr', solidFill(index), edge));
  });
}

/** A pie tells shares, everything else values. */
function labels(shape: Shape, format: string): Element {
  const isPie = shape === 'pie';
  return c(
    'dLbls',
    element('c:numFmt', { formatCode: isPie ? '0%' : format, sourceLinked: '0' }),
    isPie ? val('dLblPos', 'outEnd') : undefined,
    val('showLegendKey', false),
    val('showVal', !isPie),
    val('showCatName', false),
    val('showSerName', false),
    val('showPercent', isPie),
    val('showBubbleSize', false),
  );
}
