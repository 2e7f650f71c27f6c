import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { bestFaces } from './font-match.ts';
import { openFontSet } from './font-set.ts';
import { faceRule, filesWith, latinPath, rules, source } from './testing.ts';

const weighted = (...weights: number[]) => weights.map((weight) => faceRule('Sans', `${weight}.ttf`, weight));

// css-fonts-4 §5.2, step 4 of the matching algorithm
test.each([
  [400, [300, 500, 700], 500],
  [400, [300, 600, 700], 300],
  [500, [400, 600], 400],
  [450, [400, 500], 500],
  [300, [400, 200, 100], 200],
  [300, [400, 700], 400],
  [600, [400, 700, 900], 700],
  [900, [400, 700], 700],
])('weight %i among %j is %i', (wanted, declared, found) => {
  expect(bestFaces(weighted(...declared), ['Sans'], wanted, 'normal')[0]!.weight).toBe(found);
});

test('style is decided before weight, and an upright face stands in for an italic one', () => {
  const italic = { ...faceRule('Sans', 'i.ttf', 700), style: 'italic' as const };
  expect(bestFaces([...weighted(400), italic], ['Sans'], 400, 'italic')[0]).toBe(italic);
  expect(bestFaces([...weighted(400), italic], ['Sans'], 700, 'normal')[0]!.path).toBe('400.ttf');
  expect(bestFaces(weighted(400), ['Sans'], 400, 'italic')[0]!.path).toBe('400.ttf');
});

test('families are asked in the order of the list, the other declared ones last, names without regard to case', () => {
  const faces = bestFaces(
    [faceRule('A', 'a'), faceRule('B', 'b'), faceRule('C', 'c')],
    ['c', 'Unknown', 'A'],
    400,
    'normal',
  );
  expect(faces.map(({ family }) => family)).toEqual(['C', 'A', 'B']);
});

test('a family that nobody declared is an error with the nearest declared one', () => {
  const diagnostics: Diagnostic[] = [];
  const set = openFontSet(rules, filesWith(), (diagnostic) => diagnostics.push(diagnostic));
  const origin = { place: { source, start: 5, end: 9 } };
  expect(set.match(['Latn', 'sans-serif'], 400, 'normal', origin).primary.key).toBe(latinPath);
  set.match(['Latn', 'sans-serif'], 700, 'normal', origin);
  set.match(['Helvetica', 'Latin'], 400, 'normal', origin);
  set.match(['sans-serif'], 400, 'normal', origin);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    code: 'F005',
    message: 'no @font-face rule declares the font family “Latn”',
    primary: { span: { start: 5, end: 9 } },
    help: 'Did you mean “Latin”? Declared families: Latin, Han.',
  });
});
