/** A chart as a part of its own (21.2.2.29). */
import type { Lang } from '../../../model/publication.ts';
import { type Element, element, writePart } from '../../package/xml.ts';
import type { PlacedChart } from '../../placed.ts';
import { axesOf } from './axes.ts';
import { a, c, val } from './elements.ts';
import { plotOf } from './plot.ts';
import { type Fonts, SMALL, TITLE, textLook, title } from './text.ts';

const NAMESPACES = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

const LEGEND = { right: 'r', bottom: 'b', top: 't' } as const;

export function chartPart(chart: PlacedChart, fonts: Fonts, lang: Lang): string {
  const background = c('spPr', a('noFill'), a('ln', {}, a('noFill')));
  const space: readonly Element[] = [
    val('date1904', false),
    val('lang', lang === 'zh' ? 'zh-CN' : 'en-GB'),
    val('roundedCorners', false),
    chartOf(chart, fonts),
    background,
    textLook(SMALL, fonts),
  ];
  return writePart(element('c:chartSpace', NAMESPACES, [...space]));
}

function chartOf(chart: PlacedChart, fonts: Fonts): Element {
  return c(
    'chart',
    chart.title === null ? undefined : title(chart.title, TITLE, fonts),
    val('autoTitleDeleted', chart.title === null),
    c('plotArea', c('layout'), ...plotOf(chart), ...axesOf(chart, fonts)),
    chart.legend === 'none'
      ? undefined
      : c('legend', val('legendPos', LEGEND[chart.legend]), val('overlay', false), textLook(SMALL, fonts)),
    val('plotVisOnly', true),
    val('dispBlanksAs', 'gap'),
  );
}
