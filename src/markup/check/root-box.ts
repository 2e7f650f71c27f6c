/** `html` has no box: its text and its background are used, what would shape its box is told. */
import type { Origin } from '../../diagnostics/span.ts';
import type { Fault } from '../fault.ts';
import type { ComputedStyle } from '../style.ts';

type Test = (style: ComputedStyle) => boolean;

const isLength = (length: ComputedStyle['marginTop']): boolean =>
  length !== 'auto' && (length.px !== 0 || length.percent !== 0);

/** What shapes a box, and whether a style asks for it. */
const shapes: readonly (readonly [property: string, isAsked: Test])[] = [
  ['margin', (s) => [s.marginTop, s.marginRight, s.marginBottom, s.marginLeft].some(isLength)],
  ['padding', (s) => [s.paddingTop, s.paddingRight, s.paddingBottom, s.paddingLeft].some(isLength)],
  [
    'border',
    (s) => [s.borderTopWidth, s.borderRightWidth, s.borderBottomWidth, s.borderLeftWidth].some((w) => w > 0),
  ],
  ['max-width', (s) => s.maxWidth !== 'none'],
  ['columns', (s) => s.columnCount !== 'auto' || s.columnWidth !== 'auto'],
  ['display', (s) => s.display !== 'block'],
  ['opacity', (s) => s.opacity < 1],
];

/** Tells of each property of the root element that could only act on a box. */
export function checkRootBox(style: ComputedStyle, origin: Origin, fault: Fault): void {
  for (const [property, isAsked] of shapes)
    if (isAsked(style)) fault('C012', origin, `html has a ${property}, which pages do not take from it`);
}
