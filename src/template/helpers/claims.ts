/** The helper for claims of any kind. */
import { parseAsOf } from '../../model/as-of.ts';
import { defineHelper, fault, type Helper } from '../helper.ts';
import { dateText } from './dates.ts';
import { quantityText } from './numbers.ts';
import { claim, oneOf } from './types.ts';

export const value: Helper = defineHelper({
  name: 'value',
  doc: 'The value of a claim, whatever it is: a quantity with its unit, a date in words, or a code as it is.',
  params: { claim },
  options: { style: oneOf('long', 'short') },
  result: 'text',
  examples: [
    {
      call: '{{value c}}',
      data: {
        c: {
          quantity: { value: '8', unit: 'km2', digit: 0, bound: 'exact' },
          text: null,
          verbatim: '8 sq km',
        },
      },
      en: '8 km²',
      zh: '8平方公里',
    },
    {
      call: '{{value c}}',
      data: { c: { quantity: null, text: '2011-04', verbatim: 'April 2011' } },
      en: 'April 2011',
      zh: '2011年4月',
    },
    {
      call: '{{value c}}',
      data: { c: { quantity: null, text: '150204401', verbatim: '150204401' } },
      en: '150204401',
      zh: '150204401',
    },
  ],
  run: ({ claim }, { lang }, { style }) => {
    if (claim.quantity) return quantityText(claim.quantity, lang, style ?? 'long');
    if (claim.text === null) return fault('the claim has neither a quantity nor a text');
    const date = parseAsOf(claim.text).value;
    return date ? dateText(date, lang) : claim.text;
  },
});
