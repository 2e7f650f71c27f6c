/** The rules, in the order of their reports: data, claims, parts, sources, time, percentages, money, plausibility, place, identity, language, words. */
import { areaBases } from './claims/area-bases.ts';
import { conflictDecided } from './claims/conflict-decided.ts';
import { density } from './claims/density.ts';
import { nestedAreas } from './claims/nested-areas.ts';
import { slippedUnit } from './claims/slipped-unit.ts';
import { sourcesAgree } from './claims/sources-agree.ts';
import { supply } from './claims/supply.ts';
import { dated } from './data/dated.ts';
import { knownUnits } from './data/known-units.ts';
import { knownWords } from './data/known-words.ts';
import { noPlaceholders } from './data/no-placeholders.ts';
import { readableNumbers } from './data/readable-numbers.ts';
import { referencesResolve } from './data/references-resolve.ts';
import { requiredFields } from './data/required-fields.ts';
import { saneText } from './data/sane-text.ts';
import { verbatimFits } from './data/verbatim-fits.ts';
import { waiversComplete } from './data/waivers-complete.ts';
import type { Rule } from './define-rule.ts';
import { converted } from './money/converted.ts';
import { currencyStated } from './money/currency-stated.ts';
import { impliedRate } from './money/implied-rate.ts';
import { priceYear } from './money/price-year.ts';
import { distinctParks } from './names/distinct-parks.ts';
import { oneTranslation } from './names/one-translation.ts';
import { sameInBothLanguages } from './names/same-in-both-languages.ts';
import { zoneCodes } from './names/zone-codes.ts';
import { countList } from './parts/count-list.ts';
import { cumulative } from './parts/cumulative.ts';
import { denominatorNamed } from './parts/denominator-named.ts';
import { lessByDefinition } from './parts/less-by-definition.ts';
import { partWhole } from './parts/part-whole.ts';
import { populations } from './parts/populations.ts';
import { product } from './parts/product.ts';
import { quotients } from './parts/quotients.ts';
import { shareSums } from './parts/share-sums.ts';
import { shares } from './parts/shares.ts';
import { sums } from './parts/sums.ts';
import { distinctPoints } from './place/distinct-points.ts';
import { pointInPlace } from './place/point-in-place.ts';
import { pointSystem } from './place/point-system.ts';
import { statedDistance } from './place/stated-distance.ts';
import { travelSpeed } from './place/travel-speed.ts';
import { breakInSeries } from './time/break-in-series.ts';
import { datedBefore } from './time/dated-before.ts';
import { growth } from './time/growth.ts';
import { percentPoints } from './time/percent-points.ts';
import { stale } from './time/stale.ts';
import { targetsApart } from './time/targets-apart.ts';

export const rules: readonly Rule[] = [
  requiredFields,
  knownUnits,
  slippedUnit,
  readableNumbers,
  dated,
  knownWords,
  noPlaceholders,
  saneText,
  conflictDecided,
  partWhole,
  sums,
  shareSums,
  shares,
  countList,
  product,
  populations,
  quotients,
  nestedAreas,
  areaBases,
  sourcesAgree,
  growth,
  breakInSeries,
  cumulative,
  datedBefore,
  stale,
  targetsApart,
  denominatorNamed,
  percentPoints,
  currencyStated,
  impliedRate,
  converted,
  priceYear,
  density,
  lessByDefinition,
  travelSpeed,
  supply,
  pointInPlace,
  statedDistance,
  pointSystem,
  distinctPoints,
  zoneCodes,
  referencesResolve,
  distinctParks,
  sameInBothLanguages,
  oneTranslation,
  verbatimFits,
  waiversComplete,
];
