/**
 * Computes the formulas of a workbook, each after those it uses. A column whose formula needs nothing but its own
 * row is computed when that row is asked for; whole columns are held only where a formula refers to them.
 */
import { evaluate, type Lookup } from '../formula/evaluate.ts';
import { foldFormula } from '../formula/fold.ts';
import type { Reference } from '../formula/formula.ts';
import { type Cells, isProblem, type Problem, type Result } from '../formula/value.ts';
import type { Fault, TextRange } from '../read/fault.ts';
import { columnKey, type Gathered, gatherFormulas, type Job, knownValue, TOLD } from './gather.ts';
import type { BookPlan, TablePlan } from './layout.ts';
import { keyOf, orderJobs, referencesIn } from './order.ts';
import { type DataRow, numberedRows } from './rows.ts';

/** A computed formula, as cells hold it. */
interface ComputedCell {
  readonly text: string;
  readonly value: number | string | boolean;
}

/**
 * Values of the computed columns of a row, by the place of their column from 0; undefined for fields, and for what was
 * reported. The list is the same for all rows and good until the next is computed.
 */
export type ComputeRow = (data: DataRow, row: number) => readonly (ComputedCell['value'] | undefined)[];

/** Free formulas by the key of their cell; what was reported is missing. */
export interface Computed {
  readonly cells: ReadonlyMap<string, ComputedCell>;
  /** Texts of the formulas of computed columns, by the key of the column. */
  readonly columns: ReadonlyMap<string, string>;
  readonly rowsOf: (plan: TablePlan) => ComputeRow;
}

/** What is known while formulas are computed. */
interface Computing {
  readonly values: Map<string, Result>;
  /** Whole columns that formulas refer to, by key. */
  readonly held: Map<string, Cells>;
  /** Formulas of tables, in the order in which a row is computed. */
  readonly rows: Map<TablePlan, Job[]>;
  readonly tables: ReadonlyMap<string, TablePlan>;
  readonly tell: (problem: Problem, whole: TextRange) => void;
}

export function computeFormulas(plan: BookPlan, fault: Fault): Computed {
  const gathered = gatherFormulas(plan, fault);
  const cells = new Map<string, ComputedCell>();
  const computing: Computing = {
    values: gathered.values,
    held: new Map(),
    rows: new Map(),
    tables: new Map(plan.sheets.flatMap(({ tables }) => tables.map((each) => [each.table.id.value, each]))),
    tell: tellerOf(fault),
  };
  const order = orderJobs(gathered);
  if (order.kind === 'circle') {
    tellCircle(order.keys.length, gathered.jobs.get(order.keys[0]!)!.at, fault);
    return { cells, columns: gathered.columnTexts, rowsOf: () => () => [] };
  }
  const whole = wholeColumns(gathered);
  for (const key of order.keys) {
    const job = gathered.jobs.get(key)!;
    if (job.column) {
      const { plan } = job.column;
      computing.rows.set(plan, [...(computing.rows.get(plan) ?? []), job]);
      if (whole.has(key)) holdColumn(key, job.column, computing);
      continue;
    }
    const value = computeJob(job, lookupOf(computing), computing);
    computing.values.set(key, value);
    if (!isProblem(value)) cells.set(key, { text: job.text, value });
  }
  return { cells, columns: gathered.columnTexts, rowsOf: (table) => rowComputer(table, computing) };
}

function wholeColumns({ jobs }: Gathered): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { formula } of jobs.values())
    for (const to of referencesIn(formula)) {
      const target = to.kind === 'name' ? to.to : to;
      if (target.kind === 'column') found.add(keyOf(target));
    }
  return found;
}

/** A formula that gives an empty cell shows 0. */
function computeJob(
  { formula, at }: Job,
  lookup: Lookup,
  { tell }: Computing,
): ComputedCell['value'] | Problem {
  const result = evaluate(formula, lookup);
  if (!isProblem(result)) return result ?? 0;
  tell(result, at);
  return TOLD;
}

/** Cells of the row that is being computed come from `sameRow`. */
function lookupOf(computing: Computing, sameRow?: (to: Reference) => Result): Lookup {
  return (to) => {
    const target = to.kind === 'name' ? to.to : to;
    if (target.kind === 'same-row') return { cells: [sameRow?.(target) ?? null], single: true };
    const key = keyOf(target);
    if (target.kind === 'cell') return { cells: [computing.values.get(key) ?? null], single: true };
    return computing.held.get(key) ?? holdFields(target.table, key, computing);
  };
}

function holdColumn(key: string, { plan, index }: NonNullable<Job['column']>, computing: Computing): void {
  const compute = rowComputer(plan, computing);
  const cells: Result[] = [];
  for (const [row, data] of numberedRows(plan.data)) cells.push(compute(data, row)[index] ?? TOLD);
  computing.held.set(key, { cells, single: false });
}

/** A column that is no job: a field, one of an empty table, or one whose formula was reported. */
function holdFields(table: string, key: string, { tables, held }: Computing): Cells {
  const { data, table: declared } = tables.get(table)!;
  const column = declared.columns.find(({ id }) => columnKey(table, id.value) === key)!;
  const cells: Result[] = [];
  const { source, type } = column;
  for (const [, row] of numberedRows(data))
    cells.push(source.kind === 'field' ? knownValue(row[source.name] ?? null, type) : TOLD);
  // An empty table has one blank row in the file.
  const found: Cells = { cells: cells.length === 0 ? [null] : cells, single: false };
  held.set(key, found);
  return found;
}

function rowComputer(plan: TablePlan, computing: Computing): ComputeRow {
  const jobs = [...(computing.rows.get(plan) ?? [])];
  const id = plan.table.id.value;
  const { columns } = plan.table;
  const places = new Map(columns.map((column, index) => [column.id.value, index]));
  const results: Result[] = [];
  let current: DataRow = {};
  const lookup = lookupOf(computing, (to) => {
    const index = places.get(to.kind === 'same-row' ? to.column : '')!;
    const { source, type } = columns[index]!;
    if (source.kind === 'field') return knownValue(current[source.name] ?? null, type);
    return results[index] ?? TOLD;
  });
  const steps = jobs.map((job) => {
    const { index } = job.column!;
    const formula = foldFormula(job.formula, lookup);
    return {
      job: { ...job, formula },
      index,
      held: computing.held.get(columnKey(id, columns[index]!.id.value))?.cells,
    };
  });
  const values: (ComputedCell['value'] | undefined)[] = [];
  return (data, row) => {
    current = data;
    for (const { job, index, held } of steps) {
      const value = held ? held[row]! : computeJob(job, lookup, computing);
      results[index] = value;
      values[index] = isProblem(value) ? undefined : (value ?? 0);
    }
    return values;
  };
}

/** One sentence for a column whose formula fails in many rows in the same way. */
function tellerOf(fault: Fault): Computing['tell'] {
  const told = new Set<string>();
  return ({ problem, why, at }, whole) => {
    if (why === TOLD.why) return;
    const gives = problem === 'unknown' ? 'the formula cannot be computed' : `the formula gives ${problem}`;
    const place = at ?? whole;
    const key = `${place.start} ${gives}: ${why}`;
    if (told.has(key)) return;
    told.add(key);
    fault('X015', place, `${gives}: ${why}`, 'guard it with IF or IFERROR, or correct what it uses');
  };
}

function tellCircle(length: number, at: TextRange, fault: Fault): void {
  const others = length === 2 ? '1 other formula' : `${length - 1} other formulas`;
  const how = length === 1 ? 'it uses its own value' : `it uses its own value through ${others}`;
  fault('X016', at, `the formula depends on itself: ${how}`, 'break the circle');
}
