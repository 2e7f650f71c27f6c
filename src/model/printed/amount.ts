/** Completes a number with what is printed around it: sign, currency, scale word, unit, bound. */
import { type Decimal, plainText, scale as scaled } from '../decimal.ts';
import { units } from '../units.ts';
import { boundAfter, boundBefore } from './bounds.ts';
import { currencyBefore, measureAt } from './measures.ts';
import type { Page, PrintedNumber, Step } from './reading.ts';
import { type Scale, scaleAt } from './scales.ts';

export interface BareNumber {
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  /** Exponent of the last digit as printed, before the scale word. */
  readonly digit: number;
  readonly form: PrintedNumber['form'];
  /** Already said in words before it: 百分之. */
  readonly unit?: string;
  /** False where the number has had its scale word (三万). */
  readonly mayScale?: boolean;
}

/** The whole amount around a bare number. */
export function amountAround(page: Page, bare: BareNumber): PrintedNumber {
  const prefix = currencyBefore(page, bare.start);
  const start = prefix?.start ?? bare.start;
  const scale = bare.mayScale === false ? undefined : scaleBehind(page, bare.end, prefix !== undefined);
  const inner = boundAfter(page, scale?.end ?? bare.end);
  const isInner = inner?.bound === 'more-than' || inner?.bound === 'at-least';
  const measure = unitBehind(page, isInner ? inner.end : (scale?.end ?? bare.end), bare.unit);
  const currencies = [...new Set([...(prefix ? [prefix.code] : []), ...measure.currencies])];
  const signed = signBefore(page, start);
  const exponent = scale?.exponent ?? 0;
  const value = scaled(bare.value, exponent);
  return {
    kind: 'number',
    value: plainText(signed ? value.neg() : value),
    unit: currencies.length > 0 ? currencyUnit(currencies) : measure.unit,
    unknownUnit: measure.unknown,
    currencies,
    scale: scale ? { word: scale.word, exponent: scale.exponent } : null,
    digit: bare.digit + exponent,
    bound:
      (inner ?? boundAfter(page, measure.end))?.bound ??
      boundBefore(page, signed ? start - 1 : start) ??
      'exact',
    asDate: null,
    form: bare.form,
    start: signed ? start - 1 : start,
    end: measure.end,
  };
}

/** As `amountAround`, as a step of the reader. */
export function amountStep(page: Page, bare: BareNumber): Step {
  const reading = amountAround(page, bare);
  return { end: reading.end, reading };
}

/** 千 in 千米 belongs to the unit; "m" is a million before a currency or behind its sign. */
function scaleBehind(page: Page, at: number, hasCurrency: boolean): Scale | undefined {
  const unit = measureAt(page, at);
  const scale = scaleAt(page, at, hasCurrency || isMoneyAfterM(page, at));
  const isUnit = unit !== undefined && scale !== undefined && unit.end > scale.end;
  return isUnit ? undefined : scale;
}

function isMoneyAfterM(page: Page, at: number): boolean {
  const [written] = /^\s?m\s/.exec(page.lower.slice(at, at + 4)) ?? [];
  return written !== undefined && measureAt(page, at + written.length - 1)?.kind === 'currency';
}

interface Behind {
  readonly unit: string | null;
  readonly unknown: string | null;
  readonly currencies: readonly string[];
  readonly end: number;
}

function unitBehind(page: Page, at: number, said: string | undefined): Behind {
  const none: Behind = { unit: said ?? null, unknown: null, currencies: [], end: at };
  const first = measureAt(page, at);
  if (!first || said !== undefined) return none;
  switch (first.kind) {
    case 'unit':
      return { ...none, unit: first.key, end: first.end };
    case 'unknown':
      return { ...none, unknown: first.name, end: first.end };
    case 'currency': {
      // 元人民币, "yuan RMB": said twice.
      const second = measureAt(page, first.end);
      const both = second?.kind === 'currency' ? [first.code, second.code] : [first.code];
      return { ...none, currencies: both, end: second?.kind === 'currency' ? second.end : first.end };
    }
  }
}

function currencyUnit(currencies: readonly string[]): string | null {
  const [only = '', ...more] = currencies;
  return more.length === 0 && Object.hasOwn(units, only) ? only : null;
}

/** A minus that is no dash: a hyphen needs a space or bracket before it, the minus sign only no other number. */
function signBefore(page: Page, at: number): boolean {
  const before = page.text.slice(Math.max(0, at - 3), at);
  return /(?:(?:^|[\s(（:：])-|(?:^|[^\d%²³])−)$/.test(before) && !/\d\s[-−]$/.test(before);
}
