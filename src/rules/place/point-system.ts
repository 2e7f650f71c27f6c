/**
 * G3: a point says which reference system its degrees are of, and all points of a park are of one.
 * Points of a park are drawn in one sketch; one in GCJ-02 drawn as WGS84 stands some hundred metres off.
 */
import { defineRule, type Finding, labelAt, type RuleContext } from '../define-rule.ts';
import { coordinates, type NamedPoint, pointsOf } from './points.ts';

const station = (crs: string) =>
  `place: { point: { lat: "40.66", lon: "109.84", source: A${crs} } }
access: [{ name: { en: Station, zh: 车站 }, kind: rail, point: { lat: "40.63", lon: "109.83", crs: GCJ-02, source: A } }]`;

export const pointSystem = defineRule({
  kind: 'park',
  id: 'G3',
  title: { en: 'Points name one coordinate system', zh: '坐标点注明同一坐标系' },
  why: 'Chinese maps are shifted: the same degrees in WGS84 and GCJ-02 are 492 metres apart at Baotou, and nothing shows it.',
  help: 'Write `crs: WGS84`, `GCJ-02` or `BD-09` as the source says, and take all points of a park from one system. What no source tells can be acknowledged in waivers.yaml.',
  severity: 'error',
  scope: 'record',
  examples: [
    { name: 'two points in GCJ-02', yaml: station(', crs: GCJ-02'), outcome: 'pass' },
    {
      name: 'a point without its system',
      yaml: station(''),
      outcome: 'finding',
      message: 'Example: the point 40.66, 109.84 does not say of which coordinate system it is',
    },
    {
      name: 'WGS84 beside GCJ-02',
      yaml: station(', crs: WGS84'),
      outcome: 'finding',
      message: 'Station: the point is of GCJ-02, but that of Example of WGS84',
    },
    { name: 'no point', yaml: 'figures: {}', outcome: 'not-applicable' },
  ],
  check: (park, context) => {
    const points = pointsOf(park);
    if (points.length === 0) {
      return { applies: false, missing: { en: 'There is no point.', zh: '没有坐标点。' } };
    }
    const first = points.find(({ point }) => point.crs !== null);
    const findings = points.flatMap((named): readonly Finding[] => {
      if (named.point.crs === null) return [unnamed(named, context)];
      return first && named.point.crs !== first.point.crs ? [mixed(named, first, context)] : [];
    });
    return { applies: true, findings };
  },
});

function unnamed({ key, name, point }: NamedPoint, { places }: RuleContext): Finding {
  const value = coordinates(point);
  return {
    parts: [{ key, value, figure: null }],
    message: {
      en: `${name.en}: the point ${value} does not say of which coordinate system it is`,
      zh: `${name.zh}：坐标点${value}未注明坐标系`,
    },
    primary: labelAt(places, point, 'lat', 'of which system?'),
    labels: [],
  };
}

function mixed(named: NamedPoint, first: NamedPoint, { places }: RuleContext): Finding {
  const [own, other] = [named.point.crs, first.point.crs];
  return {
    parts: [named, first].map(({ key, point }) => ({
      key,
      value: `${coordinates(point)} (${point.crs})`,
      figure: null,
    })),
    message: {
      en: `${named.name.en}: the point is of ${own}, but that of ${first.name.en} of ${other}`,
      zh: `${named.name.zh}：坐标点为${own}坐标系，而${first.name.zh}为${other}坐标系`,
    },
    primary: labelAt(places, named.point, 'crs', 'another system'),
    labels: [labelAt(places, first.point, 'crs', 'one system')],
  };
}
