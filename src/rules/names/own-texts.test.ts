import { expect, test } from 'vitest';
import { exampleDataset } from '../../model/testing.ts';
import { ownTexts, spanWithin } from './own-texts.ts';

const yaml = `
lead: { en: "Said \\"so\\" of 36 and 36 projects", zh: 36个项目 }
access: [{ name: { en: Station, zh: 车站 }, kind: rail, note: { en: by car, zh: 乘车 } }]
figures:
  firms: { claims: [{ id: a, value: 166, note: { en: one, zh: 一 } }, { id: b, value: 170, as_of: "2016" }] }
conflicts: [{ id: x, figures: [firms], title: { en: A, zh: 甲 }, text: { en: B, zh: 乙 } }]
`;

test('every text of the file is there, by the name that findings use', () => {
  const { value } = exampleDataset({ yaml });
  const keys = ownTexts(value!.parks[0]!).map(({ key }) => key);
  expect(keys).toEqual(
    expect.arrayContaining([
      'name',
      'lead',
      'place.country',
      'access/1.name',
      'access/1.note',
      'firms/a.note',
      'conflicts/x.title',
      'conflicts/x.text',
    ]),
  );
  expect(keys.filter((key) => key.includes('source'))).toEqual([]);
});

test('a piece of a text is found in the file, behind escapes too', () => {
  const { value } = exampleDataset({ yaml });
  const { text } = ownTexts(value!.parks[0]!).find(({ key }) => key === 'lead')!;
  const at = text.en.lastIndexOf('36');
  const span = spanWithin(value!.places, text, 'en', at, at + 2)!;
  expect(span.source.text.slice(span.start, span.end)).toBe('36');
  expect(span.source.text.slice(span.start).startsWith('36 projects')).toBe(true);
});
