/** Checks the document as a whole: what makes it a good file for every reader (PDF/UA-1, Matterhorn). */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Merged } from '../../template/merged.ts';
import { didYouMean, type Fault } from '../fault.ts';
import { attributeOf, elementsFrom, type SourceElement, textOf } from '../xml/source-tree.ts';
import { placeOf, placeOfAttribute } from './place.ts';

/** Checks language, title, headings, tables, text alternatives, ids and links. */
export function checkDocument(root: SourceElement, merged: Merged, fault: Fault): void {
  checkHead(root, merged, fault);
  const ids = collectIds(root, merged, fault);
  let level = 0;
  for (const element of elementsFrom(root)) {
    if (/^h[1-6]$/.test(element.name)) level = checkHeading(element, level, merged, fault);
    else if (element.name === 'table') checkTable(element, merged, fault);
    else if (element.name === 'a') checkLink(element, ids, merged, fault);
    else checkAlternative(element, merged, fault);
  }
}

function checkHead(root: SourceElement, merged: Merged, fault: Fault): void {
  const language = attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang');
  if (language === undefined) {
    fault('M201', placeOf(merged, root), 'the document does not say its language', {
      help: `write <${root.name} lang="en">, or lang="zh-Hans"`,
    });
  }
  for (const name of ['head', 'body']) {
    const found = root.elements.filter((element) => element.name === name);
    if (found.length === 0)
      fault('M106', placeOf(merged, root), `the document has no <${name}>`, { help: `add a <${name}>` });
    if (found[1]) fault('M108', placeOf(merged, found[1]), `a second <${name}>`, { help: 'keep one' });
  }
  const head = root.elements.find((element) => element.name === 'head');
  const titles = head?.elements.filter((element) => element.name === 'title') ?? [];
  if (titles[1]) fault('M108', placeOf(merged, titles[1]), 'a second <title>', { help: 'keep one' });
  if (titles[0] !== undefined && textOf(titles[0]) !== '') return;
  fault('M202', placeOf(merged, titles[0] ?? head ?? root), 'the document has no title', {
    help: 'write <title>…</title> in the head: readers see it in the window and hear it first',
  });
}

function collectIds(root: SourceElement, merged: Merged, fault: Fault): ReadonlyMap<string, SourceElement> {
  const ids = new Map<string, SourceElement>();
  for (const element of elementsFrom(root)) {
    const attribute = element.attributes.find((candidate) => candidate.name === 'id');
    if (attribute === undefined) continue;
    const first = ids.get(attribute.value.text);
    if (first === undefined) ids.set(attribute.value.text, element);
    else {
      fault('M109', placeOfAttribute(merged, attribute), `the id "${attribute.value.text}" is given twice`, {
        help: 'give each element an id of its own',
        labels: [{ span: placeOf(merged, first).place, text: 'first given here' }],
      });
    }
  }
  return ids;
}

/** PDF/UA-1 7.4.2: the first heading is h1, and no level is skipped going down. Returns the new level. */
function checkHeading(element: SourceElement, before: number, merged: Merged, fault: Fault): number {
  const level = Number(element.name[1]);
  if (level > before + 1) {
    const message =
      before === 0
        ? `the first heading is <h${level}>, not <h1>`
        : `<h${level}> follows <h${before}>: a heading level is skipped`;
    fault('M203', placeOf(merged, element), message, {
      help: `use <h${before + 1}>; its size is a matter of CSS`,
    });
  }
  return level;
}

function checkTable(element: SourceElement, merged: Merged, fault: Fault): void {
  const rows = rowsOf(element);
  if (rows.length === 0 || rows.some((row) => row.elements.some((cell) => cell.name === 'th'))) return;
  fault('M204', placeOf(merged, element), 'a table without header cells', {
    help: 'write the cells that name the columns (or rows) as <th>; use CSS grid for mere arrangement',
  });
}

function rowsOf(table: SourceElement): readonly SourceElement[] {
  return table.elements.flatMap((child) =>
    child.name === 'tr' ? [child] : child.elements.filter((row) => row.name === 'tr'),
  );
}

function checkLink(
  element: SourceElement,
  ids: ReadonlyMap<string, SourceElement>,
  merged: Merged,
  fault: Fault,
): void {
  const attribute = element.attributes.find((candidate) => candidate.name === 'href');
  const target = attribute?.value.text;
  if (attribute === undefined || target === undefined || !/^#\S/.test(target) || ids.has(target.slice(1)))
    return;
  const near = nearest(target.slice(1), [...ids.keys()]);
  fault(
    'M110',
    placeOfAttribute(merged, attribute),
    `the link ${target} leads nowhere: no element has this id`,
    {
      help: didYouMean(near && `#${near}`, `give the target id="${target.slice(1)}"`),
    },
  );
}

const pictures: ReadonlySet<string> = new Set(['img', 'svg', 'chart', 'qr']);

/** PDF/UA-1 7.3: every picture has a text alternative or is marked as decoration. */
function checkAlternative(element: SourceElement, merged: Merged, fault: Fault): void {
  if (!pictures.has(element.name) || isHidden(element) || isPartOfDrawing(element)) return;
  const alternative = attributeOf(element, 'alt') ?? attributeOf(element, 'aria-label');
  const titled =
    element.name === 'svg' &&
    element.elements.some((child) => child.name === 'title' && textOf(child) !== '');
  if (alternative !== undefined || titled) return;
  fault('M205', placeOf(merged, element), `<${element.name}> has no text alternative`, {
    help: 'say what it tells: alt="…"; mark mere decoration with aria-hidden="true"',
  });
}

/** An svg inside another is a part of the outer picture, which has the alternative. */
function isPartOfDrawing(element: SourceElement): boolean {
  for (let at = element.parent; at !== undefined; at = at.parent) if (at.name === 'svg') return true;
  return false;
}

/** Marked as decoration, itself or as a whole with an element around it. */
function isHidden(element: SourceElement): boolean {
  for (let at: SourceElement | undefined = element; at !== undefined; at = at.parent) {
    if (attributeOf(at, 'aria-hidden') === 'true') return true;
  }
  return false;
}
