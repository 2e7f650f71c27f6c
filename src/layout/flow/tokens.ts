/** What break tokens tell about the break that they stand for. */
import type { BreakToken, Forced } from '../contract.ts';

/** The forced break that a token goes on after; of several in parallel flows, one that asks for a page. */
export function forcedAfter(token: BreakToken): Forced | undefined {
  switch (token.kind) {
    case 'block':
      return token.forced ?? (token.inner && forcedAfter(token.inner));
    case 'columns':
      return forcedAfter(token.flow);
    case 'lines':
      return undefined;
    case 'table':
    case 'flex':
    case 'grid': {
      const { forced, items } = token.rows;
      if (forced) return forced;
      const inside = [...items.values()].map((item) =>
        typeof item === 'object' ? forcedAfter(item) : undefined,
      );
      return inside.find((one) => one !== undefined && one !== 'column') ?? inside.find(Boolean);
    }
  }
}
