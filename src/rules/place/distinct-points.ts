/**
 * G4: two parks do not stand on one point. Told at the later of them, in the order of their ids.
 * Points that stand for a whole district or city may be those of many parks.
 */
import type { ParkRecord } from '../../model/dataset.ts';
import { decimal, plainText } from '../../model/decimal.ts';
import type { Point } from '../../model/publication.ts';
import { defineRule, type Finding, labelAt, type RuleContext, type Verdict } from '../define-rule.ts';
import { coordinates, exactPoint } from './points.ts';

const at = (lat: string, lon: string) =>
  `place: { point: { lat: "${lat}", lon: "${lon}", crs: WGS84, source: A } }`;

export const distinctPoints = defineRule({
  kind: 'dataset',
  id: 'G4',
  title: { en: 'Distinct parks have distinct points', zh: '不同园区坐标点不同' },
  why: 'Geocoders that know only the city or nothing at all put many parks on one point.',
  help: 'Look up where each park is. If a source knows only the city, leave the point out or say `precision: city`; parks that share a site are acknowledged in waivers.yaml.',
  severity: 'warning',
  scope: 'cross-record',
  examples: [
    {
      name: 'two parks, two points',
      yaml: at('43.9299', '81.2828'),
      files: { 'parks/bole.yaml': at('44.85', '82.07') },
      outcome: 'pass',
    },
    {
      name: 'two parks on one point',
      yaml: at('43.92990', '81.2828'),
      files: { 'parks/bole.yaml': at('43.9299', '81.2828') },
      outcome: 'finding',
      message: 'the point 43.92990, 81.2828 is also that of `bole`',
    },
    {
      name: 'a park without a point',
      yaml: 'figures: {}',
      files: { 'parks/bole.yaml': at('44.85', '82.07') },
      outcome: 'not-applicable',
    },
    { name: 'a single point', yaml: at('44.85', '82.07'), outcome: 'not-applicable' },
  ],
  check: (context) => {
    const { parks } = context.dataset;
    const exact = parks.filter((park) => exactPoint(park));
    const first = new Map<string, ParkRecord>();
    return new Map(
      parks.map((park): [string, Verdict] => {
        const point = exactPoint(park);
        if (!point || exact.length < 2) {
          const missing = {
            en: 'There are no exact points of two parks.',
            zh: '没有可比较的两个园区精确坐标点。',
          };
          return [park.id, { applies: false, missing }];
        }
        const key = keyOf(point);
        const other = first.get(key);
        if (!other) first.set(key, park);
        return [park.id, { applies: true, findings: other ? [shared(point, other, context)] : [] }];
      }),
    );
  },
});

/** Equal for equal degrees of one reference system, however many zeros are written. */
function keyOf({ lat, lon, crs }: Point): string {
  return `${crs} ${plainText(decimal(lat))} ${plainText(decimal(lon))}`;
}

function shared(point: Point, other: ParkRecord, { places }: RuleContext): Finding {
  const value = coordinates(point);
  return {
    parts: [{ key: 'place.point', value, figure: null }],
    message: {
      en: `the point ${value} is also that of \`${other.id}\``,
      zh: `坐标点${value}与“${other.content.park.name.zh}”相同`,
    },
    primary: labelAt(places, point, 'lat', 'the same point'),
    labels: [labelAt(places, other.content.park.place.point!, 'lat', `of ${other.id}`)],
  };
}
