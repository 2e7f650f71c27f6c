/** Finds the parts of a workbook by their relationships (ECMA-376 part 2, 9.3), never by guessed names. */
import { childrenOf, type Element, parseXml } from './xml.ts';
import { type Parts, partText } from './zip.ts';

export interface Relationship {
  readonly id: string;
  /** Last word of its type: `worksheet`, `table`, `hyperlink`. */
  readonly kind: string;
  /** Name of the part; the address itself when external. */
  readonly target: string;
  readonly external: boolean;
}

export interface SheetPart {
  readonly name: string;
  readonly part: string;
}

export function relationshipsPart(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** Relationships of a part; '' for those of the package. */
export function relationshipsOf(parts: Parts, part: string): readonly Relationship[] {
  const root = parseXml(partText(parts, relationshipsPart(part)) ?? '');
  if (!root) return [];
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return childrenOf(root, 'Relationship').map(({ attributes }) => {
    const { Id = '', Type = '', Target = '', TargetMode } = attributes;
    const external = TargetMode === 'External';
    return {
      id: Id,
      kind: Type.slice(Type.lastIndexOf('/') + 1),
      target: external ? Target : resolve(folder, Target),
      external,
    };
  });
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

export function workbookPart(parts: Parts): string | undefined {
  return relationshipsOf(parts, '').find((each) => each.kind === 'officeDocument')?.target;
}

/** Sheets in the order of their tabs. */
export function sheetParts(parts: Parts, workbook: string, root: Element): readonly SheetPart[] {
  const targets = new Map(relationshipsOf(parts, workbook).map((each) => [each.id, each.target]));
  return childrenOf(root, 'sheets')
    .flatMap((sheets) => childrenOf(sheets, 'sheet'))
    .map(({ attributes }) => ({
      name: attributes.name ?? '',
      part: targets.get(attributes['r:id'] ?? '') ?? '',
    }));
}
