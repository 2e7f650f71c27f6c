/**
 * The functions that formulas can use. A function is added to the file of its subject; documentation, binder
 * and both back ends find it here.
 */
import { aggregateFunctions } from './aggregate.ts';
import { conditionalFunctions } from './conditional.ts';
import { dateFunctions } from './dates.ts';
import type { Family, Signature } from './define.ts';
import { kindFunctions } from './kinds.ts';
import { logicFunctions } from './logic.ts';
import { lookUpFunctions, replacedFunctions } from './look-up.ts';
import { numberTextFunctions } from './number-text.ts';
import { powerFunctions } from './powers.ts';
import { rankingFunctions } from './ranking.ts';
import { roundingFunctions } from './rounding.ts';
import { textFunctions } from './text.ts';
import { textSearchFunctions } from './text-search.ts';

/** Those that bound formulas hold. */
export const formulaFunctions: Family = {
  ...aggregateFunctions,
  ...conditionalFunctions,
  ...rankingFunctions,
  ...roundingFunctions,
  ...powerFunctions,
  ...logicFunctions,
  ...kindFunctions,
  ...lookUpFunctions,
  ...textFunctions,
  ...textSearchFunctions,
  ...numberTextFunctions,
  ...dateFunctions,
};

/** Those that can be written. */
export const writtenFunctions: Readonly<Record<string, Signature>> = {
  ...formulaFunctions,
  ...replacedFunctions,
};
