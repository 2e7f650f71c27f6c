/** Notes are lettered, so that their references cannot be taken for those to sources or for powers. */

/** 1 is a, 26 is z, 27 is aa. */
export function letterOf(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
