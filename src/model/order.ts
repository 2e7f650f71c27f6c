/** The order of texts that is the same on every machine: by UTF-16 code unit. */
export function byCode(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
