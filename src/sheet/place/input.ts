/** What may be typed into cells: validations with their ranges (18.3.1.32), and the look that tells such cells. */
import type { Lang } from '../../model/publication.ts';
import { addressOf } from '../address.ts';
import type { Cell, Column, Input } from '../book.ts';
import { bindColumn } from '../formula/bind.ts';
import type { PlacedValidation } from '../placed.ts';
import type { Located } from '../read/fault.ts';
import type { DataType } from '../read/vocabulary.ts';
import type { StylePart } from '../style/cell-style.ts';
import { isValueFault, typedValue } from './cell-value.ts';
import type { SheetPlan, TablePlan } from './layout.ts';
import type { Placing } from './place.ts';
import { relativeText, tablePlaces } from './refer.ts';

/** Added to the style of cells that readers may change. */
export function inputStyle(input: Input | null, { book }: Placing): StylePart | undefined {
  return input ? { ...book.styles.get('input'), locked: false } : undefined;
}

/** The validations of a sheet: one for each column with edit, one for each cell. */
export function placeValidations(plan: SheetPlan, placing: Placing): PlacedValidation[] {
  return [
    ...plan.tables.flatMap((table) =>
      table.table.columns.flatMap((column, index) => ofColumn(table, column, index + 1, plan, placing)),
    ),
    ...plan.rows.flatMap(({ row, at }) => {
      let next = 1;
      return row.cells.flatMap((cell) => {
        const address = addressOf(at, next);
        next += cell.span;
        return ofCell(cell, address, plan, placing);
      });
    }),
  ];
}

function ofColumn(
  { firstData, lastData }: TablePlan,
  { input, type }: Column,
  column: number,
  plan: SheetPlan,
  placing: Placing,
): readonly PlacedValidation[] {
  if (!input) return [];
  const ranges = `${addressOf(firstData, column)}:${addressOf(lastData, column)}`;
  return validation(input, type, ranges, plan, placing);
}

function ofCell(
  { input, type }: Cell,
  address: string,
  plan: SheetPlan,
  placing: Placing,
): readonly PlacedValidation[] {
  return input ? validation(input, type, address, plan, placing) : [];
}

function validation(
  input: Input,
  type: DataType,
  ranges: string,
  plan: SheetPlan,
  placing: Placing,
): readonly PlacedValidation[] {
  const takes = takenOf(input, type, plan.sheet.name.value, placing);
  if (!takes || (takes.kind === 'any' && input.hint === null)) return [];
  const fault = faultOf(takes, input, words[placing.book.lang]);
  return [{ ranges, takes, hint: input.hint, fault }];
}

function takenOf(
  { list, least, most }: Input,
  type: DataType,
  sheet: string,
  placing: Placing,
): PlacedValidation['takes'] | undefined {
  if (list) {
    const found = bindColumn(list, placing.plan.symbols, placing.fault);
    return found && { kind: 'list', formula: relativeText(found, sheet, 1, tablePlaces(placing.plan)) };
  }
  switch (type) {
    case 'number':
    case 'percent':
      return { kind: 'decimal', ...limits(least, most, type, placing) };
    case 'integer':
    case 'year':
      return { kind: 'whole', ...limits(least, most, type, placing) };
    case 'date':
      return { kind: 'date', ...limits(least, most, type, placing) };
    case 'text':
    case 'url': {
      const limit = least ?? most;
      if (limit)
        placing.fault(
          'X021',
          limit.at,
          'texts have no least or greatest value',
          'give the column a type of numbers',
        );
      return { kind: 'any' };
    }
  }
}

function limits(
  least: Located<string> | null,
  most: Located<string> | null,
  type: DataType,
  placing: Placing,
) {
  const [low, high] = [limit(least, type, placing), limit(most, type, placing)];
  if (low !== null && high !== null && low > high)
    placing.fault('X021', most!.at, 'the greatest value is less than the least', 'exchange the two');
  return { least: low, most: high };
}

function limit(written: Located<string> | null, type: DataType, { fault }: Placing): number | null {
  if (!written) return null;
  const value = typedValue(written.value, type);
  if (!isValueFault(value) && value.content.kind === 'number') return value.content.value;
  const why = isValueFault(value) ? value.message : `"${written.value}" is no limit`;
  fault('X021', written.at, why, isValueFault(value) ? value.help : 'write a whole day: 2017-12-11');
  return null;
}

interface Words {
  readonly list: string;
  readonly decimal: string;
  readonly whole: string;
  readonly date: string;
  readonly between: (least: string, most: string) => string;
  readonly atLeast: (least: string) => string;
  readonly atMost: (most: string) => string;
}

const words: Readonly<Record<Lang, Words>> = {
  en: {
    list: 'Choose a value from the list.',
    decimal: 'Type a number',
    whole: 'Type a whole number',
    date: 'Type a date',
    between: (least, most) => ` from ${least} to ${most}.`,
    atLeast: (least) => `, at least ${least}.`,
    atMost: (most) => `, at most ${most}.`,
  },
  zh: {
    list: '请从列表中选择。',
    decimal: '请输入数字',
    whole: '请输入整数',
    date: '请输入日期',
    between: (least, most) => `，范围${least}至${most}。`,
    atLeast: (least) => `，不小于${least}。`,
    atMost: (most) => `，不大于${most}。`,
  },
};

/** What is said when something else is typed, in the language of the workbook. */
function faultOf(takes: PlacedValidation['takes'], { least, most }: Input, say: Words): string {
  if (takes.kind === 'any') return '';
  if (takes.kind === 'list') return say.list;
  const what = say[takes.kind];
  if (least && most) return what + say.between(least.value, most.value);
  if (least) return what + say.atLeast(least.value);
  return most ? what + say.atMost(most.value) : `${what}${say === words.en ? '.' : '。'}`;
}
