/** Attributes that stand for style (HTML §15): weaker than any rule of the author. */
import { type Declaration, interpret } from '../css/declarations.ts';
import { attributeOf, type SourceElement } from '../xml/source-tree.ts';

/** The declarations that an element's attributes hint at. */
export function hintsOf(element: SourceElement): readonly Declaration[] {
  if (element.name !== 'img') return [];
  return (['width', 'height'] as const).flatMap((name): readonly Declaration[] => {
    const value = Number(attributeOf(element, name) ?? Number.NaN);
    if (!(value >= 0)) return [];
    const read = interpret(name, [{ kind: 'dimension', value, unit: 'px', start: 0, end: 0 }]);
    return 'assignments' in read
      ? [{ kind: 'set', assignments: read.assignments, important: false, perElement: true }]
      : [];
  });
}
