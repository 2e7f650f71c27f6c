/** The document properties of a workbook: core (part 2, 11), extended and custom (part 1, 22.2 and 22.3). */
import type { Lang } from '../../model/publication.ts';
import { type Element, element, writePart } from '../package/xml.ts';
import type { PlacedBook } from '../placed.ts';

export interface WorkbookProperties {
  readonly title: string;
  readonly subject?: string;
  readonly creator: string;
  readonly keywords?: string;
  /** ISO day or instant; the only date in the file. */
  readonly date: string;
  /** Edition, revision of the data, template …, by name. */
  readonly custom: Readonly<Record<string, string>>;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

export function corePart(properties: WorkbookProperties, lang: Lang): string {
  const date = instantOf(properties.date);
  const when = (name: string): Element => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, [date]);
  const namespaces = {
    'xmlns:cp': PACKAGE,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const { subject, keywords } = properties;
  return writePart(
    element('cp:coreProperties', namespaces, [
      element('dc:title', {}, [properties.title]),
      ...(subject ? [element('dc:subject', {}, [subject])] : []),
      element('dc:creator', {}, [properties.creator]),
      ...(keywords ? [element('cp:keywords', {}, [keywords])] : []),
      element('dc:language', {}, [lang]),
      element('cp:lastModifiedBy', {}, [properties.creator]),
      when('dcterms:created'),
      when('dcterms:modified'),
    ]),
  );
}

function instantOf(date: string): string {
  return `${new Date(date).toISOString().slice(0, 19)}Z`;
}

export function appPart(book: PlacedBook): string {
  const names = book.sheets.map((sheet) => element('vt:lpstr', {}, [sheet.name]));
  const count = String(names.length);
  const pairs = element('vt:vector', { size: '2', baseType: 'variant' }, [
    element('vt:variant', {}, [element('vt:lpstr', {}, ['Worksheets'])]),
    element('vt:variant', {}, [element('vt:i4', {}, [count])]),
  ]);
  return writePart(
    element(
      'Properties',
      { xmlns: `${OFFICE}/extended-properties`, 'xmlns:vt': `${OFFICE}/docPropsVTypes` },
      [
        element('Application', {}, ['Microsoft Excel']),
        element('HeadingPairs', {}, [pairs]),
        element('TitlesOfParts', {}, [element('vt:vector', { size: count, baseType: 'lpstr' }, names)]),
        element('AppVersion', {}, ['16.0300']),
      ],
    ),
  );
}

/** Every custom property is a text of this format. */
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

export function customPart(custom: WorkbookProperties['custom']): string {
  const properties = Object.keys(custom)
    .sort()
    .map((name, index) =>
      element('property', { fmtid: FORMAT_ID, pid: String(index + 2), name }, [
        element('vt:lpwstr', {}, [custom[name]!]),
      ]),
    );
  const namespaces = { xmlns: `${OFFICE}/custom-properties`, 'xmlns:vt': `${OFFICE}/docPropsVTypes` };
  return writePart(element('Properties', namespaces, properties));
}
