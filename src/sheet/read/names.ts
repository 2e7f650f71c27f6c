/** What sheets, tables, cells and names may be called, and that no two are called the same. */
import { looksLikeAddress } from '../address.ts';
import type { Fault, Located } from './fault.ts';

/** Ids without regard to case, as spreadsheets compare them. */
export interface Ids {
  /** Reports an id used before; `what` is what it names now. */
  readonly claim: (id: Located<string>, what: string) => void;
}

export function idRegister(fault: Fault): Ids {
  const taken = new Map<string, string>();
  return {
    claim: ({ value, at }, what) => {
      const key = value.toLowerCase();
      const owner = taken.get(key);
      if (owner === undefined) taken.set(key, what);
      else
        fault(
          'X007',
          at,
          `the id "${value}" is used twice: it names ${owner} already`,
          'give each its own id; case does not tell ids apart',
        );
    },
  };
}

/** Tables and names keep their ids in the file, where an id like `tax2021` would be read as a cell. */
export function refuseAddress({ value, at }: Located<string>, fault: Fault): void {
  if (!looksLikeAddress(value)) return;
  fault(
    'X004',
    at,
    `the id "${value}" reads like the address of a cell`,
    `write it with an underscore: "${value}_"`,
  );
}

const MAX_SHEET_NAME = 31;
/** Where a workbook keeps what its editable cells held, so that it can be compared when it comes back. */
export const BASE_NAME = '_src';

/** Why a sheet name cannot be used; null when it can. */
export function sheetNameFault(name: string): string | null {
  if (name.trim() === '') return 'a sheet needs a name';
  if (name.length > MAX_SHEET_NAME) {
    return `the sheet name "${name}" has ${name.length} characters; at most ${MAX_SHEET_NAME} fit`;
  }
  const forbidden = /[[\]:*?/\\\p{Cc}]/u.exec(name)?.[0];
  if (forbidden !== undefined)
    return `the sheet name "${name}" holds ${JSON.stringify(forbidden)}, which sheet names cannot`;
  if (name.startsWith("'") || name.endsWith("'"))
    return `the sheet name "${name}" begins or ends with an apostrophe`;
  if (name.toLowerCase() === 'history') return `"${name}" is a sheet name that Excel keeps for itself`;
  if (name.toLowerCase() === BASE_NAME) return `"${name}" is the sheet that Parkpress keeps for itself`;
  return null;
}

/** Reports sheet names that spreadsheets refuse, and two of one name. */
export function checkSheetNames(names: readonly Located<string>[], fault: Fault): void {
  const taken = new Set<string>();
  for (const { value, at } of names) {
    const wrong = sheetNameFault(value);
    if (wrong !== null) fault('X009', at, wrong, 'choose a shorter, plainer name for the tab');
    else if (taken.has(value.toLowerCase())) {
      fault('X009', at, `two sheets are called "${value}"`, 'case does not tell sheet names apart');
    }
    taken.add(value.toLowerCase());
  }
}
