/** Repairs the workbook part: defined names, the sheet that is open, recalculation (18.2.27). */
import { columnLetters, quoteSheetName } from '../address.ts';
import {
  childOf,
  childrenOf,
  type Element,
  element,
  orderChildren,
  parseXml,
  writePart,
} from '../package/xml.ts';
import type { PlacedBook } from '../placed.ts';

const ORDER = ['fileVersion', 'workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr', 'extLst'];

export function workbookPartText(text: string, book: PlacedBook): string {
  const root = parseXml(text)!;
  root.children = childrenOf(root).filter(
    (child) => !['definedNames', 'calcPr', 'bookViews'].includes(child.name),
  );
  const settings = childOf(root, 'workbookPr');
  if (settings) settings.attributes = {};
  const names = definedNames(book);
  root.children.push(
    element('bookViews', {}, [element('workbookView', { firstSheet: '0', activeTab: '0' })]),
  );
  if (names.length > 0) root.children.push(element('definedNames', {}, names));
  root.children.push(element('calcPr', { calcId: '191029', fullCalcOnLoad: '1' }));
  orderChildren(root, ORDER);
  return writePart(root);
}

/** Sorted, as Excel keeps them; rows repeated in print belong to one sheet each. */
function definedNames(book: PlacedBook): Element[] {
  const own = book.names.map(({ name, refersTo }) => element('definedName', { name }, [refersTo]));
  const titles = book.sheets.flatMap(({ name, page }, index) => {
    const sheet = quoteSheetName(name);
    const columns = page.titleColumns > 0 ? [`${sheet}!$A:$${columnLetters(page.titleColumns)}`] : [];
    const rows = page.titleRows ? [`${sheet}!$${page.titleRows[0]}:$${page.titleRows[1]}`] : [];
    if (columns.length + rows.length === 0) return [];
    const attributes = { name: '_xlnm.Print_Titles', localSheetId: String(index) };
    return [element('definedName', attributes, [[...columns, ...rows].join(',')])];
  });
  return [...titles, ...own.sort((a, b) => (a.attributes.name! < b.attributes.name! ? -1 : 1))];
}
