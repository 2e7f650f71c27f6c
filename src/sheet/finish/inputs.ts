/** Data validations (18.3.1.33) and the protection of sheets (18.3.1.85) as SpreadsheetML has them. */
import { assertNever } from '../../diagnostics/assert-never.ts';
import { type Element, element } from '../package/xml.ts';
import type { PlacedValidation } from '../placed.ts';

export function dataValidations(validations: readonly PlacedValidation[]): Element {
  return element('dataValidations', { count: String(validations.length) }, validations.map(validation));
}

/** Empty cells are always taken: what is not stated is left blank. */
function validation({ ranges, takes, hint, fault }: PlacedValidation): Element {
  const attributes = {
    ...(takes.kind !== 'any' && { type: takes.kind }),
    ...operatorOf(takes),
    allowBlank: '1',
    ...(hint !== null && { showInputMessage: '1', prompt: shortened(hint, MAX_PROMPT) }),
    ...(takes.kind !== 'any' && { showErrorMessage: '1', error: shortened(fault, MAX_ERROR) }),
    sqref: ranges,
  };
  return element('dataValidation', attributes, formulasOf(takes));
}

/** Characters that Excel shows. */
const MAX_PROMPT = 255;
const MAX_ERROR = 225;

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function operatorOf(takes: PlacedValidation['takes']): Readonly<Record<string, string>> {
  if (takes.kind === 'list' || takes.kind === 'any') return {};
  if (takes.least !== null && takes.most === null) return { operator: 'greaterThanOrEqual' };
  return takes.least === null && takes.most !== null ? { operator: 'lessThanOrEqual' } : {};
}

function formulasOf(takes: PlacedValidation['takes']): Element[] {
  const formula = (name: string, text: string | number): Element => element(name, {}, [String(text)]);
  switch (takes.kind) {
    case 'any':
      return [];
    case 'list':
      return [formula('formula1', takes.formula)];
    case 'decimal':
    case 'whole':
    case 'date': {
      const { least, most } = takes;
      if (least !== null && most !== null) return [formula('formula1', least), formula('formula2', most)];
      if (least !== null || most !== null) return [formula('formula1', (least ?? most)!)];
      // Without limits any number will do: these are the ends of what a cell can hold.
      const [first, last] = takes.kind === 'date' ? DAYS : NUMBERS;
      return [formula('formula1', first), formula('formula2', last)];
    }
    default:
      return assertNever(takes);
  }
}

const NUMBERS = ['-999999999999999', '999999999999999'] as const;
/** 1900-03-01 to 9999-12-31. */
const DAYS = ['61', '2958465'] as const;

/** Without a password, which would be a hash of something random. Filters and widths may still be used. */
export function sheetProtection(): Element {
  return element('sheetProtection', {
    sheet: '1',
    objects: '1',
    scenarios: '1',
    formatColumns: '0',
    formatRows: '0',
    autoFilter: '0',
  });
}
