/** Running elements that no margin box asks for: their words would be lost (css-gcpm-3 §1.2). */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { faultAt } from '../fault.ts';
import type { Settled } from './rounds.ts';

/** Tells of every running element whose name no page prints. */
export function reportUnshown({ root, references, pages }: Settled, report: Report): void {
  if (root.running.size === 0) return;
  const shown = new Set(
    pages.flatMap(({ style }) =>
      [...style.boxes.values()].flatMap(({ content }) =>
        content.flatMap((item) => (item.kind === 'element' ? [item.name] : [])),
      ),
    ),
  );
  for (const { element } of references.places.begun.flat()) {
    const name = root.running.get(element.id)?.name;
    if (name === undefined || shown.has(name)) continue;
    const guess = nearest(name, [...shown]);
    report(
      faultAt(
        'L047',
        element.origin,
        `No page prints \`<${element.name}>\`: none of their margin boxes has \`element(${name})\`.`,
        guess === undefined ? {} : { help: `Did you mean \`running(${guess})\`?` },
      ),
    );
  }
}
