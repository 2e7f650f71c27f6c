/** How the children of an element part into blocks and paragraphs. */
import type { StyledElement, StyledNode } from '../../markup/tree.ts';
import type { Contents } from './contents.ts';
import { isNote } from './notes.ts';
import { INLINE_ROLES } from './roles.ts';

/** Blocks, and between them what belongs into one paragraph. */
export function partsOf(
  contents: Contents,
  children: readonly StyledNode[],
): readonly (StyledElement | StyledNode[])[] {
  const parts: (StyledElement | StyledNode[])[] = [];
  let run: StyledNode[] = [];
  for (const child of children) {
    if (child.kind === 'element' && isBlock(contents, child)) {
      parts.push(run, child);
      run = [];
    } else if (child.kind === 'element' || run.length > 0 || child.text.trim() !== '') {
      run.push(child);
    }
  }
  parts.push(run);
  return parts.filter((part) => !Array.isArray(part) || part.length > 0);
}

/** The pictures of a run that holds nothing else, which then need no paragraph; undefined for other runs. */
export function picturesOf(run: readonly StyledNode[]): readonly StyledElement[] | undefined {
  const pictures: StyledElement[] = [];
  for (const node of run) {
    if (node.kind === 'element' && INLINE_ROLES.get(node.name) === 'Figure') pictures.push(node);
    else if (node.kind === 'element' || node.text.trim() !== '') return undefined;
  }
  return pictures;
}

/** Whether an element stands for itself between paragraphs, rather than in one. */
export function isBlock(contents: Contents, element: StyledElement): boolean {
  const { display, position } = element.style;
  if (element.name === '::marker') return true;
  if (position === 'absolute') return true;
  if (isNote(element)) return false;
  if (display === 'inline' || display === 'inline-block' || display === 'contents') {
    if (INLINE_ROLES.get(element.name) === 'Figure') return false;
    return element.children.some(
      (child) => child.kind === 'element' && contents.has(child) && isBlock(contents, child),
    );
  }
  return true;
}
