/** Number formats by name, and what a format code may look like (ECMA-376 part 1, 18.8.31). */

export const numberFormats: Readonly<Record<string, { readonly code: string; readonly meaning: string }>> = {
  general: { code: 'General', meaning: 'as the spreadsheet thinks best' },
  text: { code: '@', meaning: 'as text' },
  integer: { code: '#,##0', meaning: '2,796' },
  decimal1: { code: '#,##0.0', meaning: '2,796.1' },
  decimal2: { code: '#,##0.00', meaning: '2,796.11' },
  decimal3: { code: '#,##0.000', meaning: '2,796.110' },
  percent: { code: '0.0%', meaning: '31.5%' },
  percent0: { code: '0%', meaning: '31%' },
  date: { code: 'yyyy-mm-dd', meaning: '2017-12-11' },
  month: { code: 'yyyy-mm', meaning: '2017-12' },
  year: { code: '0', meaning: '2017' },
};

const DECIMAL_FORMATS = Array.from({ length: 11 }, (_, decimals) =>
  decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
);

/** `#,##0.00` for two decimals; at most ten. */
export function decimalFormat(decimals: number): string {
  return DECIMAL_FORMATS[Math.min(decimals, 10)]!;
}

/** The code of a named format or of one written out; undefined when it is neither. */
export function formatCode(written: string): string | undefined {
  const named = numberFormats[written];
  if (named) return named.code;
  const isCode = /[0#?@]|[ymdhs]{1,4}/.test(written) && written.length <= 200;
  const quotesMatch = (written.match(/"/g)?.length ?? 0) % 2 === 0;
  const onlyKnown = /^[0#?,.%@;()+\- /:$¥€*_\\ymdhsE\u00a0]*$/.test(
    written.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''),
  );
  return isCode && quotesMatch && onlyKnown ? written : undefined;
}
