/** What structure elements say beside their role: attributes of tables, lists, figures and notes (ISO 32000-1, 14.8.5). */
import type { StyledElement } from '../../markup/tree.ts';
import type { StructNode, Traits } from './node.ts';
import { LIST_NUMBERING, type Role } from './roles.ts';

/** The traits of a block element whose role is `role`, inside `parent`; `elements` are those of the document by id. */
export function traitsOf(
  element: StyledElement,
  role: Role,
  parent: StructNode,
  elements: ReadonlyMap<number, StyledElement>,
): Traits {
  const row = parent.element === undefined ? undefined : elements.get(parent.element);
  const isHead = parent.parent?.role === 'THead';
  switch (role) {
    case 'TH':
    case 'TD':
      return {
        keepEmpty: true,
        ...spansOf(element),
        ...(role === 'TH' && { scope: scopeOf(element, row, isHead), ...identity(element) }),
        ...headersOf(element),
      };
    case 'L':
      return { listNumbering: LIST_NUMBERING[itemStyle(element)] ?? 'None' };
    case 'Note':
      return { id: noteId(element) };
    default:
      return {};
  }
}

/** Never the id of an element, which has no spaces. */
export function noteId(element: StyledElement): string {
  return `note ${element.id}`;
}

/** Header cells are named by their `id`, so that other cells can name them. */
function identity(header: StyledElement): Traits {
  const id = header.attributes.get('id');
  return id === undefined ? {} : { id };
}

/** The header cells that a cell names, where scope is not enough (14.8.5.7). */
function headersOf(cell: StyledElement): Traits {
  const headers = (cell.attributes.get('headers') ?? '').split(/\s+/).filter((id) => id !== '');
  return headers.length === 0 ? {} : { headers };
}

function itemStyle(list: StyledElement): string {
  if (list.name === 'dl') return 'none';
  const item = list.children.find((child) => child.kind === 'element');
  const type = (item?.kind === 'element' ? item : list).style.listStyleType;
  return typeof type === 'string' ? type : 'none';
}

function spansOf(cell: StyledElement): Traits {
  const span = (name: string): number => {
    const value = Number.parseInt(cell.attributes.get(name) ?? '1', 10);
    return Number.isInteger(value) && value > 0 ? value : 1;
  };
  const colSpan = span('colspan');
  const rowSpan = span('rowspan');
  return { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
}

/** Scope as written (HTML 4.9.12), else columns for the cells of a head or a row of headers, and rows for others. */
function scopeOf(cell: StyledElement, row: StyledElement | undefined, isHead: boolean): 'Row' | 'Column' {
  const written = cell.attributes.get('scope') ?? '';
  if (written.startsWith('row')) return 'Row';
  if (written.startsWith('col')) return 'Column';
  const isRowOfHeaders =
    row?.children.every((child) => child.kind === 'text' || child.name !== 'td') ?? false;
  return isHead || isRowOfHeaders ? 'Column' : 'Row';
}
