/** Types of attribute values: how each is read, and how the documentation names it. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { BorderLine } from '../style/cell-style.ts';
import { formatCode, numberFormats } from '../style/formats.ts';

/** A value that cannot be read: what is wrong with it (continues "x is …"), and what to do. */
export interface Refused {
  readonly refused: string;
  readonly help: string;
}

export interface ValueType<T> {
  /** As printed in the documentation. */
  readonly name: string;
  readonly read: (text: string) => T | Refused;
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

export const text: ValueType<string> = { name: 'text', read: (written) => written };

/** Formulas are parsed later, with their position. */
export const formulaText: ValueType<string> = {
  name: 'formula',
  read: (written) =>
    written.trim() === ''
      ? { refused: 'an empty formula', help: 'write a formula or leave the attribute out' }
      : written,
};

const ID = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Ids stand in formulas, where `-` subtracts. */
export const id: ValueType<string> = {
  name: 'id',
  read: (written) =>
    ID.test(written) && written.length <= 200
      ? written
      : { refused: 'not an id', help: 'an id begins with a letter and goes on with letters, digits and _' },
};

/** Ids with spaces between. */
export const idList: ValueType<readonly string[]> = {
  name: 'ids',
  read: (written) => {
    const ids = written.trim().split(/\s+/);
    return ids.every((each) => ID.test(each))
      ? ids
      : { refused: 'not a list of ids', help: 'write ids with spaces between' };
  },
};

/** Names of styles and colours stand in no formula and may be hyphenated. */
export const styleName: ValueType<string> = {
  name: 'name',
  read: (written) =>
    /^[A-Za-z][A-Za-z0-9_-]*$/.test(written)
      ? written
      : {
          refused: 'not a name',
          help: 'a name begins with a letter and goes on with letters, digits, _ and -',
        },
};

/** A column of a table, which is looked up later. */
export const columnPath: ValueType<string> = {
  name: 'table.column',
  read: (written) =>
    /^[A-Za-z_][A-Za-z0-9_]*\.[A-Za-z_][A-Za-z0-9_]*$/.test(written)
      ? written
      : { refused: 'not a column', help: 'write the id of a table, a point, and the id of its column' },
};

/** A key of the data: a table or a field of it. */
export const dataName: ValueType<string> = {
  name: 'name of data',
  read: (written) =>
    written === '' ? { refused: 'empty', help: 'name a table or field of the data' } : written,
};

export const flag: ValueType<boolean> = {
  name: 'yes | no',
  read: (written) => {
    if (written === 'yes' || written === 'true') return true;
    if (written === 'no' || written === 'false') return false;
    return { refused: 'neither yes nor no', help: 'write yes or no' };
  },
};

/** One of a closed list of words. */
export function choice<const T extends string>(...words: readonly T[]): ValueType<T> {
  return {
    name: words.join(' | '),
    read: (written) => {
      const found = words.find((word) => word === written);
      if (found !== undefined) return found;
      const guess = nearest(written, words);
      return {
        refused: `none of ${words.join(', ')}`,
        help: guess === undefined ? `write one of ${words.join(', ')}` : `did you mean "${guess}"?`,
      };
    },
  };
}

/** A decimal number within limits. */
export function numberBetween(least: number, most: number, unit = ''): ValueType<number> {
  const range = `a number from ${least} to ${most}${unit === '' ? '' : ` ${unit}`}`;
  return {
    name: `${least}–${most}${unit === '' ? '' : ` ${unit}`}`,
    read: (written) => {
      const value = /^-?[0-9]+(\.[0-9]+)?$/.test(written) ? Number(written) : Number.NaN;
      return value >= least && value <= most ? value : { refused: `not ${range}`, help: `write ${range}` };
    },
  };
}

/** A plain decimal, or a day, which is read when the type of the column is known. */
export const decimal: ValueType<string> = {
  name: 'number | day',
  read: (written) =>
    /^-?[0-9]{1,15}(\.[0-9]{1,10})?$|^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(written)
      ? written
      : { refused: 'neither a number nor a day', help: 'write 1234.5 or 2017-12-11' },
};

/** A whole number within limits. */
export function wholeBetween(least: number, most: number): ValueType<number> {
  const inner = numberBetween(least, most);
  return {
    name: inner.name,
    read: (written) => {
      const value = inner.read(written);
      if (isRefused(value) || Number.isInteger(value)) return value;
      return { refused: 'not a whole number', help: `write a whole number from ${least} to ${most}` };
    },
  };
}

/** A colour: `#rrggbb`, or a name that is looked up among the workbook's colours later. */
export const color: ValueType<string> = {
  name: 'colour',
  read: (written) =>
    /^#[0-9a-fA-F]{6}$/.test(written) || /^[A-Za-z][A-Za-z0-9_-]*$/.test(written)
      ? written.toLowerCase()
      : { refused: 'not a colour', help: 'write #rrggbb or the name of a colour' },
};

export const hexColor: ValueType<string> = {
  name: '#rrggbb',
  read: (written) =>
    /^#[0-9a-fA-F]{6}$/.test(written)
      ? written.toLowerCase()
      : { refused: 'not a colour', help: 'write #rrggbb' },
};

/** `none`, or a line and a colour: `thin #c9d3d8`, `medium steel`. */
export const border: ValueType<{ readonly line: BorderLine['line']; readonly color: string } | null> = {
  name: 'none | (hair | thin | medium | thick | double) colour',
  read: (written) => {
    if (written === 'none') return null;
    const match = /^(hair|thin|medium|thick|double) (#[0-9a-fA-F]{6}|[A-Za-z][A-Za-z0-9_-]*)$/.exec(written);
    return match
      ? { line: match[1] as BorderLine['line'], color: match[2]!.toLowerCase() }
      : { refused: 'not a border', help: 'write none, or a line and a colour: "thin #c9d3d8"' };
  },
};

export const numberFormat: ValueType<string> = {
  name: 'number format',
  read: (written) =>
    formatCode(written) ?? {
      refused: 'not a number format',
      help: `write a format code such as #,##0.00, or one of ${Object.keys(numberFormats).join(', ')}`,
    },
};

/** Two numbers with a space between, or one of the words. */
export function pair<const W extends string>(
  least: number,
  ...words: readonly W[]
): ValueType<readonly [number, number] | W> {
  return {
    name: [`two numbers`, ...words].join(' | '),
    read: (written) => {
      const word = words.find((each) => each === written);
      if (word !== undefined) return word;
      const match = /^([0-9]{1,5}) ([0-9]{1,5})$/.exec(written);
      const [first, second] = [Number(match?.[1]), Number(match?.[2])];
      return match && first >= least && second >= least
        ? [first, second]
        : {
            refused: 'not two numbers',
            help: `write two whole numbers with a space between, or ${words.join(', ')}`,
          };
    },
  };
}

/** `margin` for all sides, or top right bottom left, in millimetres. */
export const margins: ValueType<readonly [number, number, number, number]> = {
  name: 'one or four numbers (mm)',
  read: (written) => {
    const parts = written
      .split(' ')
      .map((part) => (/^[0-9]{1,3}(\.[0-9]+)?$/.test(part) ? Number(part) : Number.NaN));
    const [top, right = top, bottom = top, left = right] = parts;
    const usable =
      (parts.length === 1 || parts.length === 4) && parts.every((part) => part >= 0 && part <= 200);
    return usable
      ? [top!, right!, bottom!, left!]
      : {
          refused: 'not a set of margins',
          help: 'write one number, or four for top right bottom left, in mm',
        };
  },
};

/** Where a link may lead. `#sheet` is checked against the sheets later. */
export const link: ValueType<string> = {
  name: 'https:… | mailto:… | #sheet-id',
  read: (written) =>
    isSafeLink(written)
      ? written
      : { refused: 'not a link that workbooks may hold', help: 'write https://…, mailto:… or #sheet-id' },
};

/** True for https and mail addresses that can be written as they are, and for links to a sheet. */
export function isSafeLink(written: string): boolean {
  if (/^#[A-Za-z_][A-Za-z0-9_]*$/.test(written)) return true;
  if (/^mailto:[^\s<>"@]+@[^\s<>"@]+$/i.test(written)) return true;
  return (
    written.length <= 2079 && /^https:\/\/[^\s<>"\\^`{|}\p{Cc}]+$/u.test(written) && URL.canParse(written)
  );
}
