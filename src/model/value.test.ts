import { expect, test } from 'vitest';
import { parseValue } from './value.ts';

test('people and things are whole: a point for thousands is told', () => {
  expect(parseValue('12.500', 'people').fault).toMatchObject({
    code: 'D010',
    message: '`12.500` is no whole number',
  });
  expect(parseValue('12,500', 'people').value?.quantity?.value).toBe('12500');
  expect(parseValue('12.5 thousand', 'count').value?.quantity?.value).toBe('12500');
});
