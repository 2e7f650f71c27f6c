/** Words for a value of the data, and what to write in a template to print it. */

/** "a list of 3", "a group of values (en, zh)", "the text “x”". */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing (null)';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  switch (typeof value) {
    case 'string':
      return `the text \`${shorten(value)}\``;
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return `a group of values (${keysIn(value)})`;
    default:
      return `a ${typeof value}`;
  }
}

/** The first keys of an object. */
export function keysIn(value: object): string {
  const keys = Object.keys(value);
  const shown = keys.slice(0, 8).join(', ');
  return keys.length > 8 ? `${shown}, …` : shown || 'empty';
}

/** What prints such a value, written with the author's own words for it. */
export function howToPrint(value: unknown, written: string): string | undefined {
  if (Array.isArray(value))
    return `Walk through it with {{#each ${written}}}, or join it with {{list ${written}}}.`;
  if (typeof value !== 'object' || value === null) return undefined;
  const has = (...keys: string[]): boolean => keys.every((key) => Object.hasOwn(value, key));
  if (has('en', 'zh')) return `Write {{text ${written}}}.`;
  if (has('value', 'unit')) return `Write {{quantity ${written}}}.`;
  if (has('precision', 'earliest')) return `Write {{date ${written}}}.`;
  if (has('quantity', 'verbatim')) return `Write {{value ${written}}}.`;
  return 'Name one of its parts.';
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
