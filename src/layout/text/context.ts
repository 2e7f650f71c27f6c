/** What inline layout works with. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { FontSet } from './font-set.ts';

export interface TextContext {
  readonly fonts: FontSet;
  readonly report: Report;
}
