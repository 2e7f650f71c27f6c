/**
 * G2: a stated distance fits the points it lies between.
 * A straight line within a tenth, a way by road up to 1.6 times the line; where the source does not say which,
 * either will do. Points that stand for a whole district or city are no ends of a distance.
 */

import type { AccessItem, Point } from '../../model/publication.ts';
import { defineRule, type Finding, labelAt, type RuleContext } from '../define-rule.ts';
import { areApart, extentOf } from '../extent.ts';
import { entryKey } from '../figures.ts';
import { amountWords, asWritten } from '../words.ts';
import { kilometresBetween, lineExtent, roadExtent } from './great-circle.ts';
import { coordinates, exactPoint } from './points.ts';

const airport = (distance: string, more = '') =>
  `place: { point: { lat: "40.66", lon: "109.84", crs: WGS84, source: A } }
access: [{ name: { en: Airport, zh: 机场 }, kind: air, distance: ${distance}, point: { lat: "40.56", lon: "109.99", crs: WGS84, source: A }${more} }]`;

export const statedDistance = defineRule({
  kind: 'park',
  id: 'G2',
  title: { en: 'A stated distance fits the points', zh: '所述距离与坐标点相符' },
  why: 'Distances are copied from page to page without the point they start from: two kilometres from downtown can be fifteen.',
  help: 'Check both points and the distance; say `along: road` or `along: line`. What a source states from another point is acknowledged in waivers.yaml.',
  severity: 'warning',
  scope: 'record',
  examples: [
    {
      name: '17.0 km by the road, 16.9 km in a straight line',
      yaml: airport('17.0 km', ', along: road'),
      outcome: 'pass',
    },
    { name: '25 km by the road', yaml: airport('25 km', ', along: road'), outcome: 'pass' },
    {
      name: '25 km in a straight line',
      yaml: airport('25 km', ', along: line'),
      outcome: 'finding',
      message: 'Airport: 25 km in a straight line as stated, but the two points are 16.9 km apart',
    },
    {
      name: '2 km, not said along what',
      yaml: airport('2 km'),
      outcome: 'finding',
      message: 'Airport: 2 km as stated, but the two points are 16.9 km apart in a straight line',
    },
    {
      name: 'the printed digits leave room: 20 km may be 15 to 25',
      yaml: airport('0.02 thousand km', ', along: line'),
      outcome: 'pass',
    },
    {
      name: 'no point of the park',
      yaml: 'access: [{ name: { en: Airport, zh: 机场 }, kind: air, distance: 2 km }]',
      outcome: 'not-applicable',
    },
    {
      name: 'points in two reference systems',
      yaml: airport('2 km').replace('crs: WGS84', 'crs: GCJ-02'),
      outcome: 'not-applicable',
    },
    {
      name: 'a point that stands for the city',
      yaml: airport('2 km').replace('crs: WGS84', 'crs: WGS84, precision: city'),
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const own = exactPoint(park);
    const judged = park.content.park.access.flatMap((item, index) => {
      const kilometres = own && item.point && item.distance && kilometresBetween(own, item.point);
      return own && kilometres ? [{ item, key: entryKey('access', index), own, kilometres }] : [];
    });
    if (judged.length === 0) {
      const missing = {
        en: 'No distance has exact points of one reference system at both ends.',
        zh: '没有两端均有同一坐标系精确坐标点的距离。',
      };
      return { applies: false, missing };
    }
    return { applies: true, findings: judged.flatMap((each) => judge(each, context) ?? []) };
  },
});

interface Judged {
  readonly item: AccessItem;
  readonly key: string;
  readonly own: Point;
  readonly kilometres: string;
}

function judge({ item, key, own, kilometres }: Judged, { places }: RuleContext): Finding | undefined {
  const distance = item.distance!;
  const possible = item.along === 'line' ? lineExtent(kilometres) : roadExtent(kilometres);
  if (!areApart(extentOf(distance), possible)) return undefined;
  const stated = amountWords(distance);
  const message =
    item.along === 'line'
      ? {
          en: `${item.name.en}: ${stated.en} in a straight line as stated, but the two points are ${kilometres} km apart`,
          zh: `${item.name.zh}：所述直线距离为${stated.zh}，而两点相距${kilometres}公里`,
        }
      : {
          en: `${item.name.en}: ${stated.en}${item.along === 'road' ? ' by road' : ''} as stated, but the two points are ${kilometres} km apart in a straight line`,
          zh: `${item.name.zh}：所述${item.along === 'road' ? '公路' : ''}距离为${stated.zh}，而两点直线相距${kilometres}公里`,
        };
  return {
    parts: [
      { key, value: asWritten(distance), figure: null },
      { key: 'place.point', value: coordinates(own), figure: null },
    ],
    message,
    primary: labelAt(places, item, 'distance', 'as stated'),
    labels: [labelAt(places, own, 'lat', 'from here'), labelAt(places, item.point!, 'lat', 'to here')],
  };
}
