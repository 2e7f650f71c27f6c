/** css-fonts-4 §5.2: which faces of the declared families a style asks for, best first. */
import type { FontFaceRule } from '../../markup/tree.ts';

/**
 * One rule for each family of `families` in their order, then one for each further declared family: the
 * fallback by glyph asks all declared families before it gives up.
 */
export function bestFaces(
  rules: readonly FontFaceRule[],
  families: readonly string[],
  weight: number,
  style: FontFaceRule['style'],
): readonly FontFaceRule[] {
  const byFamily = new Map<string, FontFaceRule[]>();
  for (const rule of rules) {
    const name = rule.family.toLowerCase();
    const known = byFamily.get(name);
    if (known === undefined) byFamily.set(name, [rule]);
    else known.push(rule);
  }
  const order = new Set([...families.map((family) => family.toLowerCase()), ...byFamily.keys()]);
  return [...order].flatMap((name) => bestOf(byFamily.get(name) ?? [], weight, style) ?? []);
}

/** Style first, then weight; the later of two equal rules wins, as in a style sheet. */
function bestOf(
  rules: readonly FontFaceRule[],
  weight: number,
  style: FontFaceRule['style'],
): FontFaceRule | undefined {
  const sameStyle = rules.filter((rule) => rule.style === style);
  const candidates = sameStyle.length > 0 ? sameStyle : rules;
  return candidates.reduce<FontFaceRule | undefined>(
    (best, rule) =>
      best === undefined || weightRank(rule.weight, weight) <= weightRank(best.weight, weight) ? rule : best,
    undefined,
  );
}

/** Smaller is better: the order in which §5.2 looks through the weights, as a number. */
function weightRank(weight: number, wanted: number): number {
  const distance = Math.abs(weight - wanted);
  if (wanted >= 400 && wanted <= 500) {
    if (weight >= wanted && weight <= 500) return distance;
    return weight < wanted ? 1000 + distance : 2000 + distance;
  }
  const isPreferredSide = wanted < 400 ? weight <= wanted : weight >= wanted;
  return isPreferredSide ? distance : 1000 + distance;
}
