/** Lists as HTML knows them (HTML §4.4.5, §4.4.8): where their numbers begin, and what their markers say. */
import type { ComputedStyle, ContentItem } from '../../markup/style.ts';
import type { StyledElement } from '../../markup/tree.ts';
import { counterText, markerSuffix } from './counter-text.ts';

/** What an `ol` or `ul` does to the `list-item` counter; the first item takes one step from there. */
export function listReset(
  element: StyledElement,
): { readonly value: number; readonly isReversed: boolean } | undefined {
  const { name, attributes } = element;
  if (name === 'ul') return { value: 0, isReversed: false };
  if (name !== 'ol') return undefined;
  const isReversed = attributes.has('reversed');
  const first = integer(attributes.get('start')) ?? (isReversed ? countItems(element) : 1);
  return { value: isReversed ? first + 1 : first - 1, isReversed };
}

function countItems({ children }: StyledElement): number {
  return children.filter((child) => child.kind === 'element' && child.style.display === 'list-item').length;
}

/** The number that `value` gives to a list item. */
export function itemValue({ name, attributes, style }: StyledElement): number | undefined {
  return name === 'li' && style.display === 'list-item' ? integer(attributes.get('value')) : undefined;
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

/** What an item's marker holds, and the space in em that an outside marker keeps from the text. */
export interface Marker {
  readonly content: readonly ContentItem[];
  readonly gap: number;
}

/**
 * The marker of an item (css-lists-3 §3.1): what `::marker` says, else the list style with its suffix. The space
 * that ends an outside marker must not vanish at the end of its line, so that it is one that does not break.
 */
export function markerOf(
  { listStyleType: type, listStylePosition }: ComputedStyle,
  own: readonly ContentItem[],
  ordinal: number,
): Marker {
  const isInside = listStylePosition === 'inside';
  const isBullet = own.length === 0 && (type === 'disc' || type === 'circle' || type === 'square');
  const text =
    typeof type === 'object'
      ? type.text
      : counterText(type, ordinal) + (isBullet && isInside ? ' ' : markerSuffix(type));
  const content = own.length > 0 ? own : textOnly(text);
  return { content: isInside ? content : withLastSpace(content), gap: isBullet && !isInside ? 0.4 : 0 };
}

function withLastSpace(content: readonly ContentItem[]): readonly ContentItem[] {
  const last = content.at(-1);
  if (last?.kind !== 'text' || !last.text.endsWith(' ')) return content;
  const text = last.text.replace(/ +$/, (spaces) => '\u00a0'.repeat(spaces.length));
  return content.with(-1, { kind: 'text', text });
}

function textOnly(text: string): readonly ContentItem[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}
