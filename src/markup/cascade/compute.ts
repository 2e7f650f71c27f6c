/** From declarations to a computed style (css-cascade-4 §4): cascaded, specified, computed. */
import type { Content } from '../css/content.ts';
import {
  type Assignments,
  type Declaration,
  interpret,
  type Specified,
  valueMessage,
  variableMessage,
} from '../css/declarations.ts';
import type { ComputeContext } from '../css/grammar.ts';
import {
  contentProperty,
  type KeyedProperty,
  type PropertyKey,
  properties,
  propertyOf,
  type StyleKey,
} from '../css/properties/index.ts';
import {
  type CustomProperties,
  noCustomProperties,
  resolveCustom,
  type Substitution,
  substitute,
} from '../css/variables.ts';
import type { Fault } from '../fault.ts';
import type { BorderStyle, ComputedStyle, Display } from '../style.ts';

/** What the cascade knows of an element or box; children inherit from it. */
export interface Computed {
  readonly style: ComputedStyle;
  readonly content: Content;
  readonly custom: CustomProperties;
}

interface ComputeOptions {
  /** px; undefined for the root element, whose own font size it is. */
  readonly rootFontSize: number | undefined;
  /** True for children of grids, whose outer display is block (css-display-3 §2.7). */
  readonly blockified: boolean;
  readonly attribute: (name: string) => string | undefined;
  readonly fault: Fault;
}

type Pending = Extract<Declaration, { kind: 'pending' }>;

/** A style under construction. */
type Draft = { -readonly [K in keyof ComputedStyle]: ComputedStyle[K] };

/** The initial values of all properties, before anything is declared: what the root element inherits. */
export const initial: Computed = createInitial();

function createInitial(): Computed {
  const draft: Record<string, unknown> = { fontSize: 16, color: { r: 0, g: 0, b: 0, alpha: 1 } };
  const context = {
    fontSize: 16,
    rootFontSize: 16,
    color: draft.color,
    parent: draft,
    attribute: () => undefined,
  } as unknown as ComputeContext;
  for (const property of properties) draft[property.key] = property.initial(context);
  return { style: draft as unknown as ComputedStyle, content: 'normal', custom: noCustomProperties };
}

const fontSizeProperty = propertyOf('fontSize');
const colorProperty = propertyOf('color');
const otherProperties = properties.filter(
  (property) => property !== fontSizeProperty && property !== colorProperty,
);

/** Computes a style. `declarations` are in ascending order of the cascade, importance not yet considered. */
export function compute(
  declarations: readonly Declaration[],
  parent: Computed,
  options: ComputeOptions,
): Computed {
  const custom = customOf(declarations, parent.custom, options.fault);
  const winners = winnersOf(declarations);
  const readPending = pendingReader(custom, options.fault);
  const draft: Partial<Draft> = {};
  const base = { parent: parent.style, attribute: options.attribute };
  const early: ComputeContext = {
    ...base,
    fontSize: parent.style.fontSize,
    rootFontSize: options.rootFontSize ?? initial.style.fontSize,
    color: parent.style.color,
  };
  const specify = (key: PropertyKey): Specified | undefined => {
    const winner = winners.get(key);
    return winner === undefined || typeof winner !== 'object' ? winner : readPending(winner, key);
  };
  const set = (property: KeyedProperty, context: ComputeContext): void => {
    const key = property.key as StyleKey;
    (draft as Record<string, unknown>)[key] = computedValue(
      property,
      specify(key),
      parent.style[key],
      context,
    );
  };
  set(fontSizeProperty, early);
  set(colorProperty, early);
  const fontSize = draft.fontSize!;
  const context: ComputeContext = {
    ...base,
    fontSize,
    rootFontSize: options.rootFontSize ?? fontSize,
    color: draft.color!,
  };
  for (const property of otherProperties) set(property, context);
  const content = contentOf(specify('content'), context);
  return { style: adjusted(draft as Draft, options.blockified), content, custom };
}

function computedValue(
  property: KeyedProperty,
  specified: Specified | undefined,
  inherited: unknown,
  context: ComputeContext,
): unknown {
  if (typeof specified === 'function') return specified(context);
  const inherits = specified === 'inherit' || (specified !== 'initial' && property.inherited);
  return inherits ? inherited : property.initial(context);
}

function contentOf(specified: Specified | undefined, context: ComputeContext): Content {
  return typeof specified === 'function' ? (specified(context) as Content) : contentProperty.initial(context);
}

/** For every longhand the declaration that wins: the last important one, else the last. */
function winnersOf(declarations: readonly Declaration[]): ReadonlyMap<PropertyKey, Specified | Pending> {
  const winners = new Map<PropertyKey, Specified | Pending>();
  for (const important of [false, true]) {
    for (const declaration of declarations) {
      if (declaration.important !== important || declaration.kind === 'custom') continue;
      if (declaration.kind === 'pending') for (const key of declaration.keys) winners.set(key, declaration);
      else for (const [key, specified] of declaration.assignments) winners.set(key, specified);
    }
  }
  return winners;
}

function customOf(
  declarations: readonly Declaration[],
  inherited: CustomProperties,
  fault: Fault,
): CustomProperties {
  const declared = new Map<string, Extract<Declaration, { kind: 'custom' }>>();
  for (const important of [false, true]) {
    for (const declaration of declarations) {
      if (declaration.kind === 'custom' && declaration.important === important)
        declared.set(declaration.name, declaration);
    }
  }
  if (declared.size === 0) return inherited;
  const values = new Map([...declared].map(([name, declaration]) => [name, declaration.values]));
  const known = [...inherited.keys(), ...declared.keys()];
  return resolveCustom(inherited, values, (name, why) => {
    const { message, help } = variableMessage(why, known);
    fault('C006', declared.get(name)!.origin, message, { help });
  });
}

/** Reads declarations with `var()` by the variables of one element, each once. */
function pendingReader(
  custom: CustomProperties,
  fault: Fault,
): (declaration: Pending, key: PropertyKey) => Specified | undefined {
  const read = new Map<Pending, ReadonlyMap<PropertyKey, Specified>>();
  return (declaration, key) => {
    let assignments = read.get(declaration);
    if (assignments === undefined) {
      assignments = new Map(readPending(declaration, custom, fault));
      read.set(declaration, assignments);
    }
    return assignments.get(key);
  };
}

function readPending(declaration: Pending, custom: CustomProperties, fault: Fault): Assignments {
  const lookUp = (name: string): Substitution | undefined => {
    const value = custom.get(name);
    return value && { ok: true, value };
  };
  const substituted = substitute(declaration.values, lookUp);
  if (!substituted.ok) {
    const { message, help } = variableMessage(substituted.fault, [...custom.keys()]);
    fault('C006', declaration.origin, message, { help });
    return [];
  }
  const result = interpret(declaration.name, substituted.value.values);
  if ('assignments' in result) return result.assignments;
  fault(
    'C004',
    declaration.origin,
    `${valueMessage(declaration.name, 'var(…)')} with the variables of this element`,
    {
      help: `${declaration.name} takes ${result.expects}`,
    },
  );
  return [];
}

const blockLevel: Readonly<Partial<Record<Display, Display>>> = {
  inline: 'block',
  'inline-block': 'block',
  'inline-table': 'table',
  'inline-flex': 'flex',
  'inline-grid': 'grid',
  'table-row-group': 'block',
  'table-header-group': 'block',
  'table-footer-group': 'block',
  'table-row': 'block',
  'table-cell': 'block',
  'table-caption': 'block',
  'table-column': 'block',
  'table-column-group': 'block',
};

function isLineless(style: BorderStyle): boolean {
  return style === 'none' || style === 'hidden';
}

/** What depends on other properties: borders without a style have no width; some boxes are blocks. */
function adjusted(draft: Draft, blockified: boolean): ComputedStyle {
  if (isLineless(draft.borderTopStyle)) draft.borderTopWidth = 0;
  if (isLineless(draft.borderRightStyle)) draft.borderRightWidth = 0;
  if (isLineless(draft.borderBottomStyle)) draft.borderBottomWidth = 0;
  if (isLineless(draft.borderLeftStyle)) draft.borderLeftWidth = 0;
  if (isLineless(draft.columnRuleStyle)) draft.columnRuleWidth = 0;
  const isFloating = draft.float === 'left' || draft.float === 'right';
  const isOut = draft.position === 'absolute' || typeof draft.position === 'object' || isFloating;
  if (isOut && draft.display.startsWith('inline')) draft.wasInline = true;
  if (blockified || isOut) draft.display = blockLevel[draft.display] ?? draft.display;
  return draft;
}
