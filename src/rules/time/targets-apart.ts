/**
 * T6: a target is never shown as an actual.
 * Metrics that are targets (`target_of`) hold targets only; under any other metric a target must not stand among
 * values that came true, nor alone on a tile whose label does not say what it is.
 */
import type { ParkRecord } from '../../model/dataset.ts';
import type { ClaimStatus, Figure } from '../../model/publication.ts';
import { looksAhead } from '../comparable.ts';
import { defineRule, type Finding, labelAt, partOf, type RuleContext } from '../define-rule.ts';
import { figuresOf, relationsOf } from '../figures.ts';
import { said } from '../words.ts';

const target = { 'metrics.yaml': 'target: { target_of: output }' };

export const targetsApart = defineRule({
  kind: 'park',
  id: 'T6',
  title: { en: 'Targets are never shown as actuals', zh: '目标值不得作为实际值' },
  why: 'A target among values that came true reads like a result, in a chart even more than in a table.',
  help: 'Move the claim to the metric of targets (`target_of` in metrics.yaml) or out of it, or correct its `status`. What the sources really say is acknowledged in waivers.yaml.',
  severity: 'error',
  scope: 'record',
  examples: [
    {
      name: 'target and result under metrics of their own',
      yaml: 'figures:\n  output: { claims: [{ value: 79.14 billion CNY }] }\n  target: { claims: [{ value: 85 billion CNY, as_of: "2012", status: target }] }',
      files: target,
      outcome: 'pass',
    },
    {
      name: 'a target among results',
      yaml: 'figures:\n  output: { claims: [{ id: a, value: 79.14 billion CNY }, { id: b, value: 85 billion CNY, as_of: "2012", status: target }] }',
      outcome: 'finding',
      message: 'Output (85,000,000,000 CNY) is a target and stands among values that are not',
    },
    {
      name: 'a result among targets',
      yaml: 'figures:\n  target: { claims: [{ value: 85 billion CNY, as_of: "2012" }] }\n  output: { claims: [{ value: 79.14 billion CNY }] }',
      files: target,
      outcome: 'finding',
      message: 'Target (85,000,000,000 CNY) is called actual, and its metric is a target',
    },
    {
      name: 'a target alone on the cover, under the label of a result',
      yaml: 'cover: [output]\nfigures:\n  output: { claims: [{ value: 85 billion CNY, as_of: "2012", status: target }] }',
      outcome: 'finding',
      message: 'Output (85,000,000,000 CNY) is a target and is printed on a tile that does not say so',
    },
    {
      name: 'a basis that says so',
      yaml: 'cover: [planned]\nfigures:\n  planned: { claims: [{ value: 26 km2, status: planned }] }',
      files: { 'metrics.yaml': 'planned: { basis: { en: planned, zh: 规划 } }' },
      outcome: 'pass',
    },
    {
      name: 'no target',
      yaml: 'figures:\n  output: { claims: [{ value: 79.14 billion CNY }] }',
      outcome: 'not-applicable',
    },
  ],
  check: (park, context) => {
    const judged = figuresOf(park).filter((figure) => isConcerned(figure, context));
    if (judged.length === 0) {
      return { applies: false, missing: { en: 'There is no target or plan.', zh: '没有目标值或规划值。' } };
    }
    return { applies: true, findings: judged.flatMap((figure) => judge(figure, park, context)) };
  },
});

function isConcerned(figure: Figure, { dataset }: RuleContext): boolean {
  return (
    relationsOf(figure, dataset).target_of !== null || figure.claims.some(({ status }) => looksAhead(status))
  );
}

/** Values that came true, or are said to have. */
function isResult(status: ClaimStatus): boolean {
  return status === 'actual' || status === 'claimed' || status === 'completed' || status === 'official';
}

function judge(figure: Figure, park: ParkRecord, { dataset, places }: RuleContext): readonly Finding[] {
  if (relationsOf(figure, dataset).target_of !== null) {
    return figure.claims.flatMap((claim): readonly Finding[] => {
      if (looksAhead(claim.status)) return [];
      const words = said(figure, claim);
      const message = {
        en: `${words.en} is called ${claim.statusLabel.en}, and its metric is a target`,
        zh: `${words.zh}标为“${claim.statusLabel.zh}”，而该指标为目标值`,
      };
      const primary = labelAt(places, claim, 'status', 'not a target');
      return [{ parts: [partOf(figure, claim)], message, primary, labels: [] }];
    });
  }
  const result = figure.claims.find(({ status }) => isResult(status));
  if (!result) return onTile(figure, park, places);
  return figure.claims.flatMap((claim): readonly Finding[] => {
    if (!looksAhead(claim.status)) return [];
    const words = said(figure, claim);
    const message = {
      en: `${words.en} is a ${nounOf(claim.status)} and stands among values that are not`,
      zh: `${words.zh}为${claim.statusLabel.zh}值，却与实际值并列`,
    };
    const primary = labelAt(places, claim, 'status', 'looks ahead');
    const labels = [labelAt(places, result, 'status', 'came true')];
    return [{ parts: [partOf(figure, claim)], message, primary, labels }];
  });
}

/** A target alone is honest where a basis tells it from a result; a tile has room for the label only. */
function onTile(figure: Figure, { content }: ParkRecord, places: RuleContext['places']): readonly Finding[] {
  const isTile = content.cover.includes(figure) || content.glance.includes(figure);
  if (!isTile || figure.basis || figure.main.status !== 'target') return [];
  const words = said(figure);
  const message = {
    en: `${words.en} is a target and is printed on a tile that does not say so`,
    zh: `${words.zh}为目标值，封面或概览中未予注明`,
  };
  const primary = labelAt(places, figure.main, 'status', 'a target');
  return [{ parts: [partOf(figure)], message, primary, labels: [] }];
}

function nounOf(status: ClaimStatus): string {
  return status === 'target' ? 'target' : 'plan';
}
