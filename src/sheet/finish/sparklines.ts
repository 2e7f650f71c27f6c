/** Sparklines: an extension of the worksheet ([MS-XLSX] 2.6.5, CT_SparklineGroups). */
import { type Element, element } from '../package/xml.ts';
import type { PlacedSparkline } from '../placed.ts';

const URI = '{05C60535-1F16-4fd2-B633-F4F36F0B64E0}';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

/** The list of extensions of a worksheet with one group of lines; gaps stay gaps, single points are marked. */
export function sparklineGroups(sparklines: readonly PlacedSparkline[]): Element {
  const lines = sparklines.map(({ cell, range }) =>
    element('x14:sparkline', {}, [element('xm:f', {}, [range]), element('xm:sqref', {}, [cell])]),
  );
  const rgb = `FF${sparklines[0]!.color.slice(1).toUpperCase()}`;
  const color = (name: string): Element => element(`x14:${name}`, { rgb });
  const group = element('x14:sparklineGroup', { displayEmptyCellsAs: 'gap', markers: '1' }, [
    color('colorSeries'),
    color('colorMarkers'),
    element('x14:sparklines', {}, lines),
  ]);
  const groups = element('x14:sparklineGroups', { 'xmlns:xm': XM }, [group]);
  return element('extLst', {}, [element('ext', { uri: URI, 'xmlns:x14': X14 }, [groups])]);
}
