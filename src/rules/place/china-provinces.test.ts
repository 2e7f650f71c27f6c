import { expect, test } from 'vitest';
import { isChina, provinceOf, provinces } from './china-provinces.ts';

const both = (en: string, zh: string) => ({ en, zh });

test('all 34 are there, each with its own code and names', () => {
  expect(provinces.length).toBe(34);
  for (const pick of [
    (province: (typeof provinces)[number]) => province.code,
    (province: (typeof provinces)[number]) => province.name.en,
    (province: (typeof provinces)[number]) => province.name.zh,
  ])
    expect(new Set(provinces.map(pick).filter((text) => text !== '')).size).toBe(34);
});

test('a province is known by the beginning of its name, in either language', () => {
  expect(provinceOf(both('Inner Mongolia Autonomous Region', '—'))?.code).toBe('15');
  expect(provinceOf(both('—', '内蒙古自治区'))?.code).toBe('15');
  expect(provinceOf(both('Shanxi', '山西省'))?.code).toBe('14');
  expect(provinceOf(both('Shaanxi province', '陕西省'))?.code).toBe('61');
  expect(provinceOf(both('Shan', '—'))).toBeUndefined();
});

test('China by its short and its full name', () => {
  expect(isChina(both("People's Republic of China", '—'))).toBe(true);
  expect(isChina(both('China', '中国'))).toBe(true);
  expect(isChina(both('Thailand', '泰国'))).toBe(false);
});
