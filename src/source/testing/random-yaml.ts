/** For tests: random documents with anchors, aliases and merge keys, in block and flow style. */
import fc from 'fast-check';

/** What a document is made of; `pick` chooses among what was marked before. */
type Shape =
  | { readonly kind: 'scalar'; readonly isMarked: boolean }
  | { readonly kind: 'alias'; readonly pick: number }
  | {
      readonly kind: 'list';
      readonly items: readonly Shape[];
      readonly isMarked: boolean;
      readonly isFlow: boolean;
    }
  | MapShape;

interface MapShape {
  readonly kind: 'map';
  readonly entries: readonly (readonly [key: string, value: Shape])[];
  readonly merges: readonly number[];
  /** The merge key stands before the map's own keys. */
  readonly isMergeFirst: boolean;
  readonly isMarked: boolean;
  readonly isFlow: boolean;
}

const keys = fc.constantFrom('a', 'b', 'c', 'd', 'long key', '包头');

const { shape, map } = fc.letrec<{ shape: Shape; map: MapShape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ kind: fc.constant('scalar'), isMarked: fc.boolean() }),
    fc.record({ kind: fc.constant('alias'), pick: fc.nat(99) }),
    fc.record({
      kind: fc.constant('list'),
      items: fc.array(tie('shape'), { maxLength: 4 }),
      isMarked: fc.boolean(),
      isFlow: fc.boolean(),
    }),
    tie('map'),
  ),
  map: fc.record({
    kind: fc.constant('map'),
    entries: fc.uniqueArray(fc.tuple(keys, tie('shape')), { maxLength: 4, selector: ([key]) => key }),
    merges: fc.array(fc.nat(99), { maxLength: 2 }),
    isMergeFirst: fc.boolean(),
    isMarked: fc.boolean(),
    isFlow: fc.boolean(),
  }),
}));

/** The text of a document. Its scalars are numbers, each of them once, so that a value tells where it stands. */
export const randomYaml: fc.Arbitrary<string> = fc
  .array(fc.oneof(shape, map), { minLength: 1, maxLength: 8 })
  .map((values) => {
    const book: Book = { next: 101, marks: [], maps: [] };
    return values.map((value, index) => `k${index}:${valueText(value, 2, false, book)}\n`).join('');
  });

/** What is marked so far. A mark is known once its value is complete, so that nothing repeats itself. */
interface Book {
  next: number;
  readonly marks: string[];
  /** Those of maps, which can be merged. */
  readonly maps: string[];
}

/** A value as it stands behind `key:` or `-`: with a space before it, or on lines of its own. */
function valueText(shape: Shape, indent: number, inFlow: boolean, book: Book): string {
  if (shape.kind === 'alias') {
    const name = book.marks[shape.pick % Math.max(1, book.marks.length)];
    return name === undefined ? ` ${book.next++}` : ` *${name}`;
  }
  const name = shape.isMarked ? `m${book.next++}` : undefined;
  const mark = name === undefined ? '' : ` &${name}`;
  const text = mark + contentText(shape, indent, inFlow, book);
  if (name !== undefined) book.marks.push(name);
  if (name !== undefined && shape.kind === 'map') book.maps.push(name);
  return text;
}

function contentText(
  shape: Exclude<Shape, { kind: 'alias' }>,
  indent: number,
  inFlow: boolean,
  book: Book,
): string {
  if (shape.kind === 'scalar') return ` ${book.next++}`;
  const isFlow = inFlow || shape.isFlow;
  const parts =
    shape.kind === 'list'
      ? shape.items.map((item) => [isFlow ? '' : '-', valueText(item, indent + 2, isFlow, book)] as const)
      : entryTexts(shape, indent, isFlow, book);
  if (isFlow || parts.length === 0) {
    const inner = parts.map(([start, value]) => (start + value).trim()).join(', ');
    return shape.kind === 'list' ? ` [${inner}]` : ` { ${inner} }`;
  }
  return parts.map(([start, value]) => `\n${' '.repeat(indent)}${start}${value}`).join('');
}

function entryTexts(
  { entries, merges, isMergeFirst }: MapShape,
  indent: number,
  isFlow: boolean,
  book: Book,
): readonly (readonly [string, string])[] {
  const names = book.maps.length === 0 ? [] : merges.map((pick) => `*${book.maps[pick % book.maps.length]}`);
  const merge =
    names.length === 0 ? [] : [['<<:', names.length === 1 ? ` ${names[0]}` : ` [${names.join(', ')}]`]];
  const own = entries.map(([key, value]) => [`${key}:`, valueText(value, indent + 2, isFlow, book)]);
  return (isMergeFirst ? [...merge, ...own] : [...own, ...merge]) as [string, string][];
}
