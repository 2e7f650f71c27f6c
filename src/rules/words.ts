/** How findings speak of claims: in the source's words where they are known. */
import type { Bilingual, Claim, Figure } from '../model/publication.ts';
import { units } from '../model/units.ts';

/** “67 billion yuan”, or the value with its unit when the source's words were not recorded. */
export function printed(claim: Claim): Bilingual {
  const { quantity, text } = claim;
  if (claim.verbatim !== null) return { en: `“${claim.verbatim}”`, zh: `“${claim.verbatim}”` };
  if (!quantity) return { en: text ?? '', zh: text ?? '' };
  const label = units[quantity.unit]!.label;
  const value = grouped(quantity.value);
  return { en: `${value} ${label.en}`.trim(), zh: `${value}${label.zh}` };
}

/** Digits in groups of three, as both languages read them. */
export function grouped(value: string): string {
  const [whole = '', decimals] = value.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/** Label and printed value of a figure's main claim. */
export function said(figure: Figure, claim: Claim = figure.main): Bilingual {
  const value = printed(claim);
  return { en: `${figure.label.en} (${value.en})`, zh: `${figure.label.zh}（${value.zh}）` };
}
