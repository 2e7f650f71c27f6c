/** Helpers for conditions. */
import { defineHelper, type Helper } from '../helper.ts';
import { anything, wholeNumber } from './types.ts';

/** What `{{#if}}` takes for no: null, false, 0, "" and the empty list. */
function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === false ||
    value === 0 ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** A number equals the text of the same digits, since exact numbers are texts. */
function isEqual(a: unknown, b: unknown): boolean {
  return (
    a === b || (typeof a === 'number' && a.toString() === b) || (typeof b === 'number' && b.toString() === a)
  );
}

export const eq: Helper = defineHelper({
  name: 'eq',
  doc: 'True when two values are the same.',
  params: { a: anything, b: anything },
  result: 'true or false',
  compares: true,
  examples: [
    { call: '{{#if (eq kind "rail")}}by rail{{/if}}', data: { kind: 'rail' }, en: 'by rail', zh: 'by rail' },
  ],
  run: ({ a, b }) => isEqual(a, b),
});

export const ne: Helper = defineHelper({
  name: 'ne',
  doc: 'True when two values differ.',
  params: { a: anything, b: anything },
  result: 'true or false',
  compares: true,
  examples: [
    { call: '{{#if (ne kind "rail")}}by road{{/if}}', data: { kind: 'road' }, en: 'by road', zh: 'by road' },
  ],
  run: ({ a, b }) => !isEqual(a, b),
});

export const and: Helper = defineHelper({
  name: 'and',
  doc: 'True when no value is empty.',
  params: { a: anything, b: anything },
  rest: anything,
  result: 'true or false',
  tests: true,
  examples: [{ call: '{{#if (and 1 "x")}}both{{/if}}', en: 'both', zh: 'both' }],
  run: ({ a, b }, _context, _options, more) => [a, b, ...more].every((value) => !isEmpty(value)),
});

export const or: Helper = defineHelper({
  name: 'or',
  doc: 'True when any value is not empty.',
  params: { a: anything, b: anything },
  rest: anything,
  result: 'true or false',
  tests: true,
  examples: [{ call: '{{#if (or note 1)}}either{{/if}}', data: { note: null }, en: 'either', zh: 'either' }],
  run: ({ a, b }, _context, _options, more) => [a, b, ...more].some((value) => !isEmpty(value)),
});

export const not: Helper = defineHelper({
  name: 'not',
  doc: 'True when the value is empty: null, false, 0, "" or an empty list.',
  params: { value: anything },
  result: 'true or false',
  tests: true,
  examples: [{ call: '{{#if (not note)}}none{{/if}}', data: { note: null }, en: 'none', zh: 'none' }],
  run: ({ value }) => isEmpty(value),
});

export const even: Helper = defineHelper({
  name: 'even',
  doc: 'True for even numbers: every second row, beginning with @index 0.',
  params: { number: wholeNumber },
  result: 'true or false',
  examples: [{ call: '{{#if (even 2)}}even{{else}}odd{{/if}}', en: 'even', zh: 'even' }],
  run: ({ number }) => number % 2 === 0,
});

export const odd: Helper = defineHelper({
  name: 'odd',
  doc: 'True for odd numbers.',
  params: { number: wholeNumber },
  result: 'true or false',
  examples: [{ call: '{{#if (odd 2)}}odd{{else}}even{{/if}}', en: 'even', zh: 'even' }],
  run: ({ number }) => number % 2 !== 0,
});
