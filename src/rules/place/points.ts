/** The points of a park on the map: its own, and those of the places that it lists its distances to. */
import type { ParkRecord } from '../../model/dataset.ts';
import type { Bilingual, Point } from '../../model/publication.ts';
import { entryKey } from '../figures.ts';

export interface NamedPoint {
  /** What findings and waivers call it: `place.point`, `access/2`. */
  readonly key: string;
  readonly name: Bilingual;
  readonly point: Point;
}

/** All points of a park, its own first. */
export function pointsOf({ content: { park } }: ParkRecord): readonly NamedPoint[] {
  const own = park.place.point;
  return [
    ...(own ? [{ key: 'place.point', name: park.name, point: own }] : []),
    ...park.access.flatMap(({ name, point }, index) =>
      point ? [{ key: entryKey('access', index), name, point }] : [],
    ),
  ];
}

/** `40.6574, 109.8403`, latitude first: the value that waivers repeat. */
export function coordinates({ lat, lon }: Pick<Point, 'lat' | 'lon'>): string {
  return `${lat}, ${lon}`;
}

/** The point of a park, unless it stands for a whole district or city. */
export function exactPoint({ content }: ParkRecord): Point | null {
  const { point } = content.park.place;
  return point && point.precision !== 'district' && point.precision !== 'city' ? point : null;
}
