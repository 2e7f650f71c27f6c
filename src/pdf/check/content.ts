/** What a content stream does, as far as conformance asks: marks, text shown, resources used. */
import { createLexer, isKeyword } from './lexer.ts';
import { type Dict, isArray, kindOf, nameOf, type PdfObject, type Text } from './objects.ts';

export interface ContentFacts {
  /** Marked-content identifiers in order, with their tags. */
  readonly marks: readonly { readonly mcid: number; readonly tag: string }[];
  /** Painting operators outside any tag or artifact. */
  readonly unmarked: readonly string[];
  /** Artifacts inside tagged content, tags inside artifacts, sequences that do not end. */
  readonly misnested: readonly string[];
  /** Codes of two bytes by font resource name. */
  readonly codes: ReadonlyMap<string, ReadonlySet<number>>;
  /** XObjects painted, by resource name. */
  readonly xobjects: ReadonlySet<string>;
  /** The most graphics states saved at once. */
  readonly depth: number;
  /** Operators that set or use a device colour space other than RGB or grey. */
  readonly cmyk: boolean;
}

const PAINTING = new Set([
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'S',
  's',
  'sh',
  'Do',
  'Tj',
  'TJ',
  "'",
  '"',
  'BI',
]);

type Sequence = { readonly tag: string; readonly kind: 'tagged' | 'artifact' | 'other' };

/** `properties` are the property lists of the resources, for BDC operands that are names. */
export function scanContent(bytes: Uint8Array, properties: Dict | undefined): ContentFacts {
  const marks: { mcid: number; tag: string }[] = [];
  const unmarked: string[] = [];
  const misnested: string[] = [];
  const codes = new Map<string, Set<number>>();
  const xobjects = new Set<string>();
  const stack: Sequence[] = [];
  let cmyk = false;
  /** The font is part of what `q` saves (ISO 32000-1, 8.4.2). */
  const saved: Set<number>[] = [];
  let depth = 0;
  let font: Set<number> = new Set();

  const open = (tag: string, list: PdfObject | undefined): void => {
    const dict = kindOf(list) === 'name' ? properties?.entries.get(nameOf(list)!) : list;
    const mcid = kindOf(dict) === 'dict' ? (dict as Dict).entries.get('MCID') : undefined;
    const kind = tag === 'Artifact' ? 'artifact' : typeof mcid === 'number' ? 'tagged' : 'other';
    if (kind === 'artifact' && stack.some((outer) => outer.kind === 'tagged'))
      misnested.push('an artifact inside tagged content');
    if (kind === 'tagged' && stack.some((outer) => outer.kind === 'artifact'))
      misnested.push('tagged content inside an artifact');
    if (typeof mcid === 'number') marks.push({ mcid, tag });
    stack.push({ tag, kind });
  };
  const operate = (operator: string, operands: readonly PdfObject[]): void => {
    if (PAINTING.has(operator) && !stack.some(({ kind }) => kind !== 'other')) unmarked.push(operator);
    switch (operator) {
      case 'BMC':
      case 'BDC':
        open(nameOf(operands[0]) ?? '', operands[1]);
        break;
      case 'EMC':
        if (!stack.pop()) misnested.push('an end of marked content without its beginning');
        break;
      case 'Tf': {
        const name = nameOf(operands[0]) ?? '';
        font = codes.get(name) ?? new Set();
        codes.set(name, font);
        break;
      }
      case 'Tj':
      case 'TJ':
        for (const part of isArray(operands[0]) ? operands[0] : operands) addCodes(font, part);
        break;
      case 'q':
        saved.push(font);
        depth = Math.max(depth, saved.length);
        break;
      case 'Q':
        font = saved.pop() ?? font;
        break;
      case 'Do':
        xobjects.add(nameOf(operands[0]) ?? '');
        break;
      case 'k':
      case 'K':
        cmyk = true;
        break;
      case 'cs':
      case 'CS':
        cmyk ||= nameOf(operands[0]) === 'DeviceCMYK';
        break;
      default:
        break;
    }
  };
  const lexer = createLexer(bytes);
  let operands: PdfObject[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isKeyword(token)) operands.push(token);
    else {
      operate(token.word, operands);
      operands = [];
    }
  }
  if (stack.length > 0) misnested.push('marked content that does not end');
  return { marks, unmarked, misnested, codes, xobjects, depth, cmyk };
}

function addCodes(codes: Set<number>, part: PdfObject): void {
  if (kindOf(part) !== 'text') return;
  const { bytes } = part as Text;
  for (let i = 0; i + 1 < bytes.length; i += 2) codes.add((bytes[i]! << 8) | bytes[i + 1]!);
}
