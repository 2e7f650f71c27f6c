/** Conditional formats as SpreadsheetML has them (18.3.1.18); looks of rules are differential formats (18.8.14). */
import { assertNever } from '../../diagnostics/assert-never.ts';
import { type Element, element } from '../package/xml.ts';
import type { PlacedHighlight } from '../placed.ts';
import type { StylePart } from '../style/cell-style.ts';

/** ST_IconSetType (18.18.42). */
const ICONS = { arrows: '3Arrows', lights: '3TrafficLights1', flags: '3Flags', signs: '3Signs' } as const;

/** One element for each highlight, the first with the highest priority. `formatOf` gives the index of a differential format. */
export function conditionalFormats(
  highlights: readonly PlacedHighlight[],
  formatOf: (style: StylePart) => number,
): readonly Element[] {
  return highlights.map(({ ranges, look }, index) =>
    element('conditionalFormatting', { sqref: ranges }, [ruleOf(look, String(index + 1), formatOf)]),
  );
}

function ruleOf(
  look: PlacedHighlight['look'],
  priority: string,
  formatOf: (style: StylePart) => number,
): Element {
  switch (look.kind) {
    case 'style':
      return element('cfRule', { type: 'expression', dxfId: String(formatOf(look.style)), priority }, [
        element('formula', {}, [look.formula]),
      ]);
    case 'bar': {
      // Bars begin at 0, so that their lengths compare like the values.
      const bar = element('dataBar', {}, [end('num', '0'), end('max'), rgb(look.color)]);
      return element('cfRule', { type: 'dataBar', priority }, [bar]);
    }
    case 'scale': {
      const ends = [end('min'), end('max'), rgb(look.from), rgb(look.to)];
      return element('cfRule', { type: 'colorScale', priority }, [element('colorScale', {}, ends)]);
    }
    case 'icons': {
      const thirds = ['0', '33', '67'].map((share) => end('percent', share));
      const set = element('iconSet', { iconSet: ICONS[look.icons] }, thirds);
      return element('cfRule', { type: 'iconSet', priority }, [set]);
    }
    default:
      return assertNever(look);
  }
}

function end(type: string, value?: string): Element {
  return element('cfvo', { type, ...(value !== undefined && { val: value }) });
}

function rgb(color: string): Element {
  return element('color', { rgb: argb(color) });
}

function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}

/** What of a style a rule can change: letters and ground. */
export function differentialFormat({ bold, italic, underline, color, fill }: StylePart): Element {
  const on = (name: string, value: boolean | undefined): Element[] =>
    value === undefined ? [] : [element(name, value ? {} : { val: name === 'u' ? 'none' : '0' })];
  const font = [
    ...on('b', bold),
    ...on('i', italic),
    ...on('u', underline),
    ...(color === undefined ? [] : [element('color', { rgb: argb(color) })]),
  ];
  const ground = fill ? [element('bgColor', { rgb: argb(fill) })] : [];
  return element('dxf', {}, [
    ...(font.length > 0 ? [element('font', {}, font)] : []),
    ...(ground.length > 0
      ? [element('fill', {}, [element('patternFill', { patternType: 'solid' }, ground)])]
      : []),
  ]);
}
