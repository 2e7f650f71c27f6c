/**
 * R4: a distance and the time it takes give the speed of a road vehicle.
 * Judged where both are stated, or the time and the points at both ends, and nothing but the road is meant.
 */
import { ratio } from '../../model/decimal.ts';
import type { AccessItem, Bilingual, Point } from '../../model/publication.ts';
import { defineRule, type Finding, labelAt, type RuleContext } from '../define-rule.ts';
import { areApart, type Extent, extentOf, isAbove, quotientOf } from '../extent.ts';
import { entryKey } from '../figures.ts';
import { amountWords, asWritten } from '../words.ts';
import { kilometresBetween, roadExtent } from './great-circle.ts';
import { exactPoint } from './points.ts';

/** 10 to 130 kilometres per hour, in metres per second. */
const plausible: Extent = { least: ratio('10000', '3600'), most: ratio('130000', '3600') };

/** Ways of travelling on roads; with any other the speed says nothing. */
const roadModes = [
  'car',
  'by car',
  'driving',
  'drive',
  'road',
  'by road',
  'bus',
  'by bus',
  'coach',
  'taxi',
  'truck',
];

const airport = (amounts: string) => `access: [{ name: { en: Airport, zh: 机场 }, kind: air, ${amounts} }]`;

export const travelSpeed = defineRule({
  kind: 'park',
  id: 'R4',
  title: { en: 'Time and distance give 10 to 130 km/h', zh: '时间与距离折合时速10～130公里' },
  why: 'Readers plan by the minutes that are printed; two kilometres do not take an hour, nor two hundred ten minutes.',
  help: 'Check both amounts and name the `mode` where it is not the road. What a source states as it is can be acknowledged in waivers.yaml.',
  severity: 'warning',
  scope: 'field',
  examples: [
    { name: '13.5 km in 30 minutes', yaml: airport('distance: 13.5 km, time: 30 min'), outcome: 'pass' },
    {
      name: '2 km in an hour',
      yaml: airport('distance: 2.0 km, time: 60 min'),
      outcome: 'finding',
      message: 'Airport: 2 km in 60 min is slower than 10 km/h',
    },
    {
      name: '200 km in 10 minutes',
      yaml: airport('distance: 200 km, time: 10.0 min'),
      outcome: 'finding',
      message: 'Airport: 200 km in 10 min is faster than 130 km/h',
    },
    {
      name: 'points at both ends for a distance',
      yaml: `place: { point: { lat: "40.66", lon: "109.84", crs: WGS84, source: A } }\n${airport('time: 3.0 min, point: { lat: "40.56", lon: "109.99", crs: WGS84, source: A }')}`,
      outcome: 'finding',
      message: 'Airport: 16.9 km in a straight line in 3 min is faster than 130 km/h',
    },
    {
      name: 'a train may be faster',
      yaml: airport('distance: 200 km, time: 60 min, mode: { en: high-speed train, zh: 高铁 }'),
      outcome: 'not-applicable',
    },
    { name: 'a time without a distance', yaml: airport('time: 30 min'), outcome: 'not-applicable' },
  ],
  check: (park, context) => {
    const own = exactPoint(park);
    const judged = park.content.park.access.flatMap((item, index) => {
      const way = isByRoad(item) && item.time ? wayOf(item, own) : undefined;
      return way ? [{ item, way, key: entryKey('access', index) }] : [];
    });
    if (judged.length === 0) {
      const missing = {
        en: 'No way by road has a distance and a time.',
        zh: '没有同时注明距离和时间的公路交通。',
      };
      return { applies: false, missing };
    }
    return { applies: true, findings: judged.flatMap((each) => judge(each, context) ?? []) };
  },
});

/** How long a way is, and how that is said. */
interface Way {
  readonly metres: Extent;
  readonly words: Bilingual;
}

function isByRoad({ mode }: AccessItem): boolean {
  return mode === null || roadModes.includes(mode.en.toLowerCase());
}

function wayOf({ distance, point }: AccessItem, own: Point | null): Way | undefined {
  if (distance) return { metres: extentOf(distance), words: amountWords(distance) };
  const kilometres = own && point && kilometresBetween(own, point);
  if (!kilometres) return undefined;
  const words = { en: `${kilometres} km in a straight line`, zh: `直线${kilometres}公里` };
  return { metres: roadExtent(kilometres), words };
}

interface Judged {
  readonly item: AccessItem;
  readonly way: Way;
  readonly key: string;
}

function judge({ item, way, key }: Judged, { places }: RuleContext): Finding | undefined {
  const time = item.time!;
  const speed = quotientOf(way.metres, extentOf(time));
  if (!areApart(speed, plausible)) return undefined;
  const verdict = isAbove(plausible, speed)
    ? { en: 'slower than 10 km/h', zh: '时速不足10公里' }
    : { en: 'faster than 130 km/h', zh: '时速超过130公里' };
  const minutes = amountWords(time);
  const value = [item.distance, time].flatMap((amount) => (amount ? [asWritten(amount)] : [])).join(', ');
  return {
    parts: [{ key, value, figure: null }],
    message: {
      en: `${item.name.en}: ${way.words.en} in ${minutes.en} is ${verdict.en}`,
      zh: `${item.name.zh}：${way.words.zh}用时${minutes.zh}，${verdict.zh}`,
    },
    primary: labelAt(places, item, 'time', 'in this time'),
    labels: item.distance ? [labelAt(places, item, 'distance', 'this far')] : [],
  };
}
