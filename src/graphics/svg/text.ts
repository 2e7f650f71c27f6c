/** `text` and `tspan` (SVG 2 §11): labels on one line, each at a place of its own. */
import type { StyledElement } from '../../markup/tree.ts';
import { type Fault, textOf } from '../fault.ts';
import type { Shape } from '../shapes.ts';
import { faded, type Presentation, presentationOf } from './paint.ts';

type Place = { readonly x: number; readonly y: number };

/** Reads a coordinate attribute of an element in user units, 0 when it is absent. */
export type Coordinate = (element: StyledElement, name: string, otherwise?: number) => number;

/**
 * The labels of a `text` element. Only layout knows how wide text is, so every piece after the first
 * must say where it begins.
 */
export function labelsOfText(
  element: StyledElement,
  style: Presentation,
  coordinate: Coordinate,
  fault: Fault,
): Shape[] {
  const at: Place = {
    x: coordinate(element, 'x') + coordinate(element, 'dx'),
    y: coordinate(element, 'y') + coordinate(element, 'dy'),
  };
  const spans = element.children.filter((child) => child.kind === 'element');
  if (spans.length === 0) return label(element, textOf(element), at, style, fault);
  const labels: Shape[] = [];
  let placed = false;
  for (const child of element.children) {
    if (child.kind === 'text') {
      const text = child.text.replace(/\s+/g, ' ').trim();
      if (text !== '' && placed)
        fault(element, 'G001', `the text "${text}" follows a tspan and has no place of its own`, needsPlace);
      else labels.push(...label(element, text, at, style, fault));
      placed ||= text !== '';
    } else {
      labels.push(...span(child, at, placed, style, coordinate, fault));
      placed = true;
    }
  }
  return labels;
}

const needsPlace = 'Put every piece of text into a <tspan> with x and y (or dy) of its own.';

function span(
  element: StyledElement,
  parent: Place,
  placed: boolean,
  style: Presentation,
  coordinate: Coordinate,
  fault: Fault,
): Shape[] {
  if (element.children.some((child) => child.kind === 'element')) {
    fault(element, 'G001', `a <${element.name}> inside <text> may hold text only`, needsPlace);
    return [];
  }
  if (placed && !element.attributes.has('x')) {
    fault(element, 'G001', 'this <tspan> follows other text and has no x', needsPlace);
    return [];
  }
  const at = {
    x: coordinate(element, 'x', parent.x) + coordinate(element, 'dx'),
    y: coordinate(element, 'y', parent.y) + coordinate(element, 'dy'),
  };
  return label(element, textOf(element), at, presentationOf(element, style, fault), fault);
}

function label(element: StyledElement, text: string, at: Place, style: Presentation, fault: Fault): Shape[] {
  if (text === '' || style.hidden) return [];
  if (style.fill === 'none') {
    fault(element, 'G002', `the text "${text}" has no fill; outlines of letters are not drawn`, needsFill);
    return [];
  }
  if ('id' in style.fill) {
    fault(
      element,
      'G002',
      `the text "${text}" is filled with a gradient; letters have one colour`,
      needsFill,
    );
    return [];
  }
  if (style.stroke !== 'none' && style.strokeWidth > 0)
    fault(
      element,
      'G002',
      `the outline of the text "${text}" is not drawn`,
      'Write stroke="none" on the text.',
    );
  const color = faded(style.fill, style.fillOpacity * style.opacity);
  const { anchor, fontFamily, fontSize, fontWeight } = style;
  return [{ kind: 'label', label: { ...at, anchor, text, fontFamily, fontSize, fontWeight, color } }];
}

const needsFill = 'Give the text a fill, or visibility="hidden" to leave it out.';
