/** The places of templates that merged text and messages can come from, numbered over all templates of a folder. */
import type { Span } from '../diagnostics/span.ts';
import type { Helper } from './helper.ts';

/** What a path is needed for; it decides which values are refused. */
export type PathUse = 'print' | 'argument' | 'test' | 'walk' | 'context';

export type Site =
  /** Static text; the span is exactly the text that is printed. */
  | { readonly kind: 'content'; readonly span: Span }
  /** `{{…}}`; `datum` is the path site whose value it prints, `printed` its words. */
  | { readonly kind: 'print'; readonly span: Span; readonly datum: number | null; readonly printed: string }
  /** `a.b.c` anywhere; `root` is what it starts from, as written (`this`, `..`, `@index`, a block parameter). */
  | {
      readonly kind: 'path';
      readonly span: Span;
      readonly written: string;
      readonly root: { readonly kind: 'this' | 'parent' | 'data' | 'parameter'; readonly written: string };
      readonly use: PathUse;
      /** How the helper of the same name is called, when a lone variable is named like one. */
      readonly helperCall?: string;
    }
  /** A helper call: per argument its words, and the path site its value comes from. */
  | {
      readonly kind: 'call';
      readonly span: Span;
      readonly helper: Helper;
      readonly args: readonly { readonly written: string; readonly site: number | null }[];
    }
  /** `{{> name}}`; `hash` holds the path sites of the values it passes by name. */
  | { readonly kind: 'partial'; readonly span: Span; readonly hash: Readonly<Record<string, number>> }
  /** The body of a block or file: `length` characters of static text each time it runs. */
  | { readonly kind: 'body'; readonly span: Span; readonly length: number };

export type SiteOf<K extends Site['kind']> = Extract<Site, { readonly kind: K }>;

/** An append-only list of sites; numbers are positions in it. */
export interface Sites {
  readonly add: (site: Site) => number;
  readonly get: <K extends Site['kind']>(kind: K, index: number) => SiteOf<K>;
  readonly at: (index: number) => Site;
}

/** A new, empty list. */
export function newSites(): Sites {
  const sites: Site[] = [];
  const at = (index: number): Site => {
    const site = sites[index];
    if (!site) throw new Error(`No template site has the number ${index}`);
    return site;
  };
  return {
    add: (site) => sites.push(site) - 1,
    at,
    get: <K extends Site['kind']>(kind: K, index: number) => {
      const site = at(index);
      if (site.kind !== kind) throw new Error(`Template site ${index} is a ${site.kind}, not a ${kind}`);
      return site as SiteOf<K>;
    },
  };
}
