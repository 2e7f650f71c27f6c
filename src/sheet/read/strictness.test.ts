import { expect, test } from 'vitest';
import { press, pressSheet, sheetIndent } from '../testing/press.ts';

const data = { facts: [{ id: 'a', name: 'Baotou', value: '8', url: 'https://example.org/' }], empty: [] };

test.each<[string, string]>([
  ['<workbook title="T"><sheet id="s" name="S"/>', '1:1 <workbook> is never closed'],
  [
    '<workbook title="T">\n<sheet id="s" name="S">\n</workbook>',
    '2:1 <sheet> is not closed before </workbook>',
  ],
  ['<workbook title="T"></sheet></workbook>', '1:21 </sheet> closes nothing'],
  ['<workbook title=T/>', '1:17 the workbook is not well-formed XML: unquoted attribute value'],
  ['<workbook title="T">\n  <shet id="s" name="S"/>\n</workbook>', '2:4 there is no element <shet>'],
  [
    '<workbook title="T">\n<row/>\n<sheet id="s" name="S"/></workbook>',
    '2:2 <row> cannot stand in <workbook>',
  ],
  ['<workbook>\n<sheet id="s" name="S"/></workbook>', '1:2 <workbook> needs the attribute "title"'],
  ['<workbook title="T"/>', '1:2 a workbook needs at least one <sheet>'],
  ['<book/>', '1:2 a workbook begins with <workbook>, not <book>'],
  [
    '<workbook title="T" colour="x"><sheet id="s" name="S"/></workbook>',
    '1:21 <workbook> has no attribute "colour"',
  ],
  ['<!DOCTYPE x><workbook title="T"/>', '1:12 a document type is not allowed in a workbook'],
  ['<workbook title="T" lang="de"><sheet id="s" name="S"/></workbook>', '1:27 lang="de" is none of en, zh'],
  [
    '<workbook title="T"><sheet id="s" name="A/B"/></workbook>',
    '1:41 the sheet name "A/B" holds "/", which sheet names cannot',
  ],
  [
    `<workbook title="T"><sheet id="s" name="${'x'.repeat(32)}"/></workbook>`,
    `1:41 the sheet name "${'x'.repeat(32)}" has 32 characters; at most 31 fit`,
  ],
  [
    `<workbook title="T"><sheet id="s" name="'a"/></workbook>`,
    `1:41 the sheet name "'a" begins or ends with an apostrophe`,
  ],
  [
    '<workbook title="T"><sheet id="s" name="A"/>\n<sheet id="t" name="a"/></workbook>',
    '2:21 two sheets are called "a"',
  ],
  [
    '<workbook title="T"><sheet id="s" name="A"/>\n<sheet id="S" name="B"/></workbook>',
    '2:12 the id "S" is used twice: it names the sheet "A" already',
  ],
  [
    '<workbook title="T"><style id="x" color="steal"/><sheet id="s" name="A"/></workbook>',
    '1:42 there is no color "steal"',
  ],
  [
    '<workbook title="T"><style id="x"/><style id="x"/><sheet id="s" name="A"/></workbook>',
    '1:47 the style x is declared twice',
  ],
  [
    '<workbook title="T"><sheet id="s" name="A"/><name id="n" ref="q"/></workbook>',
    '1:63 the name "n" refers to "q", which does not exist',
  ],
  [
    '<workbook title="T"><sheet id="s" name="A" footer="page {pag}"/></workbook>',
    '1:52 there is no {pag} in headers and footers',
  ],
])('%s', async (text, message) => {
  const { messages, bytes } = await press(text, data);
  expect(messages[0]).toBe(message);
  expect(messages.length, messages.join('\n')).toBe(1);
  expect(bytes).toBeUndefined();
});

/** Faults on one sheet; `^` in the content marks the column of the message. */
test.each<[string, string]>([
  ['<row><cell ^styl="x"/></row>', '<cell> has no attribute "styl"'],
  ['<row><cell style="^hedding"/></row>', 'there is no style "hedding"'],
  ['<row>^loose</row>', 'text cannot stand in <row>: "loose"'],
  ['<row><cell><^b>x</b></cell></row>', 'there is no element <b>'],
  ['<row><cell span="^0">x</cell></row>', 'span="0" is not a number from 1 to 100'],
  [
    '<row><^cell value="1">x</cell></row>',
    'a cell holds either text between its tags, or a value, or a formula',
  ],
  ['<row><cell type="number">^1,5</cell></row>', '"1,5" is not a number'],
  ['<row><cell type="integer" value="^1.5"/></row>', '"1.5" is not a whole number'],
  [
    '<row><cell type="number" value="^1234567890.1234567"/></row>',
    '"1234567890.1234567" is not a number of at most 15 digits',
  ],
  ['<row><cell type="date" value="^2017-02-30"/></row>', '"2017-02-30" is not a date'],
  ['<row><cell type="year" value="^17"/></row>', '"17" is not a year'],
  [
    '<row><cell link="^javascript:alert(1)">x</cell></row>',
    'link="javascript:alert(1)" is not a link that workbooks may hold',
  ],
  [
    '<row><cell link="^http://example.org/">x</cell></row>',
    'link="http://example.org/" is not a link that workbooks may hold',
  ],
  ['<row><cell link="^#nowhere">x</cell></row>', 'there is no sheet "nowhere" to link to'],
  ['<row><cell id="^a-b">x</cell></row>', 'id="a-b" is not an id'],
  [
    '<row><cell id="a">x</cell><cell id="^A">y</cell></row>',
    'the id "A" is used twice: it names a cell already',
  ],
  ['<row><cell formula="1 +^ "/></row>', 'the formula ends where a value is expected'],
  ['<row><cell id="a" formula="^a + 1"/></row>', 'the formula depends on itself: it uses its own value'],
  ['<row><cell formula="1 &lt; 2 &amp; ^nope"/></row>', 'nothing has the id "nope"'],
  ['<row><cell formula="2 + ^1/0"/></row>', 'the formula gives #DIV/0!: it divides by zero'],
  ['<row><cell format="^wat"/></row>', 'format="wat" is not a number format'],
  ['<spacer height="^x"/>', 'height="x" is not a number from 1 to 400 pt'],
  ['<table id="t" of="^fact"><col id="id" heading="H"/></table>', 'there is no data table "fact"'],
  [
    '<table id="t" of="facts"><col id="^nome" heading="H"/></table>',
    'the data table "facts" has no field "nome"',
  ],
  ['<^table id="t" of="facts"></table>', 'the table "t" has no columns'],
  [
    '<table id="^tax2021" of="facts"><col id="id" heading="H"/></table>',
    'the id "tax2021" reads like the address of a cell',
  ],
  [
    '<table id="t" of="facts"><col id="id" heading="H"/><col id="name" heading="^h"/></table>',
    'two columns of the table have the heading "h"',
  ],
  [
    '<table id="t" of="facts"><col id="id" heading="H"/><col id="^ID" field="name" heading="I"/></table>',
    'the id "ID" is used twice: it names a column of this table already',
  ],
  [
    '<table id="t" of="facts"><col id="^name" heading="H" type="number"/></table>',
    'row 1 of the data table "facts": "Baotou" is not a number',
  ],
  [
    '<table id="t" of="facts"><col id="id" ^hedding="H" heading="H"/></table>',
    '<col> has no attribute "hedding"',
  ],
  [
    '<table id="t" of="empty" when-empty="omit"><col id="x" heading="X"/></table><row><cell formula="counta(^t.x)"/></row><table id="u" of="facts"><col id="id" heading="H"/></table>',
    'the table "t" is left out because it has no rows',
  ],
])('%s', async (marked, message) => {
  const column = sheetIndent + marked.indexOf('^') + 1;
  const { messages, bytes } = await pressSheet(marked.replace('^', ''), data);
  expect(messages).toEqual([`1:${column} ${message}`]);
  expect(bytes).toBeUndefined();
});

test('all faults of a workbook are told at once, with the nearest known word', async () => {
  const { messages, help } = await pressSheet('<row><cell stile="x"/><cell style="titel"/></row><spaser/>');
  expect(messages).toHaveLength(3);
  expect([...help].sort()).toEqual(['"spacer"', '"style"', '"title"'].map((word) => `did you mean ${word}?`));
});

test('circles over several cells and columns are told once', async () => {
  const { messages } = await pressSheet(
    '<row><cell id="a" formula="b"/><cell id="b" formula="sum(t.x)"/></row>' +
      '<table id="t" of="facts"><col id="x" heading="X" formula="a"/></table>',
    data,
  );
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('the formula depends on itself');
});

test('elements nested without end are refused', async () => {
  const { messages } = await press(`<workbook title="T">${'<sheet>'.repeat(5000)}`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('nested more than');
});
