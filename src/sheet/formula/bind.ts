/** Finds what the ids of a formula stand for, and that its functions exist and get as many arguments as they take. */
import { looksLikeAddress } from '../address.ts';
import { knownNames } from '../read/attributes.ts';
import type { Fault, Located, TextRange } from '../read/fault.ts';
import type { BoundFormula, CellRef, ColumnRef, Formula, NameRef, Reference, Written } from './formula.ts';
import { writtenFunctions } from './functions.ts';
import { refusedFunctions } from './refused.ts';
import { replaceCall } from './replace.ts';

/** All that formulas of a workbook can name, by id. */
export interface Symbols {
  readonly cells: ReadonlyMap<string, CellRef>;
  readonly tables: ReadonlyMap<string, TableSymbol>;
  readonly names: ReadonlyMap<string, NameRef>;
}

export interface ColumnSymbol {
  readonly heading: string;
  /** Whether its cells are texts or empty, never numbers. */
  readonly holdsText: boolean;
}

export interface TableSymbol {
  readonly id: string;
  /** By id. */
  readonly columns: ReadonlyMap<string, ColumnSymbol>;
  /** A table without rows whose template said `when-empty="omit"`. */
  readonly omitted: boolean;
}

/** `table` is the table whose column the formula computes, if it does. Undefined after a report. */
export function bindFormula(
  formula: Formula,
  symbols: Symbols,
  table: TableSymbol | undefined,
  fault: Fault,
): BoundFormula | undefined {
  let sound = true;
  const report: Fault = (...told) => {
    sound = false;
    fault(...told);
  };
  const bound = bind(formula);
  return sound ? bound : undefined;

  function bind(node: Formula): BoundFormula {
    switch (node.kind) {
      case 'reference':
        return {
          kind: 'reference',
          at: node.at,
          to: findReference(node.to, node.at, symbols, table, report),
        };
      case 'unary':
        return { ...node, operand: bind(node.operand) };
      case 'binary':
        return { ...node, left: bind(node.left), right: bind(node.right) };
      case 'call':
        checkCall(node.name, node.args.length, node.nameAt, report);
        checkDoubled(node, report);
        return replaceCall(node, node.args.map(bind));
      default:
        return node;
    }
  }
}

/** The column that a path `table.column` names; undefined after a report. */
export function bindColumn(
  { value, at }: Located<string>,
  symbols: Symbols,
  fault: Fault,
): ColumnRef | undefined {
  let isFound = true;
  const to = findReference({ kind: 'path', ids: value.split('.') }, at, symbols, undefined, (...told) => {
    isFound = false;
    fault(...told);
  });
  return isFound && to.kind === 'column' ? to : undefined;
}

function checkCall(name: string, count: number, at: TextRange, fault: Fault): void {
  const refused = Object.hasOwn(refusedFunctions, name) ? refusedFunctions[name] : undefined;
  const found = Object.hasOwn(writtenFunctions, name) ? writtenFunctions[name] : undefined;
  if (refused !== undefined)
    fault(
      'X014',
      at,
      `${name} cannot be used: ${refused}`,
      'let the data hold the value, or use another function',
    );
  else if (!found)
    fault('X013', at, `there is no function ${name}`, knownNames(name, Object.keys(writtenFunctions)));
  else if (count < found.least || count > found.most) {
    fault(
      'X012',
      at,
      `${name} gets ${count} ${count === 1 ? 'argument' : 'arguments'}`,
      `write ${name}(${found.usage})`,
    );
  }
}

/** The file holds the key of such an XLOOKUP twice; one within another would double again and again. */
function checkDoubled(node: Formula, fault: Fault): void {
  if (node.kind !== 'call' || node.name !== 'XLOOKUP' || node.args.length < 4) return;
  if (!node.args.slice(0, 2).some(holdsLookup)) return;
  fault(
    'X012',
    node.nameAt,
    'XLOOKUP looks for what another XLOOKUP finds',
    'give the other one a cell of its own',
  );
}

function holdsLookup(node: Formula): boolean {
  switch (node.kind) {
    case 'unary':
      return holdsLookup(node.operand);
    case 'binary':
      return holdsLookup(node.left) || holdsLookup(node.right);
    case 'call':
      return node.name === 'XLOOKUP' || node.args.some(holdsLookup);
    default:
      return false;
  }
}

/** Stands for a reference that was not found; the formula is thrown away. */
const NOWHERE: CellRef = { kind: 'cell', id: '', sheet: '', row: 1, column: 1 };

function findReference(
  to: Written,
  at: TextRange,
  symbols: Symbols,
  table: TableSymbol | undefined,
  fault: Fault,
): Reference {
  if (to.kind === 'same-row') {
    if (table) return findColumn(table, to.column, 'same-row', at, fault);
    fault(
      'X013',
      at,
      `[${to.column}] names a column of the same row, but this is no column of a table`,
      'write table.column',
    );
    return NOWHERE;
  }
  const [first = '', second, ...more] = to.ids;
  if (second === undefined) return findSingle(first, at, symbols, fault);
  const owner = symbols.tables.get(first.toLowerCase());
  if (more.length > 0 || !owner) {
    const message =
      more.length > 0 ? `"${to.ids.join('.')}" has too many parts` : `there is no table "${first}"`;
    fault(
      'X013',
      at,
      message,
      knownNames(
        first,
        [...symbols.tables.values()].map((each) => each.id),
      ),
    );
    return NOWHERE;
  }
  return findColumn(owner, second, 'column', at, fault);
}

function findColumn(
  table: TableSymbol,
  id: string,
  kind: 'column' | 'same-row',
  at: TextRange,
  fault: Fault,
): Reference {
  if (table.omitted) {
    const help = 'give the table when-empty="row", or write the formula only where the data has rows';
    fault('X013', at, `the table "${table.id}" is left out because it has no rows`, help);
    return NOWHERE;
  }
  const found = [...table.columns].find(([column]) => column.toLowerCase() === id.toLowerCase());
  if (found) return { kind, table: table.id, column: found[0], ...found[1] };
  fault(
    'X013',
    at,
    `the table "${table.id}" has no column "${id}"`,
    knownNames(id, [...table.columns.keys()]),
  );
  return NOWHERE;
}

function findSingle(id: string, at: TextRange, symbols: Symbols, fault: Fault): Reference {
  const key = id.toLowerCase();
  const found = symbols.cells.get(key) ?? symbols.names.get(key);
  if (found) return found;
  const known = [...symbols.cells.values(), ...symbols.names.values()].map((each) => each.id);
  if (symbols.tables.has(key))
    fault('X013', at, `"${id}" is a table; a formula needs one of its columns`, `write ${id}.column`);
  else if (looksLikeAddress(id))
    fault('X013', at, `"${id}" is an address; formulas name ids`, 'give the cell an id and name that');
  else fault('X013', at, `nothing has the id "${id}"`, knownNames(id, known));
  return NOWHERE;
}
