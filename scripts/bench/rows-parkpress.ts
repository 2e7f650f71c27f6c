/** Parkpress: node rows-parkpress.ts ROWS OUT; rows are made when they are asked for, the bytes go into a file. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { pressWorkbookInto } from '../../src/sheet/index.ts';
import { finishedDocument } from '../../src/template/merged.ts';
import { headings, rowOf } from './rows.mjs';

const [count, out] = [Number(process.argv[2]), process.argv[3]!];
const attributes = [
  ...['', '', '', ''],
  ...['type="number" format="decimal1"', 'type="number"', 'type="integer"', 'type="percent"', 'type="date"'],
  'type="number" formula="[quantity] * [price]" total="sum"',
];
const columns = headings.map(
  (heading, index) => `<col id="${heading.toLowerCase()}" heading="${heading}" ${attributes[index]}/>`,
);
const text = `<workbook title="Rows"><sheet id="s" name="Rows"><table id="rows" of="rows">${columns.join('')}</table></sheet></workbook>`;
const rows = {
  length: count,
  *[Symbol.iterator]() {
    for (let i = 0; i < count; i++) yield rowOf(i);
  },
};
const properties = { title: 'Rows', subject: 'Rows', creator: 'Parkpress', date: '2026-01-01', custom: {} };

const before = process.resourceUsage().maxRSS / 1000;
const start = performance.now();
const file = openSync(out, 'w');
const { value, diagnostics } = await pressWorkbookInto(
  (bytes) => {
    writeSync(file, bytes);
  },
  finishedDocument({ path: 'rows.xml', text }),
  { tables: { rows }, properties, lang: 'en' },
);
closeSync(file);
if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
const peak = process.resourceUsage().maxRSS / 1000;
process.stdout.write(`${JSON.stringify({ taken: performance.now() - start, peak, added: peak - before })}\n`);
