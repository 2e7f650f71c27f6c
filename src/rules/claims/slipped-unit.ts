/**
 * S2b: the ground of a park is not smaller than a hectare.
 * Judged on areas that have a basis (built, approved …), as areas of ground do and floor areas do not.
 */
import { decimal, plainText, ratio } from '../../model/decimal.ts';
import type { Bilingual, Claim } from '../../model/publication.ts';
import { units } from '../../model/units.ts';
import { defineRule, type Finding, labelAt, partOf } from '../define-rule.ts';
import { extentOf, isAbove } from '../extent.ts';
import { claimsOf } from '../figures.ts';
import { printed } from '../words.ts';

/** One hectare, in square metres; the smallest zone of the catalogue of 2018 for Inner Mongolia has 20.96. */
const smallest = { least: ratio('10000'), most: ratio('10000') };

const basis = 'area: { basis: { en: planned, zh: 规划 } }';

export const slippedUnit = defineRule({
  kind: 'park',
  id: 'S2b',
  title: { en: 'The unit of an area gives a plausible size', zh: '面积单位与规模相称' },
  why: 'Square metres printed for square kilometres are a known unit of the right dimension, and wrong by a million.',
  help: 'Correct the unit. If the source really prints it so, acknowledge the finding in waivers.yaml: it is then printed with a note.',
  severity: 'error',
  scope: 'field',
  examples: [
    {
      name: 'square kilometres',
      yaml: 'figures:\n  area: { claims: [{ value: 21.86 km2 }] }',
      files: { 'metrics.yaml': basis },
      outcome: 'pass',
    },
    {
      name: 'square metres, as printed of the Ruyi area of Hohhot',
      yaml: 'figures:\n  area: { claims: [{ value: 21.86 m2, verbatim: 21.86 sq m }] }',
      files: { 'metrics.yaml': basis },
      outcome: 'finding',
      message: 'Area (“21.86 sq m”) is smaller than one hectare',
    },
    {
      name: 'a floor area has no basis',
      yaml: 'figures:\n  floor: { claims: [{ value: 6000 m2 }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, { places }) => {
    const areas = claimsOf(park).filter(
      ({ figure, claim }) => figure.dimension === 'area' && figure.basis !== null && claim.quantity !== null,
    );
    if (areas.length === 0) {
      return { applies: false, missing: { en: 'There is no area of ground.', zh: '没有用地面积。' } };
    }
    const findings = areas.flatMap(({ figure, claim }): readonly Finding[] => {
      if (!isAbove(smallest, extentOf(claim.quantity!))) return [];
      const value = printed(claim);
      const message = {
        en: `${figure.label.en} (${value.en}) is smaller than one hectare`,
        zh: `${figure.label.zh}（${value.zh}）不足一公顷`,
      };
      const primary = labelAt(places, claim, 'value', 'too small for a park');
      const suggestion = otherUnit(claim);
      return [
        {
          parts: [partOf(figure, claim)],
          message,
          primary,
          labels: [],
          ...(suggestion ? { suggestion } : {}),
        },
      ];
    });
    return { applies: true, findings };
  },
});

/** The same number with a unit that makes it the size of a zone: at least a hectare. */
function otherUnit({ quantity }: Claim): Bilingual | undefined {
  const { value } = quantity!;
  const unit = (['km2', 'ha'] as const).find((key) =>
    decimal(value).times(units[key]!.numerator).gte(10_000),
  );
  if (!unit || unit === quantity!.unit) return undefined;
  const { en, zh } = units[unit]!.label;
  const number = plainText(decimal(value));
  return { en: `${number} ${en} would be the size of a zone.`, zh: `若为${number}${zh}，则与园区规模相称。` };
}
