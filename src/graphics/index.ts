/**
 * Graphics: `svg`, `qr` and `chart` elements of the styled tree become drawings, made of shapes that any painter
 * can paint. Pure: the same element gives the same drawing.
 */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { StyledElement } from '../markup/tree.ts';
import { chartDrawing } from './chart/index.ts';
import { faultsTo } from './fault.ts';
import { qrDrawing } from './qr.ts';
import type { Drawing } from './shapes.ts';
import { svgDrawing } from './svg/index.ts';

/** The drawing of an element, or undefined when it is none of ours or when faults (reported) leave nothing to draw. */
export function drawingOf(element: StyledElement, report: Report): Drawing | undefined {
  const fault = faultsTo(report);
  switch (element.name) {
    case 'svg':
      return svgDrawing(element, fault);
    case 'qr':
      return qrDrawing(element, fault);
    case 'chart':
      return chartDrawing(element, fault);
    default:
      return undefined;
  }
}
