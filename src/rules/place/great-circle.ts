/** Distances between points, from their coordinates. */
import { multiply, type Ratio, ratio } from '../../model/decimal.ts';
import type { Point } from '../../model/publication.ts';
import type { Extent } from '../extent.ts';

/** Mean radius of the earth in kilometres (IUGG). The flattening that it leaves out is half a percent at most. */
const radius = 6371.0088;

/**
 * Kilometres along the great circle between two points, rounded to a tenth; null when their reference systems differ
 * or are not known, since the same place is some hundred metres apart in WGS84 and GCJ-02.
 */
export function kilometresBetween(a: Point, b: Point): string | null {
  if (a.crs === null || a.crs !== b.crs) return null;
  const [north, other] = [radians(a.lat), radians(b.lat)];
  // Haversines keep their precision for near points.
  const chord =
    haversine(other - north) + Math.cos(north) * Math.cos(other) * haversine(radians(b.lon) - radians(a.lon));
  return (2 * radius * Math.asin(Math.sqrt(Math.max(0, Math.min(1, chord))))).toFixed(1);
}

/** The lengths, in metres, that a source may state for a straight line of so many kilometres: within a tenth. */
export function lineExtent(kilometres: string): Extent {
  return between(kilometres, '0.9', '1.1');
}

/** The same for the way by road: not shorter than the line by more than a tenth, and at most 1.6 times as long. */
export function roadExtent(kilometres: string): Extent {
  return between(kilometres, '0.9', '1.6');
}

function between(kilometres: string, least: string, most: string): Extent {
  const metres: Ratio = multiply(ratio(kilometres), ratio('1000'));
  return { least: multiply(metres, ratio(least)), most: multiply(metres, ratio(most)) };
}

function radians(degrees: string): number {
  return (Number(degrees) * Math.PI) / 180;
}

function haversine(angle: number): number {
  return Math.sin(angle / 2) ** 2;
}
