/** Reports characters that no declared face has, those of one place together and never twice in a document. */
import { labelsOf, type Report } from '../../diagnostics/diagnostic.ts';
import type { Origin } from '../../diagnostics/span.ts';
import type { FontCode } from './codes.ts';
import type { Segment } from './collect.ts';
import { unicodeName } from './unicode.ts';

/** Characters named in one message; further ones are counted. */
const mostNamed = 6;

export type OnMissing = (codePoint: number, offset: number, segment: Segment) => void;

/** What one paragraph lacks: `note` is called while it is shaped, `tell` once after. */
interface MissingGlyphs {
  readonly note: OnMissing;
  readonly tell: () => void;
}

interface Lack {
  readonly origin: Origin;
  readonly segment: Segment;
  readonly codePoints: number[];
}

/** Makes the collectors of a document's paragraphs. */
export function createMissingReport(report: Report): () => MissingGlyphs {
  const told = new Set<string>();
  return () => {
    let lacks: Map<string, Lack> | undefined;
    return {
      note(codePoint, offset, segment) {
        const { content, scope } = segment;
        const origin = content.kind === 'text' ? content.originAt(offset) : scope.element.origin;
        const { source, start } = origin.datum ?? origin.place;
        const place = `${start} ${source.path}`;
        if (told.has(`${codePoint} ${place}`)) return;
        told.add(`${codePoint} ${place}`);
        lacks ??= new Map();
        const lack = lacks.get(place);
        if (lack) lack.codePoints.push(codePoint);
        else lacks.set(place, { origin, segment, codePoints: [codePoint] });
      },
      tell() {
        for (const lack of lacks?.values() ?? []) tellLack(lack, report);
      },
    };
  };
}

function tellLack({ origin, segment, codePoints }: Lack, report: Report): void {
  const named = codePoints.slice(0, mostNamed).map(describe);
  const more = codePoints.length > mostNamed ? ` and ${codePoints.length - mostNamed} more` : '';
  const [subject, pronoun] =
    codePoints.length === 1 ? ['a glyph for', 'it'] : [`glyphs for ${codePoints.length} characters:`, 'them'];
  report({
    code: 'F006' satisfies FontCode,
    severity: 'error',
    message: `no font has ${subject} ${named.join(', ')}${more}`,
    ...labelsOf(origin),
    help: `Replace ${codePoints.length === 1 ? 'the character' : 'the characters'}, or declare a font that has ${pronoun} with @font-face and add its family after ${familiesOf(segment)}.`,
  });
}

function describe(codePoint: number): string {
  const isPrintable = codePoint >= 0x20 && !/[\p{C}\p{Z}\p{M}]/u.test(String.fromCodePoint(codePoint));
  const name = unicodeName(codePoint);
  return isPrintable ? `“${String.fromCodePoint(codePoint)}” (${name})` : `the invisible ${name}`;
}

function familiesOf(segment: Segment): string {
  return segment.scope.style.fontFamily.map((family) => `“${family}”`).join(', ');
}
