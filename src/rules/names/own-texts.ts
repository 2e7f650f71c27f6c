/** The bilingual texts that a park file holds, and the places of pieces of them in the file. */
import type { Span } from '../../diagnostics/span.ts';
import type { ParkRecord } from '../../model/dataset.ts';
import type { Places } from '../../model/places.ts';
import type { Bilingual, Figure, Lang } from '../../model/publication.ts';
import { claimsOf, figuresOf } from '../figures.ts';

/** A text with what findings and waivers call it. */
export interface OwnText {
  readonly key: string;
  readonly text: Bilingual;
  /** The figure that it is about. */
  readonly figure: string | null;
}

/** What leads to texts of other files, to figures, or to the words of a table. */
const elsewhere: ReadonlySet<string> = new Set([
  'source',
  'figure',
  'figures',
  'claim',
  'notes',
  'kindLabel',
  'status',
]);

/** All texts of a park that were written in two languages, its notes and the reasons of its waivers among them. */
export function ownTexts(park: ParkRecord): readonly OwnText[] {
  const texts: OwnText[] = [];
  const add = (key: string, text: Bilingual | null, figure: string | null = null) => {
    if (text) texts.push({ key, text, figure });
  };
  textsWithin(park.content.park, '', add);
  for (const figure of figuresOf(park)) add(`${figure.id}.why`, figure.decision.reason, figure.id);
  for (const { figure, claim } of claimsOf(park)) {
    const key = keyOf(figure, claim.id);
    add(`${key}.population`, claim.population, figure.id);
    add(`${key}.locator`, claim.locator, figure.id);
    add(`${key}.note`, claim.note, figure.id);
  }
  for (const { id, title, text } of park.content.notes) {
    add(`conflicts/${id}.title`, title);
    add(`conflicts/${id}.text`, text);
  }
  return texts;
}

function keyOf(figure: Figure, claim: string): string {
  return figure.claims.length > 1 ? `${figure.id}/${claim}` : figure.id;
}

/** Walks what the park file describes; its depth is that of the type, whatever the file holds. */
function textsWithin(value: unknown, key: string, add: (key: string, text: Bilingual) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isBilingual(value)) {
    add(key, value);
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) textsWithin(item, `${key}/${index + 1}`, add);
    return;
  }
  for (const [name, child] of Object.entries(value))
    if (!elsewhere.has(name)) textsWithin(child, key === '' ? name : `${key}.${name}`, add);
}

function isBilingual(value: object): value is Bilingual {
  return 'en' in value && 'zh' in value;
}

/**
 * The place of a piece of a text, given by its offsets, within the scalar that holds it. Folding and escapes move
 * characters, so a piece that does not stand where it should is looked for by its number of occurrence.
 */
export function spanWithin(
  places: Places,
  text: Bilingual,
  lang: Lang,
  start: number,
  end: number,
): Span | undefined {
  const scalar = places.key(text, lang) ?? places.of(text);
  if (!scalar) return undefined;
  const { source } = scalar;
  const written = source.text.slice(scalar.start, scalar.end);
  const begin = written.indexOf(text[lang]);
  if (begin >= 0) return { source, start: scalar.start + begin + start, end: scalar.start + begin + end };
  const piece = text[lang].slice(start, end);
  const before = text[lang].slice(0, start).split(piece).length - 1;
  let at = written.indexOf(piece);
  for (let passed = 0; passed < before && at >= 0; passed += 1)
    at = written.indexOf(piece, at + piece.length);
  return at < 0 ? scalar : { source, start: scalar.start + at, end: scalar.start + at + piece.length };
}
