/** Whether a document has flex boxes: the engine behind them is loaded only then. */
import type { StyledElement } from '../../markup/tree.ts';

/** True when an element in the tree is a flex container. Linear, and deep trees do no harm. */
export function hasFlexBoxes(root: StyledElement): boolean {
  const waiting: StyledElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const { display } = element.style;
    if (display === 'flex' || display === 'inline-flex') return true;
    for (const child of element.children) if (child.kind === 'element') waiting.push(child);
  }
  return false;
}
