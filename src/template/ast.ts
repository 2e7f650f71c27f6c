/** The syntax tree of Handlebars as a closed union: the part of it that templates may use, and what is refused. */

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

export interface Location {
  readonly start: Position;
  readonly end: Position;
}

export interface Program {
  readonly type: 'Program';
  readonly body: readonly Statement[];
  readonly blockParams?: readonly string[];
  readonly loc: Location;
  readonly strip?: unknown;
}

export interface Content {
  readonly type: 'ContentStatement';
  /** What is printed: `original` without the white space that `~` and standalone tags remove. */
  readonly value: string;
  readonly original: string;
  readonly rightStripped?: boolean;
  readonly loc: Location;
}

export interface Mustache {
  readonly type: 'MustacheStatement';
  readonly path: Expression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
  readonly escaped: boolean;
  readonly loc: Location;
  readonly strip?: unknown;
}

export interface Block {
  readonly type: 'BlockStatement';
  readonly path: Path;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
  readonly program?: Program;
  readonly inverse?: Program;
  readonly openStrip?: unknown;
  readonly inverseStrip?: unknown;
  readonly closeStrip?: unknown;
  readonly loc: Location;
}

export interface Partial {
  readonly type: 'PartialStatement';
  readonly name: Path | SubExpression | Literal;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
  /** The white space before a partial that stands alone on its line. */
  readonly indent: string;
  readonly loc: Location;
  readonly strip?: unknown;
}

export interface PartialBlock {
  readonly type: 'PartialBlockStatement';
  readonly name: Path | SubExpression | Literal;
  readonly program: Program;
  readonly loc: Location;
}

export interface Decorator {
  readonly type: 'Decorator' | 'DecoratorBlock';
  readonly path: Path;
  readonly loc: Location;
}

export interface Comment {
  readonly type: 'CommentStatement';
  readonly loc: Location;
}

export type Statement = Content | Mustache | Block | Partial | PartialBlock | Decorator | Comment;

export interface Path {
  readonly type: 'PathExpression';
  /** `@index`, `@root.x`. */
  readonly data: boolean;
  /** Number of leading `../`. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
  readonly loc: Location;
}

export interface SubExpression {
  readonly type: 'SubExpression';
  readonly path: Path | Literal;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
  readonly loc: Location;
}

export type Literal =
  | {
      readonly type: 'StringLiteral';
      readonly value: string;
      readonly original: string;
      readonly loc: Location;
    }
  | {
      readonly type: 'NumberLiteral';
      readonly value: number;
      readonly original: number;
      readonly loc: Location;
    }
  | {
      readonly type: 'BooleanLiteral';
      readonly value: boolean;
      readonly original: boolean;
      readonly loc: Location;
    }
  | { readonly type: 'NullLiteral'; readonly loc: Location }
  | { readonly type: 'UndefinedLiteral'; readonly loc: Location };

export type Expression = Path | SubExpression | Literal;

export interface Hash {
  readonly type: 'Hash';
  readonly pairs: readonly HashPair[];
  readonly loc: Location;
}

export interface HashPair {
  readonly type: 'HashPair';
  readonly key: string;
  readonly value: Expression;
  readonly loc: Location;
}

/** The pairs of a call's options; Handlebars leaves the hash out when there are none. */
export function pairsOf(call: { readonly hash?: Hash }): readonly HashPair[] {
  return call.hash?.pairs ?? [];
}

/** True for `./x` and `this.x`: such a path never means a helper or a block parameter. */
export function isScoped(path: Path): boolean {
  return /^\.|this\b/.test(path.original);
}

/** True for a mustache that prints a variable; `{{url}}` is the field, `{{url page.url}}` calls the helper. */
export function isVariable(mustache: Mustache): boolean {
  return mustache.params.length === 0 && pairsOf(mustache).length === 0;
}
