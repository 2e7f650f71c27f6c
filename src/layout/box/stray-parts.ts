/** Table parts outside a table: an anonymous table is put around each run of them (CSS 2.1 §17.2.1, rule 3). */
import type { StyledElement, StyledNode } from '../../markup/tree.ts';
import { anonymousStyle } from './anonymous.ts';

/** The name of the element that stands for a table nobody wrote. */
export const ANONYMOUS_TABLE = '::table';

function isPart(node: StyledNode): node is StyledElement {
  return (
    node.kind === 'element' && node.style.display.startsWith('table-') && node.style.position !== 'absolute'
  );
}

/** The nodes with tables around runs of table parts; white space inside a run vanishes. */
export function wrapStrayParts(parent: StyledElement, nodes: readonly StyledNode[]): readonly StyledNode[] {
  if (!nodes.some(isPart)) return nodes;
  const wrapped: StyledNode[] = [];
  let run: StyledNode[] = [];
  let spaces: StyledNode[] = [];
  const endRun = (): void => {
    if (run.length > 0) wrapped.push(tableAround(parent, run));
    wrapped.push(...spaces);
    run = [];
    spaces = [];
  };
  for (const node of nodes) {
    if (isPart(node)) {
      run.push(...spaces, node);
      spaces = [];
    } else if (run.length > 0 && node.kind === 'text' && node.text.trim() === '') spaces.push(node);
    else {
      endRun();
      wrapped.push(node);
    }
  }
  endRun();
  return wrapped;
}

function tableAround(parent: StyledElement, children: readonly StyledNode[]): StyledElement {
  const { id, lang } = parent;
  const origin = (children.find((child) => child.kind === 'element') ?? parent).origin;
  const display = parent.style.display === 'inline' ? 'inline-table' : 'table';
  return {
    kind: 'element',
    id,
    lang,
    origin,
    name: ANONYMOUS_TABLE,
    attributes: new Map(),
    content: [],
    style: anonymousStyle(parent.style, display),
    children,
  };
}
