/** Footnotes (css-gcpm-3 §2): how a note is set in the area at the page end, and what moves when it does not fit. */
import { keyword } from '../grammar.ts';
import { own } from './property.ts';

export const noteProperties = {
  footnoteDisplay: own('block', keyword('block', 'inline', 'compact')),
  footnotePolicy: own('auto', keyword('auto', 'line', 'block')),
};
