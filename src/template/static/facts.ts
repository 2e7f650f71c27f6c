/**
 * What is known to hold at a place of a template, from the conditions around it. A condition is a formula over
 * atoms ("`park.page` is not empty"); known formulas are kept as clauses of literals, of which at least one is
 * true, and single literals follow by unit propagation.
 */

export type Formula =
  | { readonly kind: 'atom'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Formula[] };

/** An atom, or its denial: `!` before the name. */
type Literal = string;
type Clause = readonly Literal[];

export interface Facts {
  /** Literals that are true. */
  readonly known: ReadonlySet<Literal>;
  /** Clauses of two or more literals none of which is decided. */
  readonly open: readonly Clause[];
}

export const nothingKnown: Facts = { known: new Set(), open: [] };

/** A formula that grows beyond this many clauses tells nothing. */
const mostClauses = 64;

export function atom(name: string): Formula {
  return { kind: 'atom', name };
}

export function not(of: Formula): Formula {
  return { kind: 'not', of };
}

export function all(...of: readonly Formula[]): Formula {
  return { kind: 'and', of };
}

export function some(...of: readonly Formula[]): Formula {
  return { kind: 'or', of };
}

/** True when an atom is known to be true. */
export function holds(facts: Facts, name: string): boolean {
  return facts.known.has(name);
}

/** The facts, and the formula with all that follows from both. */
export function assume(facts: Facts, formula: Formula): Facts {
  const clauses = clausesOf(formula, true);
  return clauses.length === 0 ? facts : propagate(facts, clauses);
}

function propagate({ known: before, open: openBefore }: Facts, added: readonly Clause[]): Facts {
  const known = new Set(before);
  let open: Clause[] = [...openBefore, ...added];
  for (let grew = true; grew; ) {
    grew = false;
    const left: Clause[] = [];
    for (const clause of open) {
      if (clause.some((literal) => known.has(literal))) continue;
      const undecided = clause.filter((literal) => !known.has(denied(literal)));
      const [only] = undecided;
      if (only !== undefined && undecided.length === 1) {
        known.add(only);
        grew = true;
      } else if (undecided.length > 1) left.push(undecided);
      // A clause without a literal is a contradiction: the place is never reached, so whatever is known is right.
    }
    open = left;
  }
  return { known, open };
}

/** The conjunctive normal form of a formula, or of its denial. */
function clausesOf(formula: Formula, wanted: boolean): readonly Clause[] {
  switch (formula.kind) {
    case 'atom':
      return [[wanted ? formula.name : denied(formula.name)]];
    case 'not':
      return clausesOf(formula.of, !wanted);
    case 'and':
    case 'or': {
      const parts = formula.of.map((part) => clausesOf(part, wanted));
      return (formula.kind === 'and') === wanted ? parts.flat() : distribute(parts);
    }
  }
}

function distribute(parts: readonly (readonly Clause[])[]): readonly Clause[] {
  let clauses: readonly Clause[] = [[]];
  for (const part of parts) {
    if (clauses.length * part.length > mostClauses) return [];
    clauses = clauses.flatMap((clause) => part.map((other) => [...new Set([...clause, ...other])]));
  }
  return clauses;
}

function denied(literal: Literal): Literal {
  return literal.startsWith('!') ? literal.slice(1) : `!${literal}`;
}
