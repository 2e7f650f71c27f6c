/** A publication as flat tables for a workbook: texts in its language, numbers as exact decimals. */

import type { Declarations } from './dataset.ts';
import { roundRatio } from './decimal.ts';
import { answerLabels, boundLabels, statusLabels } from './labels.ts';
import { letterOf } from './note-letter.ts';
import type { Bilingual, Claim, Entry, Figure, Publication, Quantity } from './publication.ts';
import { convert } from './quantity.ts';
import { seriesOf, trendOf, yearOf } from './series.ts';
import { checkRows, noteRows } from './table-checks.ts';
import { codeTables } from './table-codes.ts';
import {
  alongLabel,
  amountWords,
  asOfFields,
  equivalentWords,
  join,
  type Row,
  type Say,
  sayIn,
  sourceRow,
  unitLabel,
} from './table-fields.ts';
import { listFacts } from './table-lists.ts';

export type { Row } from './table-fields.ts';

/** What a park file declares of parts and wholes. */
type BalanceDeclarations = Pick<Declarations, 'parts' | 'sums'>;

/** All tables by name. Every row of a table has the same fields. */
export function tablesOf(
  publication: Publication,
  declared: BalanceDeclarations = { parts: [], sums: [] },
): Readonly<Record<string, readonly Row[]>> {
  const { park, lang } = publication;
  const say = sayIn(lang);
  const figures = publication.groups.flatMap((group) =>
    group.figures.map((figure) => ({ figure, group: say(group.label) })),
  );
  return {
    facts: [
      ...figures.flatMap(({ figure, group }) =>
        figure.claims.map((claim) => factRow(figure, group, claim, say)),
      ),
      ...listFacts(publication, say),
    ],
    figures: figures.map(({ figure, group }) => ({
      id: figure.id,
      label: say(figure.label),
      group,
      ...valueFields(figure.main, say),
      as_of: figure.main.as_of.text,
      source: String(figure.main.source.number),
      source_title: say(figure.main.source.title),
      notes: noteLetters(figure),
      decision: decisionWords(figure, say),
      printed: figure.printed.length > 1 ? printedWords(figure, say) : null,
    })),
    areas: figures.flatMap(({ figure }) => areaRows(figure, say)),
    series: figures.flatMap(({ figure, group }) => seriesRows(figure, group, say)),
    trends: figures.flatMap(({ figure }) => trendRow(figure, say)),
    points: figures.flatMap(({ figure }) => pointRows(figure, say)),
    balance: balanceRows(publication, declared, say),
    groups: publication.groups.map(({ label }) => ({ group: say(label) })),
    sub_parks: park.sub_parks.map((item, index) => ({
      number: String(index + 1),
      ...nameFields(item.name, say),
      source: numberOf(item),
      note: say(item.note),
    })),
    access: park.access.map((item) => ({
      to: say(item.name),
      kind: say(item.kindLabel),
      mode: say(item.mode),
      distance_km: amountIn(item.distance, 'km'),
      along: alongLabel(item, say),
      time_min: amountIn(item.time, 'min'),
      words: say(item.words),
      verbatim: item.verbatim,
      ...entryFields(item, say),
    })),
    infrastructure: park.infrastructure.map((item) => ({
      name: say(item.name),
      status: say(item.status),
      voltage_kv: amountIn(item.voltage, 'kV'),
      capacity: item.capacity?.value ?? null,
      unit: item.capacity ? unitLabel(item.capacity, say) : null,
      load: item.load?.value ?? null,
      load_unit: item.load ? unitLabel(item.load, say) : null,
      ...entryFields(item, say),
    })),
    enterprises: park.enterprises.map((item) => ({
      ...nameFields(item.name, say),
      flagship: say(item.flagship ? answerLabels.yes : answerLabels.no),
      ...entryFields(item, say),
    })),
    enterprise_figures: figureRows(publication, 'enterprises', say),
    projects: figureRows(publication, 'projects', say),
    named_projects: park.projects.map((item) => ({
      ...nameFields(item.name, say),
      investor: say(item.investor),
      investment: item.investment?.value ?? null,
      unit: item.investment ? unitLabel(item.investment, say) : null,
      stage: say(item.stage),
      ...entryFields(item, say),
    })),
    honours: park.honours.map((item) => ({
      ...nameFields(item.name, say),
      body: say(item.body),
      ...entryFields(item, say),
    })),
    sources: publication.sources.map((source) => sourceRow(source, say)),
    notes: noteRows(publication, say),
    checks: checkRows(publication, say),
    ...codeTables(say),
  };
}

function factRow(figure: Figure, group: string, claim: Claim, say: Say): Row {
  return {
    key: `${figure.id}/${claim.id}`,
    figure: figure.id,
    label: say(figure.label),
    group,
    basis: say(figure.basis),
    claim: claim.id,
    ...valueFields(claim, say),
    bound: say(boundLabels[claim.quantity?.bound ?? 'exact']) || null,
    verbatim: claim.verbatim,
    ...asOfFields(claim.as_of),
    status: say(statusLabels[claim.status]),
    population: say(claim.population),
    source: String(claim.source.number),
    source_title: say(claim.source.title),
    locator: say(claim.locator),
    also:
      claim.also.length > 0
        ? join(
            claim.also.map((each) => equivalentWords(each, say)),
            say.lang,
          )
        : null,
    price_year: claim.price_year,
    printed: say(figure.printed.includes(claim) ? answerLabels.yes : answerLabels.no),
    decision: decisionWords(figure, say),
    notes: noteLetters(figure),
    note: say(claim.note),
  };
}

/** The letters of the notes on a figure, as in the brochure. */
function noteLetters({ notes }: Figure): string | null {
  return notes.map(letterOf).join(', ') || null;
}

/** What is decided, and why. */
function decisionWords({ decision }: Figure, say: Say): string {
  const colon = say.lang === 'en' ? ': ' : '：';
  return [say(decision.label), say(decision.reason)].filter((words) => words !== null).join(colon);
}

/** All values that are printed of a figure. */
function printedWords({ printed }: Figure, say: Say): string {
  return join(
    printed.map(({ quantity, text }) => (quantity ? amountWords(quantity, say) : text)),
    say.lang,
  );
}

/** The printed claims on an area, in one unit; `name` tells them apart by their dates. */
function areaRows(figure: Figure, say: Say): readonly Row[] {
  const { id, label, basis, dimension, printed } = figure;
  if (dimension !== 'area') return [];
  return printed.map((claim) => ({
    figure: id,
    name: [say(label), claim.as_of.text].join(say.lang === 'en' ? ', ' : '，'),
    basis: say(basis),
    km2: claim.quantity && amountIn(claim.quantity, 'km2'),
    ...valueFields(claim, say),
    as_of: claim.as_of.text,
    status: say(statusLabels[claim.status]),
    source: String(claim.source.number),
    source_title: say(claim.source.title),
    notes: noteLetters(figure),
  }));
}

/** Claims of a figure that was published for several years, in their order: a time series in long form. */
function seriesRows(figure: Figure, group: string, say: Say): readonly Row[] {
  const { id, label, basis } = figure;
  return seriesOf(figure).map((claim) => ({
    figure: id,
    label: say(label),
    group,
    basis: say(basis),
    year: yearOf(claim.as_of),
    ...valueFields(claim, say),
    as_of: claim.as_of.text,
    status: say(statusLabels[claim.status]),
    population: say(claim.population),
    source: String(claim.source.number),
    notes: noteLetters(figure),
  }));
}

/** First and last of the values that can be compared. */
function trendRow(figure: Figure, say: Say): readonly Row[] {
  const trend = trendOf(figure);
  // Rates of growth have no growth of their own.
  if (!trend || figure.dimension === 'share') return [];
  const [from, to] = [trend.points[0]!, trend.points.at(-1)!];
  return [
    {
      figure: figure.id,
      label: say(figure.label),
      unit: say(trend.unit.label),
      from_year: yearOf(from.claim.as_of),
      from: from.value,
      to_year: yearOf(to.claim.as_of),
      to: to.value,
      notes: noteLetters(figure),
    },
  ];
}

/** The values that can be compared, in one unit. */
function pointRows(figure: Figure, say: Say): readonly Row[] {
  const trend = trendOf(figure);
  if (!trend) return [];
  return trend.points.map(({ claim, value }) => ({
    figure: figure.id,
    label: say(figure.label),
    as_of: claim.as_of.text,
    value,
    unit: say(trend.unit.label),
    source: String(claim.source.number),
  }));
}

/** Figures that are declared a part of another one, with both main values. */
function balanceRows(
  { figures }: Publication,
  { parts, sums }: BalanceDeclarations,
  say: Say,
): readonly Row[] {
  const pairs = new Map<string, { readonly part: string; readonly whole: string }>();
  for (const pair of [
    ...parts,
    ...sums.flatMap(({ whole, parts }) => parts.map((part) => ({ part, whole }))),
  ])
    if (pair.whole !== null) pairs.set(`${pair.part}/${pair.whole}`, { part: pair.part, whole: pair.whole });
  return [...pairs.values()].flatMap(({ part, whole }) => {
    const [own, all] = [figures[part], figures[whole]];
    const [inner, outer] = [own?.main.quantity, all?.main.quantity];
    if (!own || !all || !inner || !outer) return [];
    const converted = convert(inner, outer.unit);
    if (!converted) return [];
    return [
      {
        part: say(own.label),
        whole: say(all.label),
        part_value: roundRatio(converted, 6),
        whole_value: outer.value,
        unit: unitLabel(outer, say),
        part_as_of: own.main.as_of.text,
        whole_as_of: all.main.as_of.text,
        notes:
          [...new Set([...own.notes, ...all.notes])]
            .sort((a, b) => a - b)
            .map(letterOf)
            .join(', ') || null,
      },
    ];
  });
}

/** Claims of all figures of a group. */
function figureRows(publication: Publication, group: string, say: Say): readonly Row[] {
  const figures = publication.groups_by_id[group]?.figures ?? [];
  return figures.flatMap((figure) =>
    figure.claims.map((claim) => ({
      label: say(figure.label),
      ...valueFields(claim, say),
      as_of: claim.as_of.text,
      status: say(statusLabels[claim.status]),
      population: say(claim.population),
      source: String(claim.source.number),
    })),
  );
}

/** `value` is a number or empty; codes, years and dates stand in `text`. */
function valueFields({ quantity, text }: Claim, say: Say): Row {
  return { value: quantity?.value ?? null, unit: quantity ? unitLabel(quantity, say) : null, text };
}

function nameFields(name: Bilingual, say: Say): Row {
  return { name: say(name), name_other: say.other(name) };
}

function entryFields(entry: Entry, say: Say): Row {
  return { as_of: entry.as_of?.text ?? null, source: numberOf(entry), note: say(entry.note) };
}

function numberOf({ source }: Entry): string {
  return String(source.number);
}

/** An amount in another unit, to the sixth decimal place where it has no end. */
function amountIn(quantity: Quantity | null, unit: string): string | null {
  const converted = quantity && convert(quantity, unit);
  return converted ? roundRatio(converted, 6) : null;
}
