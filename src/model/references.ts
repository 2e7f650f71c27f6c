/**
 * What no single text can tell: whether sources, metrics, figures and claims that are named exist, and whether
 * amounts fit their metric. Works on located values, so that a fault elsewhere in the file hides none of these.
 */
import type { Label, Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/span.ts';
import { entryOf, type Located, type LocatedEntry, type LocatedScalar } from '../source/located.ts';
import type { ModelCode } from './codes.ts';
import { type Dimension, dimensionWords } from './units.ts';
import { parseValue } from './value.ts';

/** What a park may name; absent when the file that says so could not be read. */
export interface Known {
  readonly sources?: ReadonlySet<string>;
  /** By metric; the dimension is absent when its own file has it wrong. */
  readonly metrics?: ReadonlyMap<string, Dimension | undefined>;
  readonly files: { readonly sources: string; readonly metrics: string };
}

type Tell = (code: ModelCode, span: Span, message: string, help: string, labels?: readonly Label[]) => void;

/** Reports every reference of a park file that leads nowhere. */
export function checkReferences(park: Located, known: Known, report: Report): void {
  const tell: Tell = (code, span, message, help, labels) =>
    report({
      code,
      severity: 'error',
      message,
      help,
      primary: { span },
      ...(labels?.length ? { labels } : {}),
    });
  checkSources(park, known, report);
  checkFigures(park, known, tell);
  checkFigureLists(park, known, tell);
  checkTimeline(park, known, tell);
  checkConflictIds(park, tell);
}

/** Every `source` key of a file, wherever it stands; a source that nobody knows is told once, with its other places. */
export function checkSources(root: Located, { sources, files }: Known, report: Report): void {
  if (!sources) return;
  const unknown = new Map<string, LocatedScalar[]>();
  const note = (value: Located): void => {
    const text = textOf(value);
    if (text && !sources.has(text.source))
      unknown.set(text.source, [...(unknown.get(text.source) ?? []), text]);
  };
  const seen = new Set<unknown>();
  const visit = (node: Located): void => {
    if (node.kind === 'scalar') return;
    const identity = node.kind === 'map' ? node.entries : node.items;
    if (seen.has(identity)) return;
    seen.add(identity);
    for (const { key, value } of entriesOf(node)) {
      if (key === 'source') note(value);
    }
    for (const child of node.kind === 'map' ? entriesOf(node).map((entry) => entry.value) : node.items)
      visit(child);
  };
  visit(root);
  for (const [name, [first, ...others]] of unknown) {
    const near = nearest(name, [...sources]);
    const labels = others.slice(0, 4).map(({ span }) => ({ span, text: 'and here' }));
    const more = others.length > labels.length ? ` (${others.length + 1} times)` : '';
    report({
      code: 'D020',
      severity: 'error',
      message: `unknown source \`${name}\`${more}`,
      help: near
        ? `Did you mean \`${near}\`?`
        : `Add it to ${files.sources}: \`${name}: { title, publisher, published, address }\`.`,
      primary: { span: first!.span },
      ...(labels.length > 0 ? { labels } : {}),
    });
  }
}

/** Unknown metrics that get a suggestion each; more of them are no slips. */
const mostSuggested = 50;

function checkFigures(park: Located, known: Known, tell: Tell): void {
  let unknown = 0;
  for (const { key, keySpan, value } of figuresOf(park)) {
    if (known.metrics && !known.metrics.has(key)) {
      unknown += 1;
      const suggestion = unknown <= mostSuggested ? nearest(key, [...known.metrics.keys()]) : undefined;
      const help = suggestion
        ? `Did you mean \`${suggestion}\`?`
        : `Add it to ${known.files.metrics}, or correct the key.`;
      tell('D021', keySpan, `unknown metric \`${key}\``, help);
    }
    const dimension = known.metrics?.get(key);
    const claims = claimsOf(value);
    for (const { node } of claims) checkValue(entryOf(node, 'value'), dimension, tell);
    checkTwice(
      claims.flatMap(({ node }) => entryOf(node, 'id')?.value ?? []),
      'claim',
      tell,
    );
    const prefer = entryOf(value, 'prefer');
    const ids = claims.map((claim) => claim.id);
    if (prefer)
      checkName(
        prefer.value,
        ids,
        { code: 'D022', noun: 'claim', help: `Claims of this figure: ${ids.join(', ')}` },
        tell,
      );
    checkDecision(value, tell);
    checkPart(key, entryOf(value, 'part_of'), park, known, tell);
  }
}

function checkValue(entry: LocatedEntry | undefined, dimension: Dimension | undefined, tell: Tell): void {
  const text = textOf(entry?.value);
  if (!text || !dimension || text.source.trim() === '') return;
  const { fault } = parseValue(text.source, dimension);
  if (fault) tell(fault.code, text.span, fault.message, fault.help, aliasesOf(text));
}

/** A decision says why, and a preference says for what. */
function checkDecision(figure: Located, tell: Tell): void {
  const decision = entryOf(figure, 'decision');
  const word = textOf(decision?.value)?.source;
  if (!decision) {
    const why = entryOf(figure, 'why');
    if (why)
      tell('D026', why.keySpan, '`why` without a decision', 'Write `decision` beside it, or delete it.');
    return;
  }
  if (!entryOf(figure, 'why')) {
    const help = 'Write `why: { en: …, zh: … }`; it is printed beside the figure.';
    tell('D026', decision.value.span, `the decision \`${word}\` has no reason`, help);
  }
  if (word === 'preferred' && !entryOf(figure, 'prefer')) {
    tell(
      'D026',
      decision.value.span,
      'it is not said which claim is preferred',
      'Write `prefer` with the id of a claim.',
    );
  }
  const claims = itemsOf(entryOf(figure, 'claims')?.value).length;
  if (claims === 1) {
    const help = 'Delete the decision, or add the other claim.';
    tell('D026', decision.value.span, 'there is nothing to decide between one claim', help);
  }
}

function checkPart(
  key: string,
  entry: LocatedEntry | undefined,
  park: Located,
  known: Known,
  tell: Tell,
): void {
  const text = textOf(entry?.value);
  if (!entry || !text) return;
  checkFigureName(entry.value, park, known, tell);
  const seen = [key];
  for (
    let at: string | undefined = text.source;
    at !== undefined;
    at = textOf(entryOf(figureOf(park, at), 'part_of')?.value)?.source
  ) {
    if (at === key) {
      tell(
        'D025',
        text.span,
        `\`${key}\` is declared a part of itself`,
        'Delete part_of, or name the whole.',
      );
      return;
    }
    if (seen.includes(at)) return;
    seen.push(at);
  }
  const part = known.metrics?.get(key);
  const whole = known.metrics?.get(text.source);
  if (part && whole && part !== whole) {
    const message = `\`${key}\` (${dimensionWords[part].noun}) cannot be a part of \`${text.source}\` (${dimensionWords[whole].noun})`;
    tell('D025', text.span, message, 'A part is measured as its whole is.');
  }
}

/** The places where a park names its own figures. */
function checkFigureLists(park: Located, known: Known, tell: Tell): void {
  const lists = [entryOf(park, 'glance')?.value, entryOf(park, 'cover')?.value];
  for (const conflict of itemsOf(entryOf(park, 'conflicts')?.value))
    lists.push(entryOf(conflict, 'figures')?.value);
  for (const list of lists) for (const item of itemsOf(list)) checkFigureName(item, park, known, tell);
  const maps = [entryOf(park, 'counts')?.value];
  for (const list of ['products', 'sums', 'shares', 'quotients'])
    maps.push(...itemsOf(entryOf(park, list)?.value));
  for (const map of maps)
    for (const { key, value } of entriesOf(map)) {
      if (key === 'of' && value.kind === 'map') continue;
      for (const item of value.kind === 'list' ? value.items : [value])
        if (textOf(item)) checkFigureName(item, park, known, tell);
    }
}

function checkFigureName(node: Located, park: Located, known: Known, tell: Tell): void {
  const text = textOf(node);
  if (!text || figureOf(park, text.source)) return;
  const names = figuresOf(park).flatMap(({ key }) => namesOf(key, known));
  checkName(
    node,
    names,
    { code: 'D022', noun: 'figure', help: 'It must be one of the figures of this park' },
    tell,
  );
}

/** An event either reports a claim or has a date and a source of its own. */
function checkTimeline(park: Located, known: Known, tell: Tell): void {
  for (const event of itemsOf(entryOf(park, 'timeline')?.value)) {
    const reference = textOf(entryOf(event, 'claim')?.value);
    if (reference) checkClaimName(reference, park, known, tell);
    const lacking = ['date', 'source'].filter((key) => !entryOf(event, key));
    if (entryOf(event, 'claim') || lacking.length === 0 || event.kind !== 'map') continue;
    const place = entriesOf(event)[0]?.keySpan ?? event.span;
    const message = `this event has neither a claim nor a ${lacking.join(' and a ')}`;
    tell(
      'D002',
      place,
      message,
      'Name the claim it reports (`claim: figure/claim`), or give `date` and `source`.',
    );
  }
}

function checkClaimName(reference: LocatedScalar, park: Located, known: Known, tell: Tell): void {
  const [id = '', claim] = reference.source.split('/');
  const meant = figureOf(park, id);
  const isWhole = reference.source === `${id}/${claim}`;
  if (isWhole && meant && claimsOf(meant).some((each) => each.id === claim)) return;
  const names = figuresOf(park).flatMap(({ key, value }) =>
    namesOf(key, known).flatMap((name) => claimsOf(value).map(({ id }) => `${name}/${id}`)),
  );
  const figure = reference.source.split('/')[0] ?? '';
  const own = names.filter((name) => name.startsWith(`${figure}/`));
  const help = own.length > 0 ? `Claims of it: ${own.join(', ')}` : 'Write it as figure/claim';
  checkName(reference, names, { code: 'D022', noun: 'claim', help }, tell);
}

function checkConflictIds(park: Located, tell: Tell): void {
  const ids = itemsOf(entryOf(park, 'conflicts')?.value).flatMap(
    (conflict) => entryOf(conflict, 'id')?.value ?? [],
  );
  checkTwice(ids, 'conflict', tell);
}

interface Words {
  readonly code: ModelCode;
  readonly noun: string;
  readonly help: string;
}

function checkName(node: Located, known: readonly string[], { code, noun, help }: Words, tell: Tell): void {
  const text = textOf(node);
  if (!text || known.includes(text.source)) return;
  const suggestion = nearest(text.source, known);
  tell(
    code,
    text.span,
    `unknown ${noun} \`${text.source}\``,
    suggestion ? `Did you mean \`${suggestion}\`?` : `${help}.`,
    aliasesOf(text),
  );
}

/** The aliases that a value was pulled in through. */
function aliasesOf({ via }: Located): readonly Label[] {
  return via.map((span) => ({ span, text: 'pulled in here' }));
}

function checkTwice(nodes: readonly Located[], noun: string, tell: Tell): void {
  const first = new Map<string, Span>();
  for (const node of nodes) {
    const text = textOf(node);
    if (!text) continue;
    const other = first.get(text.source);
    if (other)
      tell('D023', text.span, `a second ${noun} \`${text.source}\``, 'Rename one of the two.', [
        { span: other, text: 'first here' },
      ]);
    else first.set(text.source, text.span);
  }
}

function textOf(node: Located | undefined): LocatedScalar | undefined {
  return node?.kind === 'scalar' && node.value !== null && typeof node.value !== 'boolean' ? node : undefined;
}

function entriesOf(node: Located | undefined): readonly LocatedEntry[] {
  return node?.kind === 'map' ? [...node.entries.values()] : [];
}

function itemsOf(node: Located | undefined): readonly Located[] {
  return node?.kind === 'list' ? node.items : [];
}

function figuresOf(park: Located): readonly LocatedEntry[] {
  return entriesOf(entryOf(park, 'figures')?.value);
}

/** What a figure can be called: a misspelt metric is told at the figure, not at every place that spells it right. */
function namesOf(key: string, { metrics }: Known): readonly string[] {
  const meant = !metrics || metrics.has(key) ? undefined : nearest(key, [...metrics.keys()]);
  return meant === undefined ? [key] : [meant, key];
}

function figureOf(park: Located, key: string): Located | undefined {
  return entryOf(entryOf(park, 'figures')?.value, key)?.value;
}

function claimsOf(figure: Located): readonly { readonly id: string; readonly node: Located }[] {
  return itemsOf(entryOf(figure, 'claims')?.value).map((node, index) => ({
    id: textOf(entryOf(node, 'id')?.value)?.source ?? defaultClaimId(index),
    node,
  }));
}

/** Claims without an id are c1, c2 … in the order of the file. */
export function defaultClaimId(index: number): string {
  return `c${index + 1}`;
}
