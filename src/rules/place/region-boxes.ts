/**
 * The boxes that countries and provinces lie in, in degrees, rounded outwards. Coarse on purpose: a point outside is
 * surely wrong, a point inside may still be. Only regions whose extremes are published by their own authorities.
 */
import { decimal } from '../../model/decimal.ts';
import type { Bilingual, Point } from '../../model/publication.ts';
import { isChina, provinceOf } from './china-provinces.ts';

export interface Box {
  readonly name: Bilingual;
  readonly south: string;
  readonly north: string;
  readonly west: string;
  readonly east: string;
}

/** 3°52′ to 53°33′ N, 73°33′ to 135°05′ E. */
const china: Box = {
  name: { en: 'China', zh: '中国' },
  south: '3.8',
  north: '53.6',
  west: '73.4',
  east: '135.2',
};

/** By the code of GB/T 2260. */
const provinces: Readonly<Record<string, Box>> = {
  // 37°24′ to 53°23′ N, 97°12′ to 126°04′ E.
  '15': {
    name: { en: 'Inner Mongolia', zh: '内蒙古' },
    south: '37.39',
    north: '53.40',
    west: '97.19',
    east: '126.08',
  },
};

/** The boxes that a park of this country and province lies in, the smallest first; empty where none is known. */
export function boxesOf(country: Bilingual, province: Bilingual): readonly Box[] {
  if (!isChina(country)) return [];
  const code = provinceOf(province)?.code;
  const own = code === undefined ? undefined : provinces[code];
  return own ? [own, china] : [china];
}

/** True for points in the box or on its edge. */
export function isWithin({ lat, lon }: Pick<Point, 'lat' | 'lon'>, box: Box): boolean {
  const [north, east] = [decimal(lat), decimal(lon)];
  return north.gte(box.south) && north.lte(box.north) && east.gte(box.west) && east.lte(box.east);
}
