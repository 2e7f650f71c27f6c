/** Initial values of properties, as CSS writes them. */
import { black } from '../markup/css/color.ts';
import type { Computation, ComputeContext, Grammar } from '../markup/css/grammar.ts';
import type { Color } from '../markup/style.ts';

/** A property of any type. */
export interface SomeProperty {
  readonly inherited: boolean;
  readonly initial: Computation<unknown>;
  readonly grammar: Grammar<unknown>;
}

/** Borders begin with the colour of their element, which this colour stands for. */
const elementColor: Color = { r: 1, g: 2, b: 3, alpha: 1 };
const context = { fontSize: 16, rootFontSize: 16, color: elementColor } as ComputeContext;

/** `0`, `16px`, `auto`, `currentColor` … */
export function initialOf({ initial, grammar }: SomeProperty): string {
  const value = initial(context);
  if (value === elementColor) return 'currentColor';
  if (value === black) return 'black';
  if (typeof value === 'string') return value;
  if (typeof value === 'number')
    return value !== 0 && grammar.expects.includes('a length') ? `${value}px` : String(value);
  if (Array.isArray(value)) return listWords(value, grammar);
  return recordWords(value as Readonly<Record<string, unknown>>);
}

/** An empty list is the first keyword of its grammar: `none` or `normal`. */
function listWords(list: readonly unknown[], { words }: Grammar<unknown>): string {
  if (list.length === 0) return words[0] ?? 'none';
  if (list.every((item) => item === 0)) return '0';
  const nameOf = (item: unknown): string => {
    if (!hasKind(item)) return typeof item === 'object' && item ? recordWords({ ...item }) : String(item);
    return words.includes(item.kind) ? item.kind : `${item.kind}()`;
  };
  return list.map(nameOf).join(', ');
}

function hasKind(item: unknown): item is { readonly kind: string } {
  return typeof item === 'object' && item !== null && 'kind' in item && typeof item.kind === 'string';
}

function hasPercent(value: unknown): value is { readonly percent: number } {
  return typeof value === 'object' && value !== null && 'percent' in value;
}

function recordWords(record: Readonly<Record<string, unknown>>): string {
  if (record.alpha === 0) return 'transparent';
  if ('tracks' in record) return 'none';
  if (record.width === 'auto') return 'auto';
  if (typeof record.x === 'string') return record.x;
  if (hasPercent(record.x) && record.x.percent > 0) return `${record.x.percent}%`;
  if (typeof record.axis === 'string') return record.axis;
  return typeof record.kind === 'string' ? record.kind : '0';
}
