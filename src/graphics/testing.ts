/** For tests: elements as the markup phase would hand them over. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ComputedStyle } from '../markup/style.ts';
import type { StyledElement, StyledNode } from '../markup/tree.ts';
import { drawingOf } from './index.ts';
import type { Drawing, Shape, ShapeLabel } from './shapes.ts';

const source = { path: 'test.html', text: '' };
const origin = { place: { source, start: 0, end: 0 } };
const style = {
  width: 'auto',
  height: 'auto',
  display: 'inline',
  color: { r: 21, g: 33, b: 43, alpha: 1 },
  fontFamily: ['Sans'],
  fontSize: 12,
  fontWeight: 400,
} as unknown as ComputedStyle;

/** An element; a string among `children` is text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (StyledElement | string)[] = [],
  styled: Partial<ComputedStyle> = {},
): StyledElement {
  return {
    kind: 'element',
    id: 1,
    name,
    lang: 'en',
    attributes: new Map(Object.entries(attributes)),
    style: { ...style, ...styled },
    content: [],
    children: children.map(
      (child): StyledNode =>
        typeof child === 'string' ? { kind: 'text', text: child, originAt: () => origin } : child,
    ),
    origin,
  };
}

/** A width of so many millimetres. */
export function millimetres(count: number): { px: number; percent: number } {
  return { px: (count * 96) / 25.4, percent: 0 };
}

/** The drawing and the messages (`CODE message`) of an element. */
export function draw(drawn: StyledElement): { drawing: Drawing | undefined; messages: readonly string[] } {
  const found: Diagnostic[] = [];
  const drawing = drawingOf(drawn, (diagnostic) => found.push(diagnostic));
  return { drawing, messages: found.map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`) };
}

export function labelsIn(shapes: readonly Shape[]): readonly ShapeLabel[] {
  return shapes.flatMap((shape) =>
    shape.kind === 'label' ? [shape.label] : shape.kind === 'group' ? labelsIn(shape.shapes) : [],
  );
}

/** Path commands as text, coordinates rounded to two places. */
export function pathsIn(shapes: readonly Shape[]): readonly string[] {
  const round = (value: number): string => String(Math.round(value * 100) / 100 || 0);
  return shapes.flatMap((shape) => {
    if (shape.kind === 'group') return pathsIn(shape.shapes);
    if (shape.kind === 'label') return [];
    const words = shape.commands.map((command) => {
      if (command.op === 'Z') return 'Z';
      const end = `${round(command.x)},${round(command.y)}`;
      if (command.op !== 'C') return `${command.op}${end}`;
      return `C${round(command.x1)},${round(command.y1)} ${round(command.x2)},${round(command.y2)} ${end}`;
    });
    return [words.join(' ')];
  });
}
