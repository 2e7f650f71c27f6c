/** exceljs: node rows-exceljs.mjs ROWS OUT memory|stream; only in memory can it write a table. */
import { performance } from 'node:perf_hooks';
import exceljs from 'exceljs';
import { formats, headings, rowOf } from './rows.mjs';

const [count, out, mode] = [Number(process.argv[2]), process.argv[3], process.argv[4]];
const before = process.resourceUsage().maxRSS / 1000;
const start = performance.now();
const book =
  mode === 'memory'
    ? new exceljs.Workbook()
    : new exceljs.stream.xlsx.WorkbookWriter({ filename: out, useStyles: true });
const sheet = book.addWorksheet('Rows', { views: [{ state: 'frozen', ySplit: 1 }] });
const line = { style: 'thin', color: { argb: 'FFDFE6E9' } };
const styles = headings.map((_, index) => ({
  font: { name: 'Calibri', size: 11, color: { argb: 'FF1F2A30' } },
  border: { bottom: line },
  alignment: { vertical: 'middle', indent: 1, horizontal: index < 4 || index === 8 ? 'left' : 'right' },
  ...(index < 4 ? {} : { numFmt: formats[index - 4] }),
}));
headings.forEach((_, index) => {
  sheet.getColumn(index + 1).width = 20;
});
if (mode === 'memory')
  sheet.addTable({
    name: 'rows',
    ref: 'A1',
    headerRow: true,
    totalsRow: true,
    columns: headings.map((name) => ({ name })),
    rows: [headings.map(() => '')],
  });
else sheet.addRow(headings).commit();

let total = 0;
for (let i = 0; i < count; i++) {
  const { quantity, price, area, share, since, ...texts } = rowOf(i);
  const product = Number(quantity) * Number(price);
  total += product;
  const values = [
    ...Object.values(texts),
    ...[quantity, price, area, share].map(Number),
    new Date(since),
    { formula: 'rows[[#This Row],[Quantity]]*rows[[#This Row],[Price]]', result: product },
  ];
  const row = sheet.getRow(i + 2);
  values.forEach((value, index) => {
    const cell = row.getCell(index + 1);
    cell.value = value;
    cell.style = styles[index];
  });
  if (mode === 'stream') row.commit();
}
const last = sheet.getRow(count + 2);
last.getCell(10).value = { formula: 'SUBTOTAL(109,rows[Amount])', result: total };
last.getCell(10).style = styles[9];
if (mode === 'memory') await book.xlsx.writeFile(out);
else {
  last.commit();
  await book.commit();
}
const peak = process.resourceUsage().maxRSS / 1000;
process.stdout.write(`${JSON.stringify({ taken: performance.now() - start, peak, added: peak - before })}\n`);
