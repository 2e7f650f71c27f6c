/** Days as numbers (18.17.4.1). */

const DAY = 86_400_000;

/** The day of a number in the 1900 or 1904 date system as ISO text, with the time where there is one. */
export function numberedDay(days: number, is1904: boolean): string {
  const time = Date.UTC(is1904 ? 1904 : 1899, is1904 ? 0 : 11, is1904 ? 1 : 30) + Math.round(days * DAY);
  if (Math.abs(time) > 8.64e15) return String(days);
  const iso = new Date(time).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** Whether a number format shows numbers as days. */
export function isDayFormat(code: string): boolean {
  return /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
