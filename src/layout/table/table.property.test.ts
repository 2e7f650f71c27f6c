import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DisplayItem } from '../display.ts';
import { layoutBody } from '../testing/pages.ts';

interface CellSpec {
  readonly lines: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly css: string;
}

interface TableSpec {
  readonly css: string;
  readonly head: readonly (readonly CellSpec[])[];
  readonly body: readonly (readonly CellSpec[])[];
  readonly foot: readonly (readonly CellSpec[])[];
  readonly above: number;
}

const cell = (most: number): fc.Arbitrary<CellSpec> =>
  fc.record({
    lines: fc.nat(most),
    columnSpan: fc.constantFrom(1, 1, 1, 2),
    rowSpan: fc.constantFrom(1, 1, 1, 2, 3),
    css: fc.constantFrom(
      '',
      '',
      'vertical-align: middle',
      'vertical-align: baseline',
      'width: 40px',
      'width: 30%',
      'padding: 3px',
      'height: 25px',
    ),
  });
const rows = (least: number, most: number, lines: number) =>
  fc.array(fc.array(cell(lines), { minLength: 1, maxLength: 3 }), { minLength: least, maxLength: most });

const tables: fc.Arbitrary<TableSpec> = fc.record({
  css: fc.constantFrom(
    '',
    'border-collapse: collapse',
    'border-spacing: 3px; border: 2px solid',
    'table-layout: fixed; width: 100%',
    'break-inside: avoid',
    'orphans: 2; widows: 2',
  ),
  head: rows(0, 2, 1),
  body: rows(1, 8, 14),
  foot: rows(0, 1, 1),
  above: fc.nat(9),
});

interface PlacedWord {
  readonly cell: number;
  readonly start: number;
  readonly end: number;
}

/** The markup, with each word's cell; cells that would lie on each other are left out. */
function write({ css, head, body, foot, above }: TableSpec) {
  const cells: PlacedWord[] = [];
  const cellOf = new Map<string, number>();
  const group = (name: string, rows: TableSpec['body']): string => {
    const until: number[] = [];
    const written = rows.map((row, r) => {
      let column = 0;
      const inside = row.map(({ lines, columnSpan, rowSpan, css: own }) => {
        while ((until[column] ?? 0) > r) column += 1;
        const span = (until[column + 1] ?? 0) > r ? 1 : columnSpan;
        for (let c = column; c < column + span; c += 1) until[c] = r + rowSpan;
        const index = cells.push({ cell: cells.length, start: column, end: column + span }) - 1;
        column += span;
        const words = Array.from({ length: lines }, (_, i) => {
          const word = `${index.toString(36)}.${i.toString(36)}`;
          cellOf.set(word, index);
          return word;
        });
        return `<td colspan="${span}" rowspan="${rowSpan}" style="${own}">${words.join('<br/>')}</td>`;
      });
      return `<tr>${inside.join('')}</tr>`;
    });
    return written.length > 0 ? `<${name}>${written.join('')}</${name}>` : '';
  };
  const lead = Array.from({ length: above }, (_, i) => `p${i}`).join('<br/>');
  const markup = `<p>${lead}</p><table style="${css}">${group('thead', head)}${group('tbody', body)}${group('tfoot', foot)}</table>`;
  return { markup, cells, cellOf };
}

type Text = Extract<DisplayItem, { readonly kind: 'text' }>;

function textsOf(markup: string): readonly (readonly Text[])[] {
  const { laidOut } = layoutBody(markup, '@page { size: 300px 120px }');
  return laidOut!.pages.map(({ items }) => items.filter((item) => item.kind === 'text'));
}

test('every word of a table is printed once, in the order of its cell; only headers and footers are repeated', () => {
  fc.assert(
    fc.property(tables, (spec) => {
      const { markup, cellOf } = write(spec);
      const texts = textsOf(markup).flat();
      const printed = texts.filter(({ owner }) => 'element' in owner).map(({ run }) => run.text);
      const own = printed.filter((word) => cellOf.has(word));
      expect([...own].sort()).toEqual([...cellOf.keys()].sort());
      for (const index of new Set(cellOf.values()))
        expect(own.filter((word) => cellOf.get(word) === index)).toEqual(
          [...cellOf].flatMap(([word, of]) => (of === index ? [word] : [])),
        );
      const first = spec.head.flat().length;
      const isRepeatable = (index: number): boolean =>
        index < first || index >= first + spec.body.flat().length;
      for (const { owner, run } of texts)
        if ('artifact' in owner) expect(isRepeatable(cellOf.get(run.text)!)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('no column reaches into the next one, on any page', () => {
  fc.assert(
    fc.property(tables, (spec) => {
      const { markup, cells, cellOf } = write(spec);
      const placed = textsOf(markup)
        .flat()
        .flatMap(({ x, run }) => {
          const index = cellOf.get(run.text);
          return index === undefined ? [] : [{ ...cells[index]!, x, right: x + run.width }];
        });
      const isFixed = spec.css.includes('fixed');
      for (const a of placed)
        for (const b of placed)
          if (a.end <= b.start) expect(isFixed ? a.x : a.right).toBeLessThanOrEqual(b.x + 0.01);
    }),
    { numRuns: 100 },
  );
});
