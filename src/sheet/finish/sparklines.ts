/** Sparklines: an extension of the worksheet ([MS-XLSX] 2.6.5, CT_SparklineGroups). */
import { type Element, element } from '../package/xml.ts';
import type { PlacedSparkline } from '../placed.ts';

const URI = '{05C60535-1F16-4fd2-B633-F4F36F0B64E0}';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

/**
 * The list of extensions of a worksheet with its sparklines: small columns, since LibreOffice draws no lines in print.
 * Those of values that are not negative begin at 0.
 */
export function sparklineGroups(sparklines: readonly PlacedSparkline[]): Element {
  const groups = [true, false]
    .map((fromZero) => sparklines.filter((each) => each.fromZero === fromZero))
    .filter((group) => group.length > 0)
    .map(groupOf);
  const list = element('x14:sparklineGroups', { 'xmlns:xm': XM }, groups);
  return element('extLst', {}, [element('ext', { uri: URI, 'xmlns:x14': X14 }, [list])]);
}

function groupOf(sparklines: readonly PlacedSparkline[]): Element {
  const { color, fromZero } = sparklines[0]!;
  const rgb = `FF${color.slice(1).toUpperCase()}`;
  const axis = fromZero ? { manualMin: '0', minAxisType: 'custom' } : {};
  const drawn = sparklines.map(({ cell, range }) =>
    element('x14:sparkline', {}, [element('xm:f', {}, [range]), element('xm:sqref', {}, [cell])]),
  );
  return element('x14:sparklineGroup', { type: 'column', displayEmptyCellsAs: 'gap', ...axis }, [
    element('x14:colorSeries', { rgb }),
    element('x14:sparklines', {}, drawn),
  ]);
}
