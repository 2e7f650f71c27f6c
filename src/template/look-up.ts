/** Follows a path through plain data, own keys only, and says in the author's words where it ends. */

import { assertNever } from '../diagnostics/assert-never.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { describe, keysIn } from './describe.ts';
import type { SiteOf } from './sites.ts';

/** The value, with the object and key it stands under (none for a bare `this` or `@index`). */
interface Found {
  readonly value: unknown;
  readonly container: object | null;
  readonly key: string;
}

interface Lost {
  readonly code: 'T011' | 'T012' | 'T013';
  readonly fault: string;
  readonly help?: string;
  readonly container: object | null;
  readonly key: string;
}

/** The value at `keys` below `base`, fit for what the site needs it for, or what is wrong. */
export function lookUp(site: SiteOf<'path'>, base: unknown, keys: readonly string[]): Found | Lost {
  if (base === undefined) return noRoot(site);
  let value: unknown = base;
  let container: object | null = null;
  let key = '';
  let walked = site.root.kind === 'this' ? '' : site.root.written;
  for (const next of keys) {
    if (typeof value !== 'object' || value === null) return notAGroup(value, walked, next, container, key);
    if (!Object.hasOwn(value, next) || (value as Record<string, unknown>)[next] === undefined) {
      return unknownKey(site, value, walked, next, keys);
    }
    container = value;
    key = next;
    value = (value as Record<string, unknown>)[next];
    walked = walked === '' ? next : `${walked}.${next}`;
  }
  if (site.use === 'walk' && (typeof value !== 'object' || value === null)) {
    return {
      code: value === null ? 'T012' : 'T013',
      fault: `\`${site.written}\` is ${value === null ? 'without a value in this publication' : describe(value)}, but {{#each}} needs a list`,
      container,
      key,
    };
  }
  return { value, container, key };
}

function noRoot(site: SiteOf<'path'>): Lost {
  const lost = { code: 'T011', container: null, key: '' } as const;
  const { kind, written } = site.root;
  switch (kind) {
    case 'data':
      return {
        ...lost,
        fault: `\`${written}\` has no value here`,
        help: '@index, @key, @first and @last exist inside {{#each}}.',
      };
    case 'parent':
      return {
        ...lost,
        fault: `\`${site.written}\` goes above the root of the data`,
        help: 'Take away one ../; outside of blocks and at the root there is nothing above.',
      };
    case 'parameter':
    case 'this':
      return { ...lost, fault: `\`${written}\` has no value here` };
    default:
      return assertNever(kind);
  }
}

function notAGroup(
  value: unknown,
  walked: string,
  next: string,
  container: object | null,
  key: string,
): Lost {
  const name = walked === '' ? 'this' : walked;
  if (value === null) {
    return {
      code: 'T012',
      fault: `\`${name}\` has no value in this publication, so \`${next}\` cannot be read from it`,
      help: `Put {{#if ${name}}} … {{/if}} around it.`,
      container,
      key,
    };
  }
  return { code: 'T011', fault: `\`${name}\` is ${describe(value)} and has no \`${next}\``, container, key };
}

function unknownKey(
  site: SiteOf<'path'>,
  value: object,
  walked: string,
  next: string,
  keys: readonly string[],
): Lost {
  const lost = { code: 'T011', container: null, key: '' } as const;
  const where = walked === '' ? '' : ` in \`${walked}\``;
  const fault =
    keys.length === 1 && site.root.kind === 'this'
      ? `unknown name \`${next}\``
      : `unknown name \`${next}\`${where || ` in \`${site.written}\``}`;
  if (Array.isArray(value))
    return { ...lost, fault, help: `\`${walked || 'this'}\` is a list; walk through it with {{#each}}.` };
  const near = nearest(next, Object.keys(value));
  const called = site.helperCall && `\`${next}\` is a helper: ${site.helperCall}.`;
  return {
    ...lost,
    fault,
    help: called ?? (near ? `Did you mean \`${near}\`?` : `There is ${keysIn(value)}.`),
  };
}
