/** What every runner prints: one line of JSON with the time of each run (ms) and the peak memory of its process (MB). */
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** `node RUNNER FOLDER LENGTH OUT RUNS`: the folder with the fonts, the number of sections, the file to write, how often. */
export const [fonts, times, out, runs] = [
  process.argv[2],
  Number(process.argv[3]),
  process.argv[4],
  Number(process.argv[5] ?? 1),
];

export const regular = `${fonts}/400Regular/NotoSansSC_400Regular.ttf`;
export const bold = `${fonts}/700Bold/NotoSansSC_700Bold.ttf`;

/** Calls `make` again and again; the first run is the cold one, less the start of its process. */
export async function tell(make) {
  const taken = [];
  let bytes;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    bytes = await make();
    taken.push(performance.now() - start);
  }
  writeFileSync(out, bytes);
  process.stdout.write(`${JSON.stringify({ taken, peak: process.resourceUsage().maxRSS / 1000 })}\n`);
}
