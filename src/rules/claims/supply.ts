/**
 * R5: what an item of infrastructure can deliver fits its voltage and what is drawn from it.
 * A voltage is no capacity; no more megawatts flow than there are megavolt-amperes; and capacity over voltage is a
 * current that a substation can carry.
 */
import { ratio } from '../../model/decimal.ts';
import type { Bilingual, InfrastructureItem, Quantity } from '../../model/publication.ts';
import { units } from '../../model/units.ts';
import { defineRule, type Finding, labelAt, type RuleContext } from '../define-rule.ts';
import { areApart, type Extent, extentOf, isAbove, quotientOf } from '../extent.ts';
import { entryKey } from '../figures.ts';
import { amountWords, asWritten } from '../words.ts';

/**
 * Volt-amperes per volt, √3 times the current: 5 is a mere 3 A, 10,000 is 5.8 kA, near the largest rated current of
 * switchgear (6.3 kA). Substations of 110 kV with 63 to 240 MVA have 570 to 2,200.
 */
const plausible: Extent = { least: ratio('5'), most: ratio('10000') };

const substation = (amounts: string) =>
  `infrastructure: [{ name: { en: Substation, zh: 变电站 }, status: completed, ${amounts} }]`;

export const supply = defineRule({
  kind: 'park',
  id: 'R5',
  title: { en: 'Voltage, capacity and load fit together', zh: '电压、容量与负荷相符' },
  why: 'Investors ask what can be drawn; a voltage does not tell, and a capacity that its voltage cannot carry is a slip.',
  help: 'Write the voltage under `voltage`, what can be delivered under `capacity` and what is drawn under `load`, each in its unit. What a source states as it is can be acknowledged in waivers.yaml.',
  severity: 'warning',
  scope: 'field',
  examples: [
    {
      name: '40 MW of 63 MVA at 110 kV',
      yaml: substation('voltage: 110 kV, capacity: 63 MVA, load: 40 MW'),
      outcome: 'pass',
    },
    {
      name: 'more drawn than there is',
      yaml: substation('capacity: 63 MVA, load: 80 MW'),
      outcome: 'finding',
      message: 'Substation: a load of 80 MW on a capacity of 63 MVA',
    },
    {
      name: 'a voltage for a capacity',
      yaml: substation('capacity: 110 kV'),
      outcome: 'finding',
      message: 'Substation: 110 kV is a voltage and no capacity',
    },
    {
      name: 'kVA for MVA',
      yaml: substation('voltage: 110 kV, capacity: 63 kVA'),
      outcome: 'finding',
      message: 'Substation: 63 kVA is too little for 110 kV',
    },
    {
      name: 'a zero too many',
      yaml: substation('voltage: 35 kV, capacity: 630 MVA'),
      outcome: 'finding',
      message: 'Substation: 630 MVA is too much for 35 kV',
    },
    {
      name: 'a works of another kind',
      yaml: substation('capacity: "30,000 m3/d", load: "20,000 m3/d"'),
      outcome: 'pass',
    },
    { name: 'the voltage alone', yaml: substation('voltage: 110 kV'), outcome: 'not-applicable' },
  ],
  check: (park, context) => {
    const judged = park.content.park.infrastructure
      .map((item, index) => ({ item, key: entryKey('infrastructure', index) }))
      .filter(
        ({ item: { voltage, capacity, load } }) => capacity && (voltage || load || isVoltage(capacity)),
      );
    if (judged.length === 0) {
      const missing = {
        en: 'No item states a capacity beside its voltage or load.',
        zh: '没有同时注明容量与电压或负荷的设施。',
      };
      return { applies: false, missing };
    }
    return { applies: true, findings: judged.flatMap(({ item, key }) => judge(item, key, context)) };
  },
});

/** All findings about one item, which has a capacity. */
function judge(item: InfrastructureItem, key: string, { places }: RuleContext): readonly Finding[] {
  const { voltage, capacity, load } = item;
  const value = [voltage, capacity, load].flatMap((amount) => (amount ? [asWritten(amount)] : [])).join(', ');
  const finding = (field: string, words: Bilingual, beside?: string): Finding => ({
    parts: [{ key, value, figure: null }],
    message: { en: `${item.name.en}: ${words.en}`, zh: `${item.name.zh}：${words.zh}` },
    primary: labelAt(places, item, field, field),
    labels: beside === undefined ? [] : [labelAt(places, item, beside, beside)],
  });
  if (isVoltage(capacity!)) return [finding('capacity', noCapacity(capacity!))];
  const overload = load && overloadOf(load, capacity!);
  const misfit = voltage && misfitOf(capacity!, voltage);
  return [
    ...(overload ? [finding('load', overload, 'capacity')] : []),
    ...(misfit ? [finding('capacity', misfit, 'voltage')] : []),
  ];
}

function isVoltage({ unit }: Quantity): boolean {
  return units[unit]!.dimension === 'voltage';
}

function noCapacity(capacity: Quantity): Bilingual {
  const { en, zh } = amountWords(capacity);
  return { en: `${en} is a voltage and no capacity`, zh: `${zh}是电压，不是容量` };
}

/** Both must measure the same; real and apparent power do, since a power factor is at most one. */
function overloadOf(load: Quantity, capacity: Quantity): Bilingual | undefined {
  const [drawn, there] = [units[load.unit]!, units[capacity.unit]!];
  if (drawn.dimension !== there.dimension || (drawn.dimension !== 'power' && drawn.family !== there.family))
    return undefined;
  if (!isAbove(extentOf(load), extentOf(capacity))) return undefined;
  const [of, on] = [amountWords(load), amountWords(capacity)];
  return { en: `a load of ${of.en} on a capacity of ${on.en}`, zh: `容量${on.zh}，负荷却为${of.zh}` };
}

function misfitOf(capacity: Quantity, voltage: Quantity): Bilingual | undefined {
  if (units[capacity.unit]!.dimension !== 'power') return undefined;
  const current = quotientOf(extentOf(capacity), extentOf(voltage));
  if (!areApart(current, plausible)) return undefined;
  const [of, at] = [amountWords(capacity), amountWords(voltage)];
  return isAbove(plausible, current)
    ? { en: `${of.en} is too little for ${at.en}`, zh: `${at.zh}配${of.zh}，容量过小` }
    : { en: `${of.en} is too much for ${at.en}`, zh: `${at.zh}配${of.zh}，容量过大` };
}
