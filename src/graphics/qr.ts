/** QR codes (ISO/IEC 18004) as one path of merged rectangles. */
import { encode } from 'uqr';
import type { Color } from '../markup/style.ts';
import type { StyledElement } from '../markup/tree.ts';
import type { Fault } from './fault.ts';
import type { Drawing, PathCommand } from './shapes.ts';
import { rectangle } from './svg/basic-shapes.ts';

const millimetre = 96 / 25.4;
/** §6.3.8: four modules of white on every side. */
const quietZone = 4;
const defaultSide = 25 * millimetre;
/** A module smaller than this is lost on a phone's camera when printed. */
const smallestModule = 0.33 * millimetre;

/**
 * The drawing of a `qr` element: `data` is encoded at level Q, which survives a quarter of the
 * code being lost. Its side is the CSS width, 25 mm without one. Its colour is the element's `color`.
 */
export function qrDrawing(element: StyledElement, fault: Fault): Drawing | undefined {
  const text = element.attributes.get('data')?.trim() ?? '';
  if (text === '') {
    fault(
      element,
      'G007',
      'this <qr> says nothing',
      'Write what it encodes: <qr data="https://…" alt="…"/>.',
    );
    return undefined;
  }
  const modules = modulesOf(text);
  if (!modules) {
    fault(element, 'G007', `${text.length} characters do not fit into a QR code`, 'Use a shorter address.');
    return undefined;
  }
  const alt = element.attributes.get('alt')?.trim();
  if (alt === '') {
    fault(
      element,
      'G005',
      'this <qr> says to a screen reader that it is decoration',
      'Say where it leads: alt="QR code: page of the park".',
    );
  }
  const { width } = element.style;
  const side = width !== 'auto' && width.percent === 0 && width.px > 0 ? width.px : defaultSide;
  const units = modules.length + 2 * quietZone;
  checkScannable(element, side / units, fault);
  return {
    width: side,
    height: side,
    viewBox: { x: 0, y: 0, width: units, height: units },
    shapes: [
      { kind: 'path', commands: rectangle(0, 0, units, units), evenOdd: false, paint: filled(white) },
      { kind: 'path', commands: outlines(modules), evenOdd: false, paint: filled(element.style.color) },
    ],
    ...(alt && { alt }),
  };
}

const white: Color = { r: 255, g: 255, b: 255, alpha: 1 };

function filled(fill: Color): {
  fill: Color;
  strokeWidth: number;
  dash: [];
  lineCap: 'butt';
  lineJoin: 'miter';
} {
  return { fill, strokeWidth: 0, dash: [], lineCap: 'butt', lineJoin: 'miter' };
}

/** The dark modules, row by row; undefined when the text is too long for the largest code. */
function modulesOf(text: string): boolean[][] | undefined {
  // 1,663 bytes are the most that version 40 holds at level Q (table 7).
  if (new TextEncoder().encode(text).length > 1663) return undefined;
  return encode(text, { ecc: 'Q', border: 0, boostEcc: false }).data;
}

function checkScannable(element: StyledElement, module: number, fault: Fault): void {
  if (module < smallestModule) {
    const size = (module / millimetre).toFixed(2);
    fault(
      element,
      'G007',
      `the modules of this code are only ${size} mm wide; a phone needs 0.33 mm`,
      'Make the code wider (CSS width) or its text shorter.',
    );
  }
  const { r, g, b, alpha } = element.style.color;
  if (luminance(r, g, b) > 0.18 || alpha < 1) {
    fault(
      element,
      'G007',
      'the colour of this code is too pale for a scanner',
      'Give it a dark, opaque colour.',
    );
  }
}

/** Relative luminance (WCAG 2.2): 0.18 keeps 4.5 : 1 on white. */
function luminance(r: number, g: number, b: number): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Runs of dark modules, merged along a row and then with equal runs of the rows below: no hairlines between them. */
function outlines(modules: readonly (readonly boolean[])[]): PathCommand[] {
  const commands: PathCommand[] = [];
  let open = new Map<string, { x: number; y: number; width: number; height: number }>();
  const close = (rectangles: Iterable<{ x: number; y: number; width: number; height: number }>): void => {
    for (const { x, y, width, height } of rectangles)
      commands.push(...rectangle(x + quietZone, y + quietZone, width, height));
  };
  modules.forEach((row, y) => {
    const next: typeof open = new Map();
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      const key = `${start}:${x}`;
      const above = open.get(key);
      next.set(
        key,
        above ? { ...above, height: above.height + 1 } : { x: start, y, width: x - start + 1, height: 1 },
      );
      open.delete(key);
    }
    close(open.values());
    open = next;
  });
  close(open.values());
  return commands;
}
