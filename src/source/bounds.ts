/** Values are measured as the trees they stand for after aliases are filled in, and refused beyond the limits. */
import type { Span } from '../diagnostics/span.ts';
import { fault, type Measure, type State } from './decode-state.ts';
import { mostLevels, mostNodes } from './limits.ts';
import type { Located, LocatedList, LocatedMap } from './located.ts';

/** Notes the measure of a value from those of its children. */
export function measured<T extends Located>(value: T, children: readonly Located[], { measures }: State): T {
  if (!measures) return value;
  let nodes = 1;
  let levels = 0;
  for (const child of children) {
    const measure = measures.get(child)!;
    nodes += measure.nodes;
    levels = Math.max(levels, measure.levels);
  }
  measures.set(value, { nodes, levels: levels + 1 });
  return value;
}

/** Refuses a value that grew beyond the limits by aliases, at the alias that weighs most. */
export function bounded(value: LocatedMap | LocatedList, state: State): Located | undefined {
  if (state.isFull) return undefined;
  if (!state.measures) return value;
  const { nodes, levels } = state.measures.get(value)!;
  if (nodes <= mostNodes && levels <= mostLevels) return value;
  const heaviest = heaviestChild(value, nodes > mostNodes ? 'nodes' : 'levels', state);
  const span = heaviest?.via[0] ?? value.span;
  if (nodes > mostNodes) tellFull(state, span);
  else fault(state, 'Y005', `nested too deeply: more than ${mostLevels} levels`, span, 'Flatten the data.');
  state.isFull = true;
  return undefined;
}

/** Said once: nothing more is decoded afterwards. */
export function tellFull(state: State, span: Span): void {
  if (state.isFull) return;
  state.isFull = true;
  const message = `more than ${mostNodes.toLocaleString('en')} values after aliases are filled in`;
  fault(state, 'Y006', message, span, 'Write the values out, or use fewer aliases.');
}

function heaviestChild(
  value: LocatedMap | LocatedList,
  by: keyof Measure,
  state: State,
): Located | undefined {
  const children =
    value.kind === 'map' ? [...value.entries.values()].map((entry) => entry.value) : value.items;
  return children.reduce<Located | undefined>((heaviest, child) => {
    const weight = (node: Located | undefined) => (node ? (state.measures?.get(node)?.[by] ?? 0) : 0);
    return weight(child) > weight(heaviest) ? child : heaviest;
  }, undefined);
}
