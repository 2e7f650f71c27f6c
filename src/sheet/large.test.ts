import { expect, test } from 'vitest';
import { finishedDocument } from '../template/merged.ts';
import { pressWorkbookInto } from './index.ts';
import { lintPackage } from './lint.ts';
import { descendantsOf, parseXml } from './package/xml.ts';
import { openPackage, partText, sealPackage, setPart } from './package/zip.ts';
import type { DataRows } from './place/rows.ts';
import { press, pressSheet } from './testing/press.ts';

const count = 20_000;

/** Rows that exist only while they are asked for. */
const rows: DataRows = {
  length: count,
  *[Symbol.iterator]() {
    for (let index = 0; index < count; index++)
      yield {
        name: index % 1000 === 7 ? `=SUM(${index})` : `Enterprise ${index} & Söhne <包头>`,
        note: index === 3 ? 'first line\nsecond line, with _x0041_' : null,
        quantity: ((index % 977) / 10).toFixed(1),
        price: index === count - 1 ? '0.125' : ((index % 331) / 100).toFixed(2),
        since: `20${String(10 + (index % 14))}-0${1 + (index % 9)}-15`,
        url: index % 5000 === 0 ? `https://example.org/${index}?a=1&b=2` : null,
      };
  },
};

const book = `<workbook title="T"><sheet id="s" name="S"><row height="30"><cell style="title">Top</cell></row>
  <table id="t" of="rows"><col id="name" heading="Name" link="url"/><col id="note" heading="Note" width="20"/>
    <col id="quantity" heading="Quantity" type="number" total="max"/><col id="price" heading="Price" type="number" total="average"/>
    <col id="since" heading="Since" type="date"/>
    <col id="amount" heading="Amount" type="number" formula="[quantity] * [price]" total="sum"/>
    <col id="share" heading="Share" type="percent" formula="[quantity] / sum(t.quantity)"/>
    <highlight kind="style" when="[quantity] &gt; 90" style="note"/></table>
  <row><cell type="number" formula='countif(t.name, "Enterprise 1 *")'/></row></sheet></workbook>`;

const pressed = await press(book, { rows });
const sheet = 'xl/worksheets/sheet1.xml';
const last = count + 2;

test('a large table has the values, formulas and totals of all its rows', () => {
  const { cell, messages } = pressed;
  expect(messages).toEqual([]);
  expect(cell('S', 'A2')?.value).toBe('Name');
  expect(cell('S', 'A3')?.value).toBe('Enterprise 0 & Söhne <包头>');
  expect(cell('S', 'B6')?.value).toBe('first line\nsecond line, with _x0041_');
  expect(cell('S', `C${last}`)?.value).toBe(45.9);
  expect(cell('S', `D${last}`)?.value).toBe(0.125);
  expect(cell('S', 'E3')?.value).toBe(40_193);
  expect(cell('S', `F${last}`)).toMatchObject({
    formula: 't[[#This Row],[Quantity]]*t[[#This Row],[Price]]',
    value: 5.7375,
  });
  let [amount, quantity] = [0, 0];
  for (const row of rows) {
    amount += Math.round(Number(row.quantity) * Number(row.price) * 1e4);
    quantity += Math.round(Number(row.quantity) * 10);
  }
  expect(cell('S', `F${last + 1}`)).toMatchObject({
    formula: 'SUBTOTAL(109,t[Amount])',
    value: amount / 1e4,
  });
  expect(cell('S', `C${last + 1}`)?.value).toBe(97.6);
  expect(cell('S', `G${last}`)?.value).toBe(45.9 / (quantity / 10));
  expect(cell('S', `A${last + 2}`)?.value).toBe(1);
});

test('its cells have the styles, links, heights and ranges of a small one', () => {
  const { cell, part } = pressed;
  const text = part(sheet);
  const styles = parseXml(part('xl/styles.xml'))!;
  const formats = descendantsOf(descendantsOf(styles, 'cellXfs')[0]!, 'xf');
  const formatOf = (address: string) => formats[cell('S', address)!.style]!.attributes;
  expect(formatOf('A10')).toMatchObject({ quotePrefix: '1' });
  expect(formatOf('A11').quotePrefix).toBeUndefined();
  expect(formatOf(`D${last}`).numFmtId).not.toBe(formatOf('D3').numFmtId);
  expect(text).toContain(`<dimension ref="A1:G${last + 2}"/>`);
  expect(text).toMatch(/<row r="6" ht="(3[4-9]|[4-9][0-9])"/);
  expect(text).toContain(`<conditionalFormatting sqref="A3:A${last} B3:B${last} `);
  expect(part('xl/worksheets/_rels/sheet1.xml.rels')).toContain('https://example.org/15000?a=1&amp;b=2');
  expect(text).toContain('<hyperlink ref="A15003" ');
  expect(part('xl/tables/table1.xml')).toContain(`ref="A2:G${last + 1}"`);
});

test('the same rows give the same bytes, which go out in pieces', async () => {
  const pieces: Uint8Array[] = [];
  const { value } = await pressWorkbookInto(
    async (bytes) => {
      await Promise.resolve();
      pieces.push(bytes);
    },
    finishedDocument({ path: 'book.xml', text: book }),
    {
      tables: { rows },
      lang: 'en',
      properties: {
        title: 'Test park',
        creator: 'Parkpress',
        date: '2026-11-23',
        custom: { Edition: '2026' },
      },
    },
  );
  expect(value).toBe(true);
  expect(pieces.length).toBeGreaterThan(10);
  expect(Buffer.concat(pieces).equals(Buffer.from(pressed.bytes!))).toBe(true);
});

test('a value that does not fit is told with its row, and nothing goes out', async () => {
  const broken: DataRows = {
    length: count,
    *[Symbol.iterator]() {
      for (const row of rows) yield { ...row, quantity: row.note === null ? row.quantity! : 'many' };
    },
  };
  const { bytes, messages } = await press(book, { rows: broken });
  expect(bytes).toBeUndefined();
  expect(messages[0]).toContain('row 4 of the data table "rows": "many" is not a number');
});

test('rows that are fewer when they are written are not passed over', async () => {
  let readings = 0;
  const fewer: DataRows = {
    length: count,
    *[Symbol.iterator]() {
      readings += 1;
      for (let index = 0; index < (readings > 2 ? count - 1 : count); index++) yield { a: 'x' };
    },
  };
  const columns = ['a', 'b_', 'c_'].map((id) => `<col id="${id}" field="a" heading="${id}"/>`).join('');
  await expect(pressSheet(`<table id="t" of="t">${columns}</table>`, { t: fewer })).rejects.toThrow(
    '20000 rows were promised, 19999 came',
  );
});

test('tables and links beyond what a sheet holds are told', async () => {
  const many = (length: number): DataRows => ({
    length,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index++) yield { a: `https://example.org/${index}` };
    },
  });
  const table = (type: string) =>
    `<table id="t" of="t"><col id="a" heading="A" type="${type}" width="20" wrap="no"/></table>`;
  expect((await pressSheet(table('text'), { t: many(1_048_576) })).messages).toEqual([
    expect.stringContaining('the table "t" would end in row 1048578; a sheet has 1048576'),
  ]);
  expect((await pressSheet(table('url'), { t: many(65_531) })).messages[0]).toContain(
    'the sheet "s" has 65531 links; spreadsheets keep 65530',
  );
});

test.each([
  ['</f><v>5.7375</v>', '</f>', `the formula in S!F${last} has no value`],
  ['<v>45.9</v></c><c r="D20002"', '<v>45,9</v></c><c r="D20002"', `S!C${last} holds a number that is none`],
  ['Enterprise 9999 &amp; ', 'Enterprise 9999 & ', `the part ${sheet} is not well-formed XML`],
  ['<v>0.125</v></c>', '<v>0.125</v></d>', `the part ${sheet} is not well-formed XML`],
  ['<v>0.125</v></c>', '<v>0.125</v><!-- --></c>', undefined],
  ['<c r="D20002"', '<c r="D2000200"', '"D2000200" on S is no address'],
])('damage in the rows is found by inspection: %s', (from, to, message) => {
  const parts = openPackage(pressed.bytes!)!;
  const text = partText(parts, sheet)!;
  expect(text).toContain(from);
  setPart(parts, sheet, text.replace(from, to));
  expect(lintPackage(sealPackage(parts))).toEqual(message === undefined ? [] : [message]);
});
