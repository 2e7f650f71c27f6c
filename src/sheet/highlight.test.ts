import { expect, test } from 'vitest';
import { childrenOf, descendantsOf, type Element, parseXml, textOf } from './package/xml.ts';
import { press } from './testing/press.ts';

const facts = [
  { name: 'a', value: '3', limit: '5' },
  { name: 'b', value: '9', limit: '5' },
];

function pressWith(highlights: string) {
  return press(
    `<workbook title="T"><style id="warn" color="accent" bold="yes" fill="#ffeeee"/><sheet id="s" name="S"><row><cell id="least" type="number" value="4"/></row><table id="t" of="facts"><col id="name" heading="Name"/><col id="value" heading="Value" type="number"/><col id="limit" heading="Limit" type="number"/>
${highlights}</table></sheet></workbook>`,
    { facts },
  );
}

const rulesOf = (part: string): Element[] => descendantsOf(parseXml(part)!, 'conditionalFormatting');

test('a style applies by row, over the columns named or all of them', async () => {
  const { messages, part } = await pressWith(
    '<highlight kind="style" when="[value] &gt; [limit]" style="warn"/><highlight kind="style" columns="value" when="[value] &lt; least + max(t.limit)" style="warn"/>',
  );
  expect(messages).toEqual([]);
  const rules = rulesOf(part('xl/worksheets/sheet1.xml'));
  expect(rules.map(({ attributes }) => attributes.sqref)).toEqual(['A3:A4 B3:B4 C3:C4', 'B3:B4']);
  expect(rules.flatMap((rule) => descendantsOf(rule, 'formula').map(textOf))).toEqual([
    '$B3>$C3',
    '$B3<$A$1+MAX($C$3:$C$4)',
  ]);
  const looks = childrenOf(descendantsOf(parseXml(part('xl/styles.xml'))!, 'dxfs')[0]!);
  // Two rules with one style share its look.
  expect(looks).toHaveLength(1);
  expect(descendantsOf(looks[0]!, 'color')[0]!.attributes.rgb).toBe('FFB4552D');
  expect(descendantsOf(looks[0]!, 'bgColor')[0]!.attributes.rgb).toBe('FFFFEEEE');
});

test('bars begin at nothing, scales go from one colour to another, icons stand for thirds', async () => {
  const { messages, part } = await pressWith(
    '<highlight kind="bar" columns="value"/><highlight kind="scale" columns="limit" color="#112233"/><highlight kind="icons" columns="value limit" icons="flags"/>',
  );
  expect(messages).toEqual([]);
  const rules = rulesOf(part('xl/worksheets/sheet1.xml')).flatMap((rule) => childrenOf(rule));
  expect(rules.map(({ attributes }) => [attributes.type, attributes.priority])).toEqual([
    ['dataBar', '1'],
    ['colorScale', '2'],
    ['iconSet', '3'],
  ]);
  expect(descendantsOf(rules[0]!, 'cfvo')[0]!.attributes).toEqual({ type: 'num', val: '0' });
  expect(descendantsOf(rules[1]!, 'color').map(({ attributes }) => attributes.rgb)).toEqual([
    'FFFFFFFF',
    'FF112233',
  ]);
  expect(descendantsOf(rules[2]!, 'iconSet')[0]!.attributes.iconSet).toBe('3Flags');
});

test.each([
  ['an unknown column', '<highlight kind="bar" columns="valu"/>', 'the table "t" has no column "valu"'],
  [
    'a bar of texts',
    '<highlight kind="bar" columns="name"/>',
    'the column "name" holds texts, which have no bar',
  ],
  [
    'a style without a rule',
    '<highlight kind="style" style="warn"/>',
    'a highlight by a style needs `when` and `style`',
  ],
  [
    'a rule of a bar',
    '<highlight kind="bar" columns="value" when="true"/>',
    'when belongs to highlights of the kind style',
  ],
  [
    'an unknown name',
    '<highlight kind="style" when="[valu] &gt; 1" style="warn"/>',
    'the table "t" has no column "valu"',
  ],
  [
    'an unknown style',
    '<highlight kind="style" when="[value] &gt; 1" style="warm"/>',
    'there is no style "warm"',
  ],
  ['a misspelt kind', '<highlight kind="bars"/>', 'kind="bars" is none of style, bar, scale, icons'],
])('%s is told', async (_, highlights, message) => {
  const { messages } = await pressWith(highlights);
  expect(
    messages.some((each) => each.startsWith('2:') && each.includes(message)),
    messages.join('\n'),
  ).toBe(true);
});
