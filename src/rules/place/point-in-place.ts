/**
 * G1: a point lies on the earth, in the country and in the province that the park names.
 * The park's own point is held against both; the points of its ways of access, which may lie elsewhere, only
 * against swapped and impossible degrees.
 */
import { decimal } from '../../model/decimal.ts';
import type { Bilingual, Point } from '../../model/publication.ts';
import { defineRule, type Finding, labelAt, type RuleContext } from '../define-rule.ts';
import { coordinates, type NamedPoint, pointsOf } from './points.ts';
import { type Box, boxesOf, isWithin } from './region-boxes.ts';

const inBaotou = (lat: string, lon: string) =>
  `place: { province: { en: Inner Mongolia Autonomous Region, zh: 内蒙古自治区 }, point: { lat: "${lat}", lon: "${lon}", crs: WGS84, source: A } }`;

export const pointInPlace = defineRule({
  kind: 'park',
  id: 'G1',
  title: { en: 'A point lies in its country and province', zh: '坐标点位于所述国家和省份' },
  why: 'Geocoding by name puts parks into provinces of the same name, and a swapped pair of degrees into the sea.',
  help: 'Look the point up in a map and correct `lat` and `lon`, or the place. A point of a source that is printed as it is can be acknowledged in waivers.yaml.',
  severity: 'error',
  scope: 'record',
  examples: [
    { name: 'Baotou is in Inner Mongolia', yaml: inBaotou('40.66', '109.84'), outcome: 'pass' },
    {
      name: 'latitude and longitude swapped',
      yaml: inBaotou('109.84', '40.66'),
      outcome: 'finding',
      message: 'latitude and longitude are swapped',
    },
    {
      name: 'a point of Xinjiang for a park of Inner Mongolia',
      yaml: inBaotou('44.00', '89.18'),
      outcome: 'finding',
      message: 'the point 44.00, 89.18 lies outside Inner Mongolia (37.39 to 53.40° N, 97.19 to 126.08° E)',
    },
    {
      name: 'a longitude that does not exist',
      yaml: inBaotou('40.66', '188.79'),
      outcome: 'finding',
      message: 'longitude 188.79 is beyond 180 degrees',
    },
    {
      name: 'another province of China',
      yaml: 'place: { province: { en: Hebei, zh: 河北省 }, point: { lat: "52.5", lon: "13.4", crs: WGS84, source: A } }',
      outcome: 'finding',
      message: 'outside China',
    },
    {
      name: 'a railway station with its degrees swapped',
      yaml: `${inBaotou('40.66', '109.84')}\naccess: [{ name: { en: Station, zh: 车站 }, kind: rail, point: { lat: "109.83", lon: "40.63", crs: WGS84, source: A } }]`,
      outcome: 'finding',
      message: 'Station: latitude and longitude are swapped',
    },
    {
      name: 'a port in another province',
      yaml: `${inBaotou('40.66', '109.84')}\naccess: [{ name: { en: Shanghai, zh: 上海 }, kind: port, point: { lat: "31.23", lon: "121.47", crs: WGS84, source: A } }]`,
      outcome: 'pass',
    },
    { name: 'no point', yaml: 'figures: {}', outcome: 'not-applicable' },
    {
      name: 'a country whose box is not known',
      yaml: 'place: { country: { en: Thailand, zh: 泰国 }, point: { lat: "13.4", lon: "101.0", crs: WGS84, source: A } }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const points = pointsOf(park);
    if (points.length === 0) {
      return { applies: false, missing: { en: 'There is no point.', zh: '没有坐标点。' } };
    }
    const { country, province } = park.content.park.place;
    const boxes = boxesOf(country, province);
    const findings = points.flatMap((named) => judge(named, boxes, context) ?? []);
    if (boxes.length === 0 && findings.length === 0) {
      const missing = {
        en: `The bounds of ${country.en} are not known to Parkpress.`,
        zh: `未收录${country.zh}的经纬度范围。`,
      };
      return { applies: false, missing };
    }
    return { applies: true, findings };
  },
});

function judge(named: NamedPoint, boxes: readonly Box[], context: RuleContext): Finding | undefined {
  const { key, point } = named;
  const fault = swapped(point, boxes.at(-1)) ?? beyond(point);
  // What a park lists its distances to may lie in another province or country.
  const missed = fault || key !== 'place.point' ? undefined : boxes.find((box) => !isWithin(point, box));
  const found = missed ? outside(point, missed) : fault;
  if (!found) return undefined;
  const { field, label, words, suggestion } = found;
  return {
    parts: [{ key, value: coordinates(point), figure: null }],
    message: { en: `${named.name.en}: ${words.en}`, zh: `${named.name.zh}：${words.zh}` },
    primary: labelAt(context.places, point, field, label),
    labels: [],
    ...(suggestion ? { suggestion } : {}),
  };
}

/** What is wrong with a point, and with which of its degrees. */
interface PointFault {
  readonly field: 'lat' | 'lon';
  readonly label: string;
  readonly words: Bilingual;
  readonly suggestion?: Bilingual;
}

function swapped({ lat, lon }: Point, box: Box | undefined): PointFault | undefined {
  if (!box || isWithin({ lat, lon }, box) || !isWithin({ lat: lon, lon: lat }, box)) return undefined;
  return {
    field: 'lat',
    label: 'this is the longitude',
    words: { en: 'latitude and longitude are swapped', zh: '经度与纬度颠倒' },
    suggestion: {
      en: `\`lat: "${lon}", lon: "${lat}"\` would lie in ${box.name.en}.`,
      zh: `若为纬度${lon}、经度${lat}，则在${box.name.zh}境内。`,
    },
  };
}

function beyond({ lat, lon }: Point): PointFault | undefined {
  if (decimal(lat).abs().gt(90)) {
    const words = { en: `latitude ${lat} is beyond 90 degrees`, zh: `纬度${lat}超过90度` };
    return { field: 'lat', label: 'not on the earth', words };
  }
  if (decimal(lon).abs().gt(180)) {
    const words = { en: `longitude ${lon} is beyond 180 degrees`, zh: `经度${lon}超过180度` };
    return { field: 'lon', label: 'not on the earth', words };
  }
  return undefined;
}

function outside(point: Point, box: Box): PointFault {
  const { name, south, north, west, east } = box;
  const isOffInLatitude = decimal(point.lat).lt(south) || decimal(point.lat).gt(north);
  return {
    field: isOffInLatitude ? 'lat' : 'lon',
    label: `not in ${name.en}`,
    words: {
      en: `the point ${coordinates(point)} lies outside ${name.en} (${south} to ${north}° N, ${west} to ${east}° E)`,
      zh: `坐标点${coordinates(point)}不在${name.zh}范围内（北纬${south}～${north}度，东经${west}～${east}度）`,
    },
  };
}
