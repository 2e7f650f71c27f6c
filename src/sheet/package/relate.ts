/** Relationships and content types (ECMA-376 part 2, 9.3 and 10.1.2), written. */
import { relationshipsPart } from './workbook-parts.ts';
import { element, parseXml, writePart } from './xml.ts';
import { type Parts, partText, setPart } from './zip.ts';

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const CONTENT_TYPES = '[Content_Types].xml';

/** `part` is '' for the package. An external target is an address, others are names of parts. */
export function addRelationship(
  parts: Parts,
  part: string,
  id: string,
  type: string,
  target: string,
  external = false,
): void {
  const name = relationshipsPart(part);
  const empty = element('Relationships', {
    xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships',
  });
  const root = parseXml(partText(parts, name) ?? '') ?? empty;
  const mode: Record<string, string> = external ? { TargetMode: 'External' } : {};
  root.children.push(element('Relationship', { Id: id, Type: type, Target: target, ...mode }));
  setPart(parts, name, writePart(root));
}

/** The type of one part, whatever its ending says. */
export function addContentType(parts: Parts, name: string, type: string): void {
  const types = parseXml(partText(parts, CONTENT_TYPES)!)!;
  types.children.push(element('Override', { PartName: `/${name}`, ContentType: type }));
  setPart(parts, CONTENT_TYPES, writePart(types));
}
