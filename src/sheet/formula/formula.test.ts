import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindFormula, type Symbols } from './bind.ts';
import { evaluate, type Lookup } from './evaluate.ts';
import type { BoundFormula } from './formula.ts';
import { parseFormula } from './parse.ts';
import { formulaText } from './to-text.ts';
import { isProblem, type Scalar } from './value.ts';

const columns: Readonly<Record<string, readonly Scalar[]>> = {
  id: ['built', 'approved', 'output', 'tax', 'blank'],
  group: ['land', 'Land', 'economy', 'economy', null],
  value: [8, 27.96, 79_140_000_000, 1_800_000_000, null],
  share: [0.1, 0.2, 0.3, 0.4, null],
};
const cells: Readonly<Record<string, Scalar>> = {
  built: 8,
  approved: 27.96,
  word: 'Baotou',
  nothing: null,
  yes: true,
};

const headings = new Map([
  ['id', 'Id'],
  ['group', 'Group'],
  ['value', 'Value (km²)'],
  ['share', "[Share] of 'all' #1"],
]);
const columnSymbols = new Map(
  [...headings].map(([id, heading]) => [id, { heading, holdsText: id === 'group' }]),
);
const table = { id: 'facts', columns: columnSymbols, omitted: false };
const symbols: Symbols = {
  cells: new Map(
    Object.keys(cells).map((id, index) => [
      id,
      { kind: 'cell', id, sheet: id === 'word' ? "Baotou's" : 'S', row: index + 1, column: 2 },
    ]),
  ),
  tables: new Map([
    ['facts', table],
    ['gone', { id: 'gone', columns: new Map([['x', { heading: 'X', holdsText: true }]]), omitted: true }],
  ]),
  names: new Map([
    [
      'all_values',
      {
        kind: 'name',
        id: 'all_values',
        to: { kind: 'column', table: 'facts', column: 'value', heading: 'Value (km²)', holdsText: false },
      },
    ],
  ]),
};

const lookup: Lookup = (to) => {
  if (to.kind === 'name') return lookup(to.to);
  if (to.kind === 'cell') return { cells: [cells[to.id]!], single: true };
  if (to.kind === 'same-row') return { cells: [columns[to.column]![1]!], single: true };
  return { cells: columns[to.column]!, single: false };
};

/** The bound tree, or `offset message` of the first fault. */
function read(formula: string, inTable = false): BoundFormula | string {
  const told: string[] = [];
  const fault = (_: string, at: { start: number }, message: string): void => {
    told.push(`${at.start} ${message}`);
  };
  const parsed = parseFormula(formula, (offset) => offset, fault);
  const bound = parsed && bindFormula(parsed, symbols, inTable ? table : undefined, fault);
  return bound ?? told[0]!;
}

function run(formula: string, inTable = false): { text: string; value: unknown } | string {
  const bound = read(formula, inTable);
  if (typeof bound === 'string') return bound;
  const value = evaluate(bound, lookup);
  return { text: formulaText(bound, 'S'), value: isProblem(value) ? `${value.problem} ${value.why}` : value };
}

test.each<[string, string, Scalar]>([
  ['1 + 2 * 3', '1+2*3', 7],
  ['(1 + 2) * 3', '(1+2)*3', 9],
  ['2 - (3 - 4)', '2-(3-4)', 3],
  ['2 - 3 - 4', '2-3-4', -5],
  ['2 ^ 3 ^ 2', '2^3^2', 64],
  ['-2 ^ 2', '-2^2', 4],
  ['0.1 + 0.2', '0.1+0.2', 0.3],
  ['8 / 27.96', '8/27.96', 8 / 27.96],
  ['built / approved', '$B$1/$B$2', 8 / 27.96],
  ['word & " " & built', `'Baotou''s'!$B$3&" "&$B$1`, 'Baotou 8'],
  ['"say ""yes"""', '"say ""yes"""', 'say "yes"'],
  ['built < approved', '$B$1<$B$2', true],
  ['"B" = "b"', '"B"="b"', true],
  ['nothing = 0', '$B$4=0', true],
  ['1 < "a"', '1<"a"', true],
  ['sum(facts.value)', 'SUM(facts[Value (km²)])', 80_940_000_035.96],
  ['sum(facts.share, 1)', "SUM(facts['[Share'] of ''all'' '#1],1)", 2],
  ['sum(all_values)', 'SUM(all_values)', 80_940_000_035.96],
  ['count(facts.value)', 'COUNT(facts[Value (km²)])', 4],
  ['counta(facts.id)', 'COUNTA(facts[Id])', 5],
  ['countblank(facts.group)', 'COUNTBLANK(facts[Group])', 1],
  ['countif(facts.group, "land")', 'COUNTIF(facts[Group],"land")', 2],
  ['countif(facts.value, ">=27.96")', 'COUNTIF(facts[Value (km²)],">=27.96")', 3],
  ['countif(facts.id, "*t*")', 'COUNTIF(facts[Id],"*t*")', 3],
  ['countif(facts.group, "<>land")', 'COUNTIF(facts[Group],"<>land")', 3],
  [
    'countifs(facts.group, "land", facts.value, "<10")',
    'COUNTIFS(facts[Group],"land",facts[Value (km²)],"<10")',
    1,
  ],
  ['sumif(facts.group, "land", facts.value)', 'SUMIF(facts[Group],"land",facts[Value (km²)])', 35.96],
  ['sumifs(facts.value, facts.group, "land")', 'SUMIFS(facts[Value (km²)],facts[Group],"land")', 35.96],
  ['averageif(facts.group, "land", facts.value)', 'AVERAGEIF(facts[Group],"land",facts[Value (km²)])', 17.98],
  ['average(facts.share)', "AVERAGE(facts['[Share'] of ''all'' '#1])", 0.25],
  ['min(facts.value)', 'MIN(facts[Value (km²)])', 8],
  ['maxifs(facts.value, facts.group, "land")', '_xlfn.MAXIFS(facts[Value (km²)],facts[Group],"land")', 27.96],
  [
    'lookup(facts.value, facts.id, "approved")',
    'INDEX(facts[Value (km²)],MATCH("approved",facts[Id],0))',
    27.96,
  ],
  ['lookup(facts.group, facts.id, "blank")', 'INDEX(facts[Group],MATCH("blank",facts[Id],0))&""', ''],
  [
    'xlookup("approved", facts.id, facts.value)',
    'INDEX(facts[Value (km²)],MATCH("approved",facts[Id],0))',
    27.96,
  ],
  [
    'xlookup("x", facts.id, facts.value, -1)',
    'IF(ISNA(MATCH("x",facts[Id],0)),-1,INDEX(facts[Value (km²)],MATCH("x",facts[Id],0)))',
    -1,
  ],
  [
    'xlookup("blank", facts.id, facts.group, "none")',
    'IF(ISNA(MATCH("blank",facts[Id],0)),"none",INDEX(facts[Group],MATCH("blank",facts[Id],0))&"")',
    '',
  ],
  ['ifs(built > 9, 1, yes, 2)', '_xlfn.IFS($B$1>9,1,$B$5,2)', 2],
  ['ifna(match("x", facts.id, 0), 0)', '_xlfn.IFNA(MATCH("x",facts[Id],0),0)', 0],
  ['textjoin("-", TRUE, facts.id)', '_xlfn.TEXTJOIN("-",TRUE,facts[Id])', 'built-approved-output-tax-blank'],
  ['rri(10, approved, built)', '_xlfn.RRI(10,$B$2,$B$1)', (8 / 27.96) ** 0.1 - 1],
  ['text(built / approved, "0.0%")', 'TEXT($B$1/$B$2,"0.0%")', '28.6%'],
  ['edate(date(2024, 1, 31), 1)', 'EDATE(DATE(2024,1,31),1)', 45_351],
  ['+word', `+'Baotou''s'!$B$3`, 'Baotou'],
  ['index(facts.id, 2)', 'INDEX(facts[Id],2)', 'approved'],
  ['match("tax", facts.id, 0)', 'MATCH("tax",facts[Id],0)', 4],
  ['round(2.5, 0)', 'ROUND(2.5,0)', 3],
  ['round(-2.5, 0)', 'ROUND(-2.5,0)', -3],
  ['round(1.005, 2)', 'ROUND(1.005,2)', 1.01],
  ['round(79140000000, -9)', 'ROUND(79140000000,-9)', 79_000_000_000],
  ['roundup(2.1, 0)', 'ROUNDUP(2.1,0)', 3],
  ['rounddown(-2.9, 0)', 'ROUNDDOWN(-2.9,0)', -2],
  ['abs(-3)', 'ABS(-3)', 3],
  ['if(built > 5, "large", 1/0)', 'IF($B$1>5,"large",1/0)', 'large'],
  ['iferror(1/0, "none")', 'IFERROR(1/0,"none")', 'none'],
  [
    'iferror(lookup(facts.value, facts.id, "x"), 0)',
    'IFERROR(INDEX(facts[Value (km²)],MATCH("x",facts[Id],0)),0)',
    0,
  ],
  ['and(yes, built > 1)', 'AND($B$5,$B$1>1)', true],
  ['not(or(built > 9, FALSE))', 'NOT(OR($B$1>9,FALSE))', true],
  [
    'sumproduct(facts.value, facts.share)',
    "SUMPRODUCT(facts[Value (km²)],facts['[Share'] of ''all'' '#1])",
    24_462_000_006.392,
  ],
  ['len(word)', `LEN('Baotou''s'!$B$3)`, 6],
  ['concat(word, "-", 1)', `_xlfn.CONCAT('Baotou''s'!$B$3,"-",1)`, 'Baotou-1'],
])('%s', (formula, text, value) => {
  expect(run(formula)).toEqual({ text, value });
});

test('a computed column names the columns of its row', () => {
  expect(run('[value] * 2', true)).toEqual({ text: 'facts[[#This Row],[Value (km²)]]*2', value: 55.92 });
});

test.each([
  ['sum(', '4 the formula ends where a value is expected'],
  ['1 + ', '3 the formula ends where a value is expected'],
  ['1 2', '2 an operator is expected, but "2" is here'],
  ['(1', '2 a closing ) is expected, but the end is here'],
  ['"open', '0 the text in the formula is not closed'],
  ['a; b', '1 ";" has no meaning in a formula'],
  ['B3 * 2', '0 "B3" is an address; formulas name ids'],
  ['biult', '0 nothing has the id "biult"'],
  ['facts', '0 "facts" is a table; a formula needs one of its columns'],
  ['facts.vlaue', '0 the table "facts" has no column "vlaue"'],
  ['1 + fact.value', '4 there is no table "fact"'],
  ['sum(gone.x)', '4 the table "gone" is left out because it has no rows'],
  ['summ(1)', '0 there is no function SUMM'],
  ['1 + today()', '4 TODAY cannot be used: it changes without a change of the data'],
  [
    'unique(facts.id)',
    '0 UNIQUE cannot be used: its result spills over cells, which not every program understands',
  ],
  ['let(x, 1, x)', '0 LET cannot be used: programs before 2021 do not know it'],
  [
    'vlookup("x", facts.id, 2)',
    '0 VLOOKUP cannot be used: it counts columns from the left; XLOOKUP and LOOKUP name them',
  ],
  ['xlookup(1, facts.value)', '0 XLOOKUP gets 2 arguments'],
  [
    'xlookup(1 & xlookup(2, facts.value, facts.id), facts.id, facts.value, 0)',
    '0 XLOOKUP looks for what another XLOOKUP finds',
  ],
  ['round(1)', '0 ROUND gets 1 argument'],
  ['[value]', '0 [value] names a column of the same row, but this is no column of a table'],
  ['constructor(1)', '0 there is no function CONSTRUCTOR'],
])('%s is refused', (formula, message) => {
  expect(run(formula)).toBe(message);
});

test.each([
  ['1 / 0', '#DIV/0! it divides by zero'],
  ['word + 1', '#VALUE! the text "Baotou" is used as a number'],
  ['lookup(facts.value, facts.id, "x")', '#N/A what it looks for is not there'],
  ['lookup(facts.value, facts.id, "blank")', 'unknown the cell that it finds is empty'],
  ['index(facts.id, 9)', '#REF! there is no row 9 among 5'],
  ['average(facts.group)', '#DIV/0! it divides by zero'],
  ['ifs(FALSE, 1)', '#N/A none of its conditions is true'],
  ['sqrt(-1)', '#NUM! -1 has no square root'],
  ['mid(word, 0, 1)', '#VALUE! places in a text start at 1'],
  ['iferror(year(59), 0)', 'unknown 59 is a day before 1900-03-01, which programs count differently'],
  ['iferror("5" + 1, 0)', 'unknown the text "5" is used as a number'],
  ['len(rept("ab", 20000))', 'unknown the text is longer than the 32767 characters that a cell holds'],
  [
    'text(45000, "yyyy-mm-dd")',
    'unknown the letters of the format "yyyy-mm-dd" depend on the language of the program; give the cell type="date" instead',
  ],
  ['match(1, facts.value, 1)', 'unknown MATCH is computed for exact matches only; its third argument is 0'],
])('%s has no value', (formula, why) => {
  expect(run(formula)).toMatchObject({ value: why });
});

test('a column where one value is wanted is no value, not even for IFERROR', () => {
  expect(run('iferror(facts.value * 2, 0)')).toMatchObject({
    value: expect.stringContaining('a whole column stands'),
  });
});

test('deep nesting is refused, not run', () => {
  expect(run(`${'('.repeat(200)}1${')'.repeat(200)}`)).toMatch(/nested more than 64 deep/);
  expect(run(`${'-'.repeat(5000)}1`)).toMatch(/nested more than 64 deep/);
});

const expression: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.integer({ min: 0, max: 99 }).map(String),
    fc
      .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '&', '=', '<'), tie('tree'))
      .map(([a, o, b]) => `(${a} ${o} ${b})`),
    tie('tree').map((a) => `-(${a})`),
  ),
})).tree;

test('the text of a formula means what its tree means', () => {
  fc.assert(
    fc.property(expression, (formula) => {
      const first = run(formula);
      if (typeof first === 'string') return;
      expect(run(first.text)).toEqual(first);
    }),
  );
});
