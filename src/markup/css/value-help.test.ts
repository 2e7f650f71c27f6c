import { expect, test } from 'vitest';
import { faultsInCss, readText } from '../testing.ts';

const cases: readonly (readonly [declaration: string, help: string])[] = [
  ['width: cacl(1px)', 'did you mean calc()?'],
  ['color: rbg(1, 2, 3)', 'did you mean rgb()?'],
  ['width: min(1px, 2px)', 'use calc()'],
  ['width: calc(1px / 0)', 'nothing can be divided by zero'],
  ['width: calc(8px / 2px)', 'divide by a number without a unit'],
  ['width: calc(1px + )', 'a number or a length is missing in calc()'],
  ['width: calc(2px+1px)', 'write + and - with a space on both sides of them'],
  ['width: calc(1px + (2px * (3 / 0)))', 'nothing can be divided by zero'],
  ['width: calc(10vw - 1px)', 'the unit vw is not supported; use % or mm'],
  [
    `width: ${'calc('.repeat(10_000)}1px${')'.repeat(10_000)}`,
    'the brackets are nested too deeply; work out the inner ones',
  ],
  ['width: 12qx', 'known units are px pt mm cm in Q pc em rem % fr deg'],
  ['width: 12', 'a length needs a unit, such as 12mm'],
  ['display: blok', 'did you mean block?'],
  ['color: red !imporant', 'the only word after "!" is !important'],
  [
    'trasform: none',
    'did you mean transform? transforms are not supported; inside svg, use the attribute transform',
  ],
  ['colour: red', 'did you mean color?'],
];

test.each(cases.map(([declaration, help]) => [declaration.slice(0, 40), declaration, help] as const))(
  '%s',
  (_name, declaration, help) => {
    const messages = faultsInCss(`p { ${declaration} }`);
    expect(messages).toHaveLength(1);
    expect(messages[0]!.endsWith(` (${help})`), messages[0]!.slice(-200)).toBe(true);
  },
);

test('at-rules of browsers are refused with what to do instead', () => {
  expect(faultsInCss('@supports (display: grid) { p { color: red } }')[0]).toContain(
    'there is one engine only',
  );
  expect(faultsInCss('@layer base { p { color: red } }')[0]).toContain('write them without layers');
  expect(faultsInCss('@meda print { p { color: red } }')[0]).toContain('did you mean @media?');
});

test('addresses in the network are named as they were written', () => {
  const [message] = faultsInCss('@import url(https://example.org/a.css);');
  expect(message).toContain('there is no style sheet https://example.org/a.css');
  expect(message).toContain('nothing is fetched from the network');
});

test('elements that hold nothing are closed in their own tag', () => {
  const { messages } = readText(
    '<html lang="en"><head><title>T</title></head><body><p>a<br>b</p></body></html>',
  );
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('it holds nothing: write <br/>');
});

test('a tag with thousands of attributes is read at once, and none of them twice', () => {
  const many = Array.from({ length: 20_000 }, (_, n) => `data-a${n}="x"`).join(' ');
  const { messages } = readText(
    `<html lang="en"><head><title>T</title></head><body><p ${many} data-a7="y">a</p></body></html>`,
  );
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('the attribute data-a7 is written twice');
}, 10_000);
