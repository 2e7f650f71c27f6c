/** Three ways: what the workbook held when it was made, what it holds now, and what the data say now. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Editable, Editables } from '../model/editable.ts';
import type { Row } from '../model/tables.ts';
import { isValueFault, typedValue } from '../sheet/place/cell-value.ts';
import type { DataType } from '../sheet/read/vocabulary.ts';
import type { BaseColumn, BaseTable } from './base.ts';
import type { PullCode } from './codes.ts';
import { coerce } from './coerce.ts';
import type { Held } from './held.ts';
import { type Matched, type MatchedRow, placeOf } from './match.ts';
import { unfit } from './patch.ts';

/** A scalar of the data that is to become another text. */
export interface Change {
  readonly key: string;
  readonly field: string;
  readonly editable: Editable;
  readonly written: string;
  /** `Facts!D16` */
  readonly cell: string;
  readonly heading: string;
}

export interface Compared {
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the data hold now: the rows of the data table, and what of them can be changed. */
export interface Current {
  readonly rows: readonly Row[];
  readonly editables: Editables;
}

type Tell = (
  code: PullCode,
  severity: Diagnostic['severity'],
  message: string,
  more?: { readonly help?: string; readonly at?: Editable | undefined; readonly text?: string },
) => void;

export function compareTable(table: BaseTable, matched: Matched, current: Current): Compared {
  const changes: Change[] = [];
  const diagnostics: Diagnostic[] = [];
  const tell: Tell = (code, severity, message, { help, at, text } = {}) => {
    diagnostics.push({
      code,
      severity,
      message,
      ...(at && { primary: { span: at.scalar.span, ...(text !== undefined && { text }) } }),
      ...(help !== undefined && { help }),
    });
  };
  tellColumns(table, matched, tell);
  const now = new Map(current.rows.map((row) => [row[table.key] ?? '', row]));
  const seen = new Map<string, MatchedRow>();
  for (const row of matched.rows) {
    if (!isKnownRow(row, table, seen, matched, tell)) continue;
    for (const { base, at } of matched.columns) {
      const change = compareCell({ table, row, base, at, matched, now, current }, tell);
      if (change) changes.push(change);
    }
  }
  for (const key of table.rows.keys())
    if (!seen.has(key))
      tell('W008', 'warning', `the row ${key} of the sheet "${matched.sheet.name}" is missing`);
  return { changes, diagnostics };
}

function tellColumns(table: BaseTable, { columns, added, sheet }: Matched, tell: Tell): void {
  for (const heading of added)
    tell('W006', 'warning', `the column "${heading}" on the sheet "${sheet.name}" is new`, {
      help: 'Its cells were not compared.',
    });
  for (const { base, renamed } of columns)
    if (renamed !== null)
      tell(
        'W006',
        'warning',
        `the heading "${base.heading}" on the sheet "${sheet.name}" is now "${renamed}"`,
      );
  for (const base of table.columns)
    if (!columns.some((each) => each.base === base))
      tell('W006', 'warning', `the column "${base.heading}" is missing on the sheet "${sheet.name}"`, {
        help: 'Its cells were not compared. Restore the column to have them compared.',
      });
}

/** Whether the row is one of those that were there, for the first time. */
function isKnownRow(
  row: MatchedRow,
  { rows }: BaseTable,
  seen: Map<string, MatchedRow>,
  { sheet, columns }: Matched,
  tell: Tell,
): boolean {
  const first = seen.get(row.key);
  if (first) {
    tell(
      'W014',
      'error',
      `rows ${first.at} and ${row.at} of the sheet "${sheet.name}" have one key, ${row.key}`,
    );
    return false;
  }
  if (rows.has(row.key)) {
    seen.set(row.key, row);
    return true;
  }
  const values = columns.flatMap(({ base, at }) => {
    const held = row.cells.get(at);
    return held ? [`${base.heading}: ${wordsOf(held)}`] : [];
  });
  tell(
    'W007',
    'warning',
    `row ${row.at} of the sheet "${sheet.name}" is new: ${values.join('; ').slice(0, 400)}`,
  );
  return false;
}

interface Place {
  readonly table: BaseTable;
  readonly row: MatchedRow;
  readonly base: BaseColumn;
  readonly at: number;
  readonly matched: Matched;
  readonly now: ReadonlyMap<string, Row>;
  readonly current: Current;
}

function compareCell(place: Place, tell: Tell): Change | undefined {
  const { table, row, base, at, matched, now, current } = place;
  const held = row.cells.get(at);
  // A computed column holds formulas, whatever they give.
  if (base.field === '' && (held === undefined || held.kind === 'formula')) return undefined;
  const was = table.rows.get(row.key)![table.columns.indexOf(base)]!;
  if (isSame(held, was, base.type)) return undefined;
  const cell = placeOf(matched.sheet, row.at, at);
  const what = `${cell} (${row.key}, ${base.heading})`;
  const from = `${was === '' ? 'nothing' : was} → ${held ? wordsOf(held) : 'nothing'}`;
  if (!base.isEditable) {
    tell('W005', 'warning', `${what} is not for editing: ${from}`);
    return undefined;
  }
  if (held?.kind === 'formula') {
    tell('W004', 'error', `${what} holds the formula =${held.text.slice(0, 80)}`);
    return undefined;
  }
  const ours = now.get(row.key)?.[base.field] ?? '';
  const editable = current.editables.get(row.key)?.[base.field];
  if (!editable) {
    tellUneditable(what, from, was, ours, tell);
    return undefined;
  }
  if (!held) {
    tell('W009', 'warning', `${what} was emptied; it was ${was}`, { at: editable });
    return undefined;
  }
  const coerced = coerce(held, editable.kind, editable.scalar.source);
  if ('why' in coerced) {
    tell('W003', 'error', `${what}: ${coerced.why}`, { help: coerced.help, at: editable });
    return undefined;
  }
  const { written } = coerced;
  if (written === editable.scalar.source || isSame(held, ours, base.type)) {
    tell('W012', 'info', `${what}: ${from}, which the data say already`, { at: editable });
    return undefined;
  }
  if (ours !== was) {
    const text = `is now \`${editable.scalar.source}\``;
    tell('W002', 'error', `${what}: ${from}, but the data say ${ours === '' ? 'nothing' : ours}`, {
      at: editable,
      text,
    });
    return undefined;
  }
  const why = unfit(editable.scalar);
  if (why !== undefined) {
    const help = `Write \`${written}\` by hand.`;
    tell('W013', 'error', `${what}: ${from}, which cannot be written: ${why}`, { help, at: editable });
    return undefined;
  }
  tell('W001', 'info', `${what}: ${from}`, { at: editable, text: `becomes \`${written}\`` });
  return { key: row.key, field: base.field, editable, written, cell, heading: base.heading };
}

/** No scalar of the data stands behind the cell. */
function tellUneditable(what: string, from: string, was: string, ours: string, tell: Tell): void {
  if (was === '') tell('W010', 'warning', `${what}: ${from}`);
  else if (ours === was) tell('W005', 'warning', `${what} is not for editing: ${from}`);
  else tell('W002', 'error', `${what}: ${from}, but the data say ${ours === '' ? 'nothing' : ours}`);
}

/** Whether a cell holds what the data wrote, in whatever way a program has kept it. */
function isSame(held: Held | undefined, text: string, type: DataType): boolean {
  if (!held) return text === '';
  if (text === '') return false;
  switch (held.kind) {
    case 'text':
      return held.text === text || (held.text.trim() === text.trim() && held.text.trim() !== '');
    case 'number': {
      const written = typedValue(text, type);
      if (!isValueFault(written) && written.content.kind === 'number')
        return written.content.value === held.value;
      return Number(text) === held.value && text.trim() !== '' && String(held.value) === text;
    }
    case 'date':
      return held.text === text;
    case 'boolean':
    case 'error':
    case 'formula':
      return false;
  }
}

function wordsOf(held: Held): string {
  switch (held.kind) {
    case 'number':
      return String(held.value);
    case 'boolean':
      return held.value ? 'TRUE' : 'FALSE';
    case 'formula':
      return `=${held.text}`;
    default:
      return held.text;
  }
}
