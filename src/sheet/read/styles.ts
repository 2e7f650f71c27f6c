/** Colours and styles of a workbook: the built-in ones, changed and joined by those it declares. */
import type { StylePart } from '../style/cell-style.ts';
import { defaultColors, defaultStyles } from '../style/defaults.ts';
import { type Attributes, knownNames, readAttributes } from './attributes.ts';
import type { Fault, Located } from './fault.ts';
import type { ReadTokens } from './tokens.ts';
import type { XmlElement } from './xml.ts';

export interface StyleSheet {
  readonly styles: ReadonlyMap<string, StylePart>;
  /** `#rrggbb` by name. */
  readonly colors: ReadonlyMap<string, string>;
  /** The colour as `#rrggbb`; reports unknown names. */
  readonly color: (named: Located<string>) => string;
  /** The style of that name; reports unknown ones. */
  readonly style: (named: Located<string> | undefined, otherwise: string) => StylePart;
}

/** Reads all `<color>` and `<style>` elements, in their order; a style can extend those before it. */
export function readStyles(elements: readonly XmlElement[], tokens: ReadTokens, fault: Fault): StyleSheet {
  const colors = new Map(Object.entries(defaultColors));
  const styles = new Map<string, StylePart>();
  const declared = new Set<string>();

  const once = (kind: string, { value, at }: Located<string>): void => {
    const key = `${kind} ${value}`;
    if (declared.has(key)) fault('X007', at, `the ${key} is declared twice`, 'join the two, or rename one');
    declared.add(key);
  };
  const color = ({ value, at }: Located<string>): string => {
    const found = value.startsWith('#') ? value : colors.get(value);
    if (found === undefined)
      fault('X008', at, `there is no color "${value}"`, knownNames(value, [...colors.keys()]));
    return found ?? '#000000';
  };
  const style = (named: Located<string> | undefined, otherwise: string): StylePart => {
    const found = styles.get(named?.value ?? otherwise);
    if (found) return found;
    if (named)
      fault(
        'X008',
        named.at,
        `there is no style "${named.value}"`,
        knownNames(named.value, [...styles.keys()]),
      );
    return {};
  };

  for (const element of elements) {
    if (element.name !== 'tokens') continue;
    const src = readAttributes(element, 'tokens', fault)?.need('src');
    for (const [name, value] of (src && tokens(src)) ?? []) colors.set(name, value);
  }
  for (const element of elements) {
    if (element.name !== 'color') continue;
    const attributes = readAttributes(element, 'color', fault);
    if (!attributes) continue;
    once('color', attributes.need('id'));
    colors.set(attributes.need('id').value.toLowerCase(), attributes.need('value').value);
  }
  const builtIn = defaultStyles((name) => colors.get(name)!);
  for (const [name, { part }] of Object.entries(builtIn)) styles.set(name, part);
  for (const element of elements) {
    if (element.name !== 'style') continue;
    const attributes = readAttributes(element, 'style', fault);
    if (!attributes) continue;
    const id = attributes.need('id');
    once('style', id);
    const parent = attributes.get('extends');
    const start = parent ? style(parent, '') : (styles.get(id.value) ?? {});
    styles.set(id.value, { ...start, ...looksOf(attributes, color) });
  }
  return { styles, colors, color, style };
}

function looksOf(attributes: Attributes<'style'>, color: (named: Located<string>) => string): StylePart {
  const colorOf = (name: 'color' | 'fill'): string | undefined => {
    const named = attributes.get(name);
    return named && color(named);
  };
  const side = (name: 'top' | 'right' | 'bottom' | 'left'): StylePart['top'] | undefined => {
    const written = attributes.get(`border-${name}`) ?? attributes.get('border');
    if (!written) return undefined;
    return (
      written.value && {
        line: written.value.line,
        color: color({ value: written.value.color, at: written.at }),
      }
    );
  };
  return withoutUndefined({
    font: attributes.value('font'),
    size: attributes.value('font-size'),
    bold: attributes.value('bold'),
    italic: attributes.value('italic'),
    underline: attributes.value('underline'),
    color: colorOf('color'),
    fill: colorOf('fill'),
    align: attributes.value('align'),
    valign: attributes.value('valign'),
    wrap: attributes.value('wrap'),
    indent: attributes.value('indent'),
    format: attributes.value('format'),
    top: side('top'),
    right: side('right'),
    bottom: side('bottom'),
    left: side('left'),
  });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>;
}
