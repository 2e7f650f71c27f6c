/** Pictures behind boxes: one that cannot be shown is told once, at the first element that has it. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Origin } from '../../diagnostics/span.ts';
import { imageFault, imageSize } from '../../graphics/picture/image-size.ts';
import type { StyledElement } from '../../markup/tree.ts';
import type { Files } from '../../world.ts';
import { faultAt } from '../fault.ts';

/** `files` for the painting of backgrounds below `body`, which judges what is read. */
export function backgroundFiles(files: Files, body: StyledElement, report: Report): Files {
  const judged = new Set<string>();
  const judge = (path: string, bytes: Uint8Array | undefined): void => {
    judged.add(path);
    // That a file is missing has been told where the style sheet names it.
    if (!bytes || imageSize(bytes)) return;
    report(faultAt('L010', originOf(path, body), `The background image \`${path}\` ${imageFault(bytes)}.`));
  };
  return {
    list: (folder) => files.list(folder),
    read: (path) => {
      const bytes = files.read(path);
      if (!judged.has(path)) judge(path, bytes);
      return bytes;
    },
  };
}

/** The first element with this background; the body for those of pages. */
function originOf(path: string, body: StyledElement): Origin {
  const open = [body];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    const { backgroundImage: images } = element.style;
    if (images.some((image) => image.kind === 'image' && image.path === path)) return element.origin;
    open.push(...element.children.filter((child) => child.kind === 'element').toReversed());
  }
  return body.origin;
}
