/** Content items as inline parts: text that may hold page numbers, leaders, and pictures. */
import type { ContentItem } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { InlinePart, ReplacedBox } from './box.ts';

/** Makes the box of a picture in generated content; undefined after a fault. */
export type MakePicture = (element: StyledElement, path: string) => ReplacedBox | undefined;

/** The parts of an element's content, in order; neighbouring text is one part. */
export function contentParts(
  element: StyledElement,
  content: readonly ContentItem[],
  makePicture: MakePicture,
): readonly InlinePart[] {
  const parts: InlinePart[] = [];
  let run: ContentItem[] = [];
  const endRun = (): void => {
    if (run.length > 0) parts.push({ kind: 'generated', element, content: run });
    run = [];
  };
  for (const item of content) {
    if (item.kind === 'leader') {
      endRun();
      parts.push({ kind: 'leader', element, pattern: item.pattern });
    } else if (item.kind === 'image') {
      endRun();
      const box = makePicture(element, item.path);
      if (box) parts.push({ kind: 'box', box });
    } else run.push(item);
  }
  endRun();
  return parts;
}
