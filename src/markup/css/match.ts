/** Matching selectors with elements of the source tree. */
import { attributeOf, type SourceElement } from '../xml/source-tree.ts';
import type { Compound, Condition, Selector } from './selector-types.ts';

/** True when the element is what the selector (without its pseudo-element) means. */
export function matches(element: SourceElement, selector: Selector): boolean {
  return matchFrom(element, selector.last) === 'yes';
}

/**
 * `no` lets the caller try another sibling or ancestor. `no sibling` and `never` say that a combinator has
 * tried all of them in vain, so that trying again from a farther one is pointless: this keeps matching
 * linear for chains of combinators.
 */
type Answer = 'yes' | 'no' | 'no sibling' | 'never';

function matchFrom(element: SourceElement, compound: Compound): Answer {
  if (!matchesCompound(element, compound)) return 'no';
  const { left } = compound;
  if (left === undefined) return 'yes';
  switch (left.combinator) {
    case '>':
      return element.parent === undefined ? 'never' : matchFrom(element.parent, left.compound);
    case ' ': {
      for (let above = element.parent; above !== undefined; above = above.parent) {
        const answer = matchFrom(above, left.compound);
        if (answer === 'yes' || answer === 'never') return answer;
      }
      return 'never';
    }
    case '+': {
      const before = element.parent?.elements[element.index - 1];
      return before === undefined ? 'no' : matchFrom(before, left.compound);
    }
    case '~': {
      for (let index = element.index - 1; index >= 0; index -= 1) {
        const answer = matchFrom(element.parent!.elements[index]!, left.compound);
        if (answer !== 'no') return answer;
      }
      return 'no sibling';
    }
  }
}

function matchesCompound(element: SourceElement, compound: Compound): boolean {
  if (compound.type !== undefined && compound.type !== element.name) return false;
  if (compound.id !== undefined && compound.id !== element.id) return false;
  for (const name of compound.classes) if (!element.classes.includes(name)) return false;
  return compound.conditions.every((condition) => holds(element, condition));
}

function holds(element: SourceElement, condition: Condition): boolean {
  switch (condition.kind) {
    case 'root':
      return element.parent === undefined;
    case 'link':
      return element.name === 'a' && attributeOf(element, 'href') !== undefined;
    case 'empty':
      return element.children.every((child) => child.kind === 'text' && child.value.text === '');
    case 'attribute':
      return matchesAttribute(attributeOf(element, condition.name), condition);
    case 'nth':
      return matchesNth(element, condition);
    case 'lang':
      return condition.ranges.some((range) => matchesLanguage(languageOf(element), range));
    case 'is':
      return matchesAny(element, condition);
    case 'not':
      return !matchesAny(element, condition);
  }
}

/** Remembered, because lists may hold lists: otherwise the time would be a product over all levels. */
function matchesAny(element: SourceElement, list: Extract<Condition, { kind: 'is' | 'not' }>): boolean {
  const known = list.known.get(element);
  if (known !== undefined) return known;
  const answer = list.selectors.some((selector) => matches(element, selector));
  list.known.set(element, answer);
  return answer;
}

function matchesAttribute(
  found: string | undefined,
  condition: Extract<Condition, { kind: 'attribute' }>,
): boolean {
  if (found === undefined) return false;
  const actual = condition.ignoreCase ? found.toLowerCase() : found;
  const wanted = condition.ignoreCase ? condition.value.toLowerCase() : condition.value;
  switch (condition.test) {
    case 'exists':
      return true;
    case '=':
      return actual === wanted;
    case '~=':
      return wanted !== '' && actual.split(/[\t\n\r ]+/).includes(wanted);
    case '|=':
      return actual === wanted || actual.startsWith(`${wanted}-`);
    case '^=':
      return wanted !== '' && actual.startsWith(wanted);
    case '$=':
      return wanted !== '' && actual.endsWith(wanted);
    case '*=':
      return wanted !== '' && actual.includes(wanted);
  }
}

function matchesNth(element: SourceElement, nth: Extract<Condition, { kind: 'nth' }>): boolean {
  const before = nth.ofType ? element.typeIndex : element.index;
  const { parent } = element;
  const count =
    parent === undefined ? 1 : nth.ofType ? parent.typeCounts.get(element.name)! : parent.elements.length;
  const position = nth.fromEnd ? count - before : before + 1;
  const steps = position - nth.first;
  return nth.step === 0 ? steps === 0 : steps % nth.step === 0 && steps / nth.step >= 0;
}

/** The language of an element: its own or that of the nearest element around it. */
export function languageOf(element: SourceElement): string {
  for (let at: SourceElement | undefined = element; at !== undefined; at = at.parent) {
    const own = attributeOf(at, 'lang') ?? attributeOf(at, 'xml:lang');
    if (own !== undefined) return own;
  }
  return '';
}

/** RFC 4647 §3.3.1, basic filtering. */
function matchesLanguage(language: string, range: string): boolean {
  const actual = language.toLowerCase();
  const wanted = range.toLowerCase();
  return wanted === '*' ? actual !== '' : actual === wanted || actual.startsWith(`${wanted}-`);
}
