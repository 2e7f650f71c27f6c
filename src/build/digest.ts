/** Digests: sha256 over bytes, and over values written in one way only. */
import { createHash } from 'node:crypto';
import { byCodeUnit } from '../model/order.ts';

export { byCodeUnit };

/** A sha256 in lower-case hex. */
export type Digest = string & { readonly brand: 'sha256' };

export function sha256(bytes: Uint8Array | string): Digest {
  return createHash('sha256').update(bytes).digest('hex') as Digest;
}

/** JSON with the keys of every object sorted by code unit and without white space: equal values, equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => byCodeUnit(a, b)))
      : inner,
  );
}
