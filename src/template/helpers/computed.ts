/** What is computed rather than published: by the formulas of workbooks, over the same tables. */
import Big from 'big.js';
import { defineHelper, fault, type Helper } from '../helper.ts';
import { text } from './types.ts';

export const compute: Helper = defineHelper({
  name: 'compute',
  doc: 'The value of a formula over the data tables of workbooks, as a cell has it: `{{number (compute "sum(areas.km2)") digits=1}}`. Texts in the formula stand in single quotes. Say that it is computed where you print it.',
  params: { formula: text },
  result: 'number',
  examples: [
    { call: '{{compute "round(16580000000 / 36, -5)"}}', en: '460600000', zh: '460600000' },
    { call: "{{compute \"if(166 > 170, 'more', 'fewer')\"}}", en: 'fewer', zh: 'fewer' },
  ],
  run: ({ formula }, { compute }) => {
    // Texts in formulas have double quotes, which would end the argument.
    const found = compute?.(
      formula.replace(/'([^']*)'/g, (_, inner: string) => `"${inner.replaceAll('"', '""')}"`),
    );
    if (!found)
      return fault('there are no tables to compute with', 'Computing is for the templates of publications.');
    if ('why' in found) return fault(found.why, found.help);
    const { value } = found;
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    return typeof value === 'number' ? new Big(value).toFixed() : value;
  },
});
