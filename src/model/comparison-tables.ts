/** The tables of a comparison: parks in rows, figures in columns; and every claim of every park in long form. */
import { inCommonUnit } from './common-unit.ts';
import type { Compared, ComparedFigure, ComparedPark } from './comparison.ts';
import { boundLabels, statusLabels } from './labels.ts';
import type { Claim, Figure } from './publication.ts';
import { checkRows } from './table-checks.ts';
import { amountWords, asOfFields, type Row, type Say, sayIn, sourceRow, unitLabel } from './table-fields.ts';

export function comparisonTables(compared: Compared): Readonly<Record<string, readonly Row[]>> {
  const { root, parks } = compared;
  const say = sayIn(root.lang);
  const numbers = new Map(root.sources.map(({ id, number }) => [id, String(number)]));
  return {
    parks: parks.map((each) => parkRow(each, compared, numbers, say)),
    facts: parks.flatMap((each) =>
      each.figures.flatMap((figure) =>
        figure.claims.map((claim) => claimRow(each, figure, claim, compared, numbers, say)),
      ),
    ),
    findings: parks.flatMap(({ park, checks, figures }) => {
      const told = checks.filter(({ outcome }) => outcome === 'finding' || outcome === 'acknowledged');
      const byId = Object.fromEntries(figures.map((figure) => [figure.id, figure]));
      return checkRows({ checks: told, figures: byId, notes: [], lang: root.lang }, say).map(
        ({ rule = null, title = null, severity = null, outcome = null, message = null, values = null }) => ({
          park: say(park.short),
          rule,
          title,
          severity,
          outcome,
          message,
          values,
        }),
      );
    }),
    sources: root.sources.map((source) => sourceRow(source, say)),
  };
}

type Numbers = ReadonlyMap<string, string>;

/** For each figure its value, what was published, its date, status, source, and a remark with all of it. */
function parkRow({ park, figures }: ComparedPark, compared: Compared, numbers: Numbers, say: Say): Row {
  const row: Record<string, string | null> = {
    id: park.id,
    name: say(park.name),
    name_other: say.other(park.name),
    short: say(park.short),
    province: say(park.place.province),
    city: say(park.place.city),
    district: say(park.place.district),
  };
  for (const column of compared.root.compared) {
    const figure = figures.find(({ id }) => id === column.id);
    Object.assign(row, figureFields(column, figure, compared, numbers, say));
  }
  return row;
}

function figureFields(
  { id }: ComparedFigure,
  figure: Figure | undefined,
  { units }: Compared,
  numbers: Numbers,
  say: Say,
): Row {
  const claim = figure?.main;
  const unit = units.get(id);
  const original = claim ? publishedWords(claim, say) : null;
  return {
    [id]: claim?.quantity && unit ? inCommonUnit(claim.quantity, unit) : (claim?.text ?? null),
    [`${id}_original`]: original,
    [`${id}_as_of`]: claim?.as_of.text ?? null,
    [`${id}_status`]: claim ? say(statusLabels[claim.status]) : null,
    [`${id}_source`]: claim ? (numbers.get(claim.source.id) ?? null) : null,
    [`${id}_note`]: figure && claim ? remark(figure, claim, numbers, say) : null,
  };
}

/** The amount as published: 2,796.11 ha. */
function publishedWords({ quantity, text }: Claim, say: Say): string | null {
  if (!quantity) return text;
  const bound = say(boundLabels[quantity.bound]);
  return [bound, amountWords(quantity, say)].filter(Boolean).join(say.lang === 'en' ? ' ' : '');
}

const words = {
  en: {
    asOf: 'as of',
    source: 'Source',
    other: (count: number) => `${count} further claims differ or are older`,
  },
  zh: { asOf: '时点：', source: '来源', other: (count: number) => `另有${count}条数据` },
} as const;

function remark({ claims }: Figure, claim: Claim, numbers: Numbers, say: Say): string {
  const { asOf, source, other } = words[say.lang];
  const [space, colon] = say.lang === 'en' ? [' ', ': '] : ['', '：'];
  const lines = [
    [publishedWords(claim, say), `${asOf}${space}${claim.as_of.text}`, say(statusLabels[claim.status])].join(
      say.lang === 'en' ? ', ' : '，',
    ),
    `${source} ${numbers.get(claim.source.id)}${colon}${say(claim.source.title)}`,
    ...(claims.length > 1 ? [other(claims.length - 1)] : []),
  ];
  return lines.join('\n');
}

function claimRow(
  { park }: ComparedPark,
  figure: Figure,
  claim: Claim,
  { units }: Compared,
  numbers: Numbers,
  say: Say,
): Row {
  const unit = units.get(figure.id);
  const { quantity } = claim;
  return {
    key: `${park.id}/${figure.id}/${claim.id}`,
    park: say(park.short),
    figure: figure.id,
    label: say(figure.label),
    basis: say(figure.basis),
    common: quantity && unit ? inCommonUnit(quantity, unit) : null,
    common_unit: (quantity && unit?.label && say(unit.label)) || null,
    value: quantity?.value ?? null,
    unit: quantity ? unitLabel(quantity, say) : null,
    text: claim.text,
    bound: say(boundLabels[quantity?.bound ?? 'exact']) || null,
    verbatim: claim.verbatim,
    ...asOfFields(claim.as_of),
    status: say(statusLabels[claim.status]),
    population: say(claim.population),
    main: figure.main === claim ? 'x' : null,
    source: numbers.get(claim.source.id) ?? null,
    source_title: say(claim.source.title),
    note: say(claim.note),
  };
}
