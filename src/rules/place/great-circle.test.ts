import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratio } from '../../model/decimal.ts';
import type { Point } from '../../model/publication.ts';
import { extentOf, isAbove } from '../extent.ts';
import { kilometresBetween, lineExtent, roadExtent } from './great-circle.ts';

const point = (lat: number | string, lon: number | string, crs: Point['crs'] = 'WGS84'): Point => ({
  lat: String(lat),
  lon: String(lon),
  crs,
  precision: null,
  // No source is looked at.
  source: {} as Point['source'],
});

test('distances that are known beforehand', () => {
  // A degree of a great circle of a sphere with this radius is 111.195 km.
  expect(kilometresBetween(point(0, 0), point(0, 1))).toBe('111.2');
  expect(kilometresBetween(point(90, 0), point(-90, 77))).toBe('20015.1');
  expect(kilometresBetween(point(0, 179.5), point(0, -179.5))).toBe('111.2');
  expect(kilometresBetween(point(60, 0), point(60, 180))).toBe('6671.7');
});

test('degrees that do not exist have a distance all the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 }), (lat, lon) => {
      expect(Number(kilometresBetween(point(lat, lon), point(lat, lon)))).toBe(0);
      expect(Number(kilometresBetween(point(lat, lon), point(lon, lat)))).toBeLessThan(20_015.2);
    }),
  );
});

test('points of different or unknown reference systems have no distance', () => {
  expect(kilometresBetween(point(0, 0, 'WGS84'), point(0, 1, 'GCJ-02'))).toBeNull();
  expect(kilometresBetween(point(0, 0, null), point(0, 1, null))).toBeNull();
});

const anywhere = fc.record({
  lat: fc.integer({ min: -90, max: 90 }),
  lon: fc.integer({ min: -180, max: 180 }),
});
const between = (a: { lat: number; lon: number }, b: { lat: number; lon: number }) =>
  Number(kilometresBetween(point(a.lat, a.lon), point(b.lat, b.lon)));

test('a distance is the same both ways, and no detour is shorter', () => {
  fc.assert(
    fc.property(anywhere, anywhere, anywhere, (a, b, c) => {
      expect(between(a, b)).toBe(between(b, a));
      expect(between(a, a)).toBe(0);
      // Each of the three is rounded to a tenth.
      expect(between(a, c)).toBeLessThanOrEqual(between(a, b) + between(b, c) + 0.2);
    }),
  );
});

test('a road may be 1.6 times as long as the line, a line a tenth longer or shorter', () => {
  const exactly = (kilometres: string) => ({
    least: ratio(kilometres, '0.001'),
    most: ratio(kilometres, '0.001'),
  });
  expect(isAbove(exactly('16'), roadExtent('10.0'))).toBe(false);
  expect(isAbove(exactly('16.1'), roadExtent('10.0'))).toBe(true);
  expect(isAbove(exactly('11'), lineExtent('10.0'))).toBe(false);
  expect(isAbove(exactly('11.1'), lineExtent('10.0'))).toBe(true);
  expect(isAbove(lineExtent('10.0'), exactly('8.9'))).toBe(true);
  // "20 km" printed for 15.2 may be 19.5, which is still too long for a line of 15.2.
  expect(isAbove(extentOf({ value: '20', unit: 'km', digit: 0, bound: 'exact' }), lineExtent('15.2'))).toBe(
    true,
  );
});
