/** `viewBox` and `preserveAspectRatio` (SVG 2 §8.6, §8.7), of drawings and of the viewports inside them. */
import type { StyledElement } from '../../markup/tree.ts';
import type { Fault } from '../fault.ts';
import type { Drawing, Fit } from '../shapes.ts';
import { parseNumbers } from './numbers.ts';

/** The coordinate system of a viewport: its own size when it has no viewBox. */
export function viewBoxOf(
  element: StyledElement,
  width: number | undefined,
  height: number | undefined,
  fault: Fault,
): Drawing['viewBox'] | undefined {
  const text = element.attributes.get('viewBox');
  if (text === undefined) {
    if (width !== undefined && height !== undefined) return { x: 0, y: 0, width, height };
    fault(
      element,
      'G003',
      'this <svg> has no viewBox and no width and height',
      'Write viewBox="0 0 WIDTH HEIGHT".',
    );
    return undefined;
  }
  const numbers = parseNumbers(text);
  if (numbers?.length === 4 && numbers[2]! > 0 && numbers[3]! > 0) {
    return { x: numbers[0]!, y: numbers[1]!, width: numbers[2]!, height: numbers[3]! };
  }
  fault(element, 'G003', `"${text}" is not a viewBox`, 'Write four numbers: left, top, width and height.');
  return undefined;
}

/** How the viewBox meets its viewport; undefined for the initial value. */
export function fitOf(element: StyledElement, fault: Fault): Fit | undefined {
  const text = element.attributes.get('preserveAspectRatio')?.trim();
  if (text === undefined) return undefined;
  if (text === 'none') return { alignX: 0, alignY: 0, mode: 'none' };
  const match = /^x(Min|Mid|Max)Y(Min|Mid|Max)(?:\s+(meet|slice))?$/.exec(text);
  const share = { Min: 0, Mid: 0.5, Max: 1 } as const;
  type Word = keyof typeof share;
  if (match)
    return {
      alignX: share[match[1] as Word],
      alignY: share[match[2] as Word],
      mode: match[3] === 'slice' ? 'slice' : 'meet',
    };
  fault(
    element,
    'G003',
    `"${text}" is not a value of preserveAspectRatio`,
    'Write for example "xMidYMid meet".',
  );
  return undefined;
}
