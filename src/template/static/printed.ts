/** What templates print, all together: the names of data that none of them does. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Span } from '../../diagnostics/span.ts';
import { originsOf } from '../../model/table-origins.ts';
import type { LeftOut } from '../manifest.ts';
import { noteWhole } from './checking.ts';
import type { KnownIds } from './publication-shape.ts';
import type { Field, Shape } from './shape.ts';

/** What is asked of a template here. */
interface Printing {
  readonly prints: ReadonlySet<string>;
  readonly leavesOut: readonly LeftOut[];
}

/** Ways to the same figures, of which each will do; `figures` stands for all of them. */
const waysToFigures: readonly string[] = ['figures', 'groups', 'groups_by_id'];

/**
 * The names of the data that none of the templates prints nor leaves out, sorted: of a list that is not printed
 * its own name only. Figures are among them where the metrics are known.
 */
export function unprinted(templates: readonly Printing[], root: Shape, known?: KnownIds): readonly string[] {
  const prints = new Set(templates.flatMap((template) => [...template.prints]));
  const leftOut = templates.flatMap(({ leavesOut }) => leavesOut.map(({ name }) => name));
  const names = new Set<string>();
  const seen = new Set<Shape>();
  const visit = (shape: Shape): void => {
    if (seen.has(shape)) return;
    seen.add(shape);
    for (const field of fieldsIn(shape)) {
      if (field.name === '' || field.name === 'figures' || prints.has(field.name)) visit(field.shape);
      else if (!waysToFigures.includes(field.name)) names.add(field.name);
    }
  };
  visit(root);
  for (const name of unprintedFigures(prints, known)) names.add(name);
  return [...names].filter((name) => !leftOut.some((pattern) => fits(name, pattern))).sort();
}

/** `claim.note` is itself; `claim.*` and `*` are all that begin so. */
function fits(name: string, pattern: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function unprintedFigures(prints: ReadonlySet<string>, known: KnownIds | undefined): readonly string[] {
  if (!known || prints.has('groups') || prints.has('figures.*') || prints.has('groups_by_id.*')) return [];
  return [...known.metrics]
    .filter(([id, { group }]) => !prints.has(`figures.${id}`) && !prints.has(`groups_by_id.${group}`))
    .map(([id]) => `figures.${id}`);
}

function fieldsIn(shape: Shape): readonly Field[] {
  if (shape.kind === 'group') return [...shape.fields.values()];
  return shape.kind === 'list' || shape.kind === 'record' ? [shape.item] : [];
}

/** Every name that `leaves_out` may hold, with its field. */
export function allNames(root: Shape, known?: KnownIds): ReadonlyMap<string, Field> {
  const names = new Map<string, Field>();
  const seen = new Set<Shape>();
  const visit = (shape: Shape): void => {
    if (seen.has(shape)) return;
    seen.add(shape);
    for (const field of fieldsIn(shape)) {
      if (field.name !== '') names.set(field.name, field);
      visit(field.shape);
    }
  };
  visit(root);
  const figure = names.get('figures')?.shape;
  if (figure?.kind === 'record')
    for (const id of known?.metrics.keys() ?? []) names.set(`figures.${id}`, figure.item);
  return names;
}

/** Reports names under `leaves_out` that there are not, and those that a template prints after all. */
export function checkLeftOut(
  templates: readonly Printing[],
  names: ReadonlyMap<string, Field>,
  known: KnownIds | undefined,
  report: Report,
): void {
  const prints = new Set(templates.flatMap((template) => [...template.prints]));
  const all = [...names.keys()];
  for (const { name, span } of templates.flatMap(({ leavesOut }) => leavesOut)) {
    if (prints.has(name)) reportPrinted(name, span, report);
    // Without the metrics, any figure may be meant.
    else if (!all.some((each) => fits(each, name)) && (known || !name.startsWith('figures.')))
      reportNoName(name, span, all, report);
  }
}

function reportPrinted(name: string, span: Span, report: Report): void {
  report({
    code: 'T020',
    severity: 'warning',
    message: `\`${name}\` stands under leaves_out, but a template prints it`,
    primary: { span },
    help: 'Take it out of the list.',
  });
}

function reportNoName(name: string, span: Span, all: readonly string[], report: Report): void {
  const near = nearest(name, all);
  report({
    code: 'T020',
    severity: 'error',
    message: `there is no \`${name}\` in the data`,
    primary: { span },
    help: near
      ? `Did you mean \`${near}\`?`
      : 'Names are written as in the data chapter of templates/README.md: park.aliases, claim.note, claim.*',
  });
}

/** Says what no template prints: one warning for all. */
export function reportUnprinted(names: readonly string[], report: Report): void {
  if (names.length === 0) return;
  const count = names.length === 1 ? 'one field of the data' : `${names.length} fields of the data`;
  report({
    code: 'T019',
    severity: 'warning',
    message: `no template prints ${count}: ${names.join(', ')}`,
    help: 'Print them, or name them under leaves_out in a template.yaml.',
  });
}

/** Takes note of what the tables of a workbook that are bound to data print. */
export function noteTables(text: string, names: ReadonlyMap<string, Field>, printed: Set<string>): void {
  const plain = text.replace(/\{\{!--[\s\S]*?--\}\}|\{\{[^}]*\}\}/g, '');
  for (const [table, of = ''] of plain.matchAll(/<table\b[^>]*?\sof="([^"]*)"[\s\S]*?<\/table\s*>/g)) {
    for (const [column] of table.matchAll(/<col\b[^>]*>/g)) {
      const field = /\sfield="([^"]*)"/.exec(column) ?? /\sid="([^"]*)"/.exec(column);
      for (const name of originsOf(of, field?.[1] ?? '') ?? []) {
        printed.add(name);
        const shape = names.get(name)?.shape;
        if (shape) noteWhole(shape, printed);
      }
    }
  }
}
