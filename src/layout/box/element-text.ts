/** The words of an element, for named strings, bookmarks and references (css-gcpm-3 §1.1.1). */
import type { StyledElement } from '../../markup/tree.ts';

/** The text of an element, generated content and footnotes left out, white space collapsed. */
export function textOf(element: StyledElement): string {
  const parts: string[] = [];
  const collect = (node: StyledElement): void => {
    for (const child of node.children) {
      if (child.kind === 'text') parts.push(child.text);
      else if (child.name === 'br') parts.push(' ');
      else if (child.style.display !== 'none' && child.style.float !== 'footnote') collect(child);
    }
  };
  collect(element);
  return parts
    .join('')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
}

/** css-pseudo-4 §2.2: the first letter with the punctuation around it. */
export function firstLetterOf(text: string): string {
  return (
    /^[\p{P}\p{Zs}]*[\p{L}\p{N}\p{S}]\p{M}*(?:[\p{Pe}\p{Pf}\p{Pi}\p{Po}])*/u.exec(text)?.[0].trim() ?? ''
  );
}

/** The pseudo-element of an element that has it. */
export function pseudoOf(
  element: StyledElement,
  name: '::before' | '::after' | '::marker',
): StyledElement | undefined {
  const found = element.children.find((child) => child.kind === 'element' && child.name === name);
  return found?.kind === 'element' ? found : undefined;
}
