/** The notes of a park: those that editors add of themselves, then those of acknowledged findings. */
import { entryOf } from '../source/located.ts';
import { type Builder, bilingual } from './build-figures.ts';
import type { Waiver } from './dataset.ts';
import { roleLabels } from './labels.ts';
import type { ConflictNote, Figure, WaiverTerms } from './publication.ts';
import type { RawPark } from './schema/park.ts';
import type { RawWaiver } from './schema/tables.ts';

/** A waiver with the builder of the file it stands in. */
export interface AboutPark {
  readonly raw: RawWaiver;
  readonly builder: Pick<Builder, 'nodeOf' | 'places'>;
}

/** The figures each note is about, in the order of the notes. A waiver may add to an editors' note. */
export function notedFigures(raw: RawPark, waived: readonly AboutPark[]): readonly (readonly string[])[] {
  const conflicts = (raw.conflicts ?? []).map(({ id, figures }) => {
    const waivers = waived.filter((each) => editorsNote(each, raw) === id);
    return [...new Set([...figures, ...waivers.flatMap((each) => figureIds(each.raw, raw))])];
  });
  const own = waived.filter((each) => editorsNote(each, raw) === undefined);
  return [...conflicts, ...own.map((each) => figureIds(each.raw, raw))];
}

/** The editors' note that prints a waiver. One that does not exist is told elsewhere; the waiver then has its own. */
function editorsNote({ raw: { note } }: AboutPark, park: RawPark): string | undefined {
  return park.conflicts?.some(({ id }) => id === note) ? note : undefined;
}

/** The figures among the keys of a waiver: `figure`, or `figure/claim`. */
function figureIds({ values }: RawWaiver, park: RawPark): readonly string[] {
  const ids = Object.keys(values).map((key) => key.split('/')[0]!);
  return [...new Set(ids)].filter((id) => Object.hasOwn(park.figures, id));
}

/** Notes numbered from 1, and the waivers with the note that prints each. */
export function buildNotes(
  raw: RawPark,
  waived: readonly AboutPark[],
  figures: Readonly<Record<string, Figure>>,
  builder: Builder,
): { readonly notes: readonly ConflictNote[]; readonly waivers: readonly Waiver[] } {
  const about = notedFigures(raw, waived).map((ids) => ids.map((id) => figures[id]!));
  const editors = (raw.conflicts ?? []).map((conflict, index): ConflictNote => {
    const waivers = waived.filter((each) => editorsNote(each, raw) === conflict.id);
    const first = [...waivers].sort((a, b) => (a.raw.until < b.raw.until ? -1 : 1))[0];
    const note = {
      number: index + 1,
      id: conflict.id,
      title: bilingual(conflict.title, builder),
      text: withReasons(conflict, waivers, builder),
      figures: about[index]!,
      rule: waivers[0]?.raw.rule ?? null,
      // Of several terms the first to end is the one that counts.
      waiver: first ? termsOf(first) : null,
    };
    return builder.places.put(note, builder.nodeOf(conflict));
  });
  const own = waived.filter((each) => editorsNote(each, raw) === undefined);
  const acknowledged = own.map((waiver, index): ConflictNote => {
    const number = editors.length + index + 1;
    const { places, nodeOf } = waiver.builder;
    const reason = bilingual(waiver.raw.reason, waiver.builder);
    const note = {
      number,
      id: `waiver-${number}`,
      title: waiver.raw.title ? bilingual(waiver.raw.title, waiver.builder) : titleOf(about[number - 1]!),
      text: reason,
      figures: about[number - 1]!,
      rule: waiver.raw.rule,
      waiver: termsOf(waiver),
    };
    return places.put(note, nodeOf(waiver.raw), { text: 'reason', figures: 'values' });
  });
  const notes = [...editors, ...acknowledged];
  const noteOf = (each: AboutPark) =>
    editorsNote(each, raw) === undefined
      ? acknowledged[own.indexOf(each)]!
      : editors.find((note) => note.id === each.raw.note)!;
  return { notes, waivers: waived.map((each) => buildWaiver(each, noteOf(each))) };
}

/** The editors' words, then the reasons of the waivers that they print, each once. */
function withReasons(
  { text }: NonNullable<RawPark['conflicts']>[number],
  waivers: readonly AboutPark[],
  builder: Builder,
): ConflictNote['text'] {
  const joined = (lang: 'en' | 'zh', space: string) =>
    [...new Set([text, ...waivers.map(({ raw }) => raw.reason)].map((each) => each[lang].trim()))].join(
      space,
    );
  return builder.places.put({ en: joined('en', ' '), zh: joined('zh', '') }, builder.nodeOf(text));
}

/** A note without a title of its own is called after its figures. */
function titleOf(figures: readonly Figure[]): ConflictNote['title'] {
  const labels = figures.map(({ label }) => label);
  return { en: labels.map(({ en }) => en).join(', '), zh: labels.map(({ zh }) => zh).join('、') };
}

function buildWaiver({ raw, builder }: AboutPark, note: ConflictNote): Waiver {
  const waiver: Waiver = {
    rule: raw.rule,
    park: raw.park,
    values: new Map(Object.entries(raw.values).map(([key, value]) => [key, value.trim()])),
    title: raw.title ? bilingual(raw.title, builder) : null,
    reason: bilingual(raw.reason, builder),
    terms: termsOf({ raw, builder }),
    note,
  };
  return builder.places.put(waiver, builder.nodeOf(raw), { terms: 'until' });
}

function termsOf({ raw, builder }: AboutPark): WaiverTerms {
  const node = builder.nodeOf(raw);
  const by = builder.places.put({ ...roleLabels[raw.by] }, entryOf(node, 'by')?.value);
  return builder.places.put({ by, date: raw.date, until: raw.until }, node);
}
