/** Rules on catalog and metadata: ISO 14289-1, 5 and 7.1; ISO 19005-3, 6.2.3 and 6.6. */
import { isName, kindOf, nameOf, stringOf } from '../objects.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const CATALOG_RULES: readonly Rule[] = [
  {
    id: 'marked',
    title: 'The document says that it is tagged',
    clause: 'ISO 14289-1, 7.1',
    *check({ reader, catalog }) {
      if (reader.get(catalog, 'MarkInfo', 'Marked') !== true)
        yield 'The catalog does not say that the document is tagged.';
      if (reader.get(catalog, 'StructTreeRoot') === undefined) yield 'The document has no structure tree.';
    },
  },
  {
    id: 'suspects',
    title: 'The tags are not in doubt',
    clause: 'ISO 14289-1, 7.1',
    matterhorn: '01-007',
    *check({ reader, catalog }) {
      if (reader.get(catalog, 'MarkInfo', 'Suspects') === true) yield 'The catalog calls its tags doubtful.';
    },
  },
  {
    id: 'language',
    title: 'The document has a language',
    clause: 'ISO 14289-1, 7.2',
    matterhorn: '11-001',
    *check({ reader, catalog, structure }) {
      const lang = stringOf(reader.get(catalog, 'Lang'));
      if (lang === undefined || !isLanguage(lang)) yield `The language of the document is "${lang ?? ''}".`;
      for (const element of structure.elements) {
        const own = stringOf(reader.get(element.object, 'Lang'));
        if (own !== undefined && !isLanguage(own)) yield `A ${element.role} has the language "${own}".`;
      }
    },
  },
  {
    id: 'display-title',
    title: 'Readers show the title, not the name of the file',
    clause: 'ISO 14289-1, 7.1',
    matterhorn: '07-001',
    *check({ reader, catalog }) {
      if (reader.get(catalog, 'ViewerPreferences', 'DisplayDocTitle') !== true)
        yield 'The viewer preferences do not ask for the title.';
    },
  },
  {
    id: 'output-intent',
    title: 'The output intent holds a colour profile',
    clause: 'ISO 19005-3, 6.2.3',
    *check({ reader, catalog }) {
      const intents = reader
        .array(catalog, 'OutputIntents')
        .filter((intent) => isName(reader.get(intent, 'S'), 'GTS_PDFA1'));
      if (intents.length === 0) yield 'The document has no output intent for PDF/A.';
      for (const intent of intents)
        if (kindOf(reader.get(intent, 'DestOutputProfile')) !== 'stream')
          yield 'The output intent has no colour profile.';
    },
  },
  {
    id: 'metadata',
    title: 'The document has well-formed XMP metadata',
    clause: 'ISO 19005-3, 6.6.2.1',
    matterhorn: '06-001',
    *check({ xmp }) {
      if (!xmp) yield 'The document has no metadata.';
      else if (xmp.fault !== undefined) yield `The metadata is no well-formed XML: ${xmp.fault}.`;
    },
  },
  {
    id: 'pdfa-identification',
    title: 'The metadata declares PDF/A-3a',
    clause: 'ISO 19005-3, 6.6.4',
    *check(subject) {
      if (property(subject, 'pdfaid:part') !== '3' || property(subject, 'pdfaid:conformance') !== 'A')
        yield 'The metadata does not declare PDF/A-3a.';
    },
  },
  {
    id: 'pdfua-identification',
    title: 'The metadata declares PDF/UA-1',
    clause: 'ISO 14289-1, 5',
    matterhorn: '06-002',
    *check(subject) {
      if (property(subject, 'pdfuaid:part') !== '1') yield 'The metadata does not declare PDF/UA-1.';
    },
  },
  {
    id: 'extension-schema',
    title: 'The metadata describes the schema of PDF/UA, which PDF/A does not know',
    clause: 'ISO 19005-3, 6.6.2.3.1',
    *check({ xmp }) {
      if (!xmp?.properties.get('pdfaSchema:namespaceURI')?.includes('http://www.aiim.org/pdfua/ns/id/'))
        yield 'The metadata does not describe the schema pdfuaid.';
    },
  },
  {
    id: 'title',
    title: 'The metadata holds the title',
    clause: 'ISO 14289-1, 7.1',
    matterhorn: '06-003',
    *check(subject) {
      if (!property(subject, 'dc:title')?.trim()) yield 'The metadata has no title.';
    },
  },
  {
    id: 'info',
    title: 'Metadata and information dictionary say the same',
    clause: 'ISO 32000-1, 14.3.3',
    *check(subject) {
      const { reader } = subject;
      const pairs = [
        ['Title', 'dc:title'],
        ['Author', 'dc:creator'],
        ['Subject', 'dc:description'],
        ['Keywords', 'pdf:Keywords'],
        ['Producer', 'pdf:Producer'],
      ] as const;
      for (const [key, name] of pairs) {
        const [info, xmp] = [stringOf(reader.get(reader.trailer, 'Info', key)), property(subject, name)];
        if (info !== undefined && info !== xmp) yield `${key} is "${info}", but ${name} is "${xmp ?? ''}".`;
      }
    },
  },
  {
    id: 'attachments',
    title: 'Attached files have a name, a type and a relationship, and belong to the document',
    clause: 'ISO 19005-3, 6.8',
    matterhorn: '21-001',
    *check({ reader, catalog }) {
      const associated = reader.array(catalog, 'AF').map(reader.resolve);
      const names = reader.array(catalog, 'Names', 'EmbeddedFiles', 'Names');
      for (const value of names.filter((_, i) => i % 2 === 1)) {
        const spec = reader.resolve(value);
        const name = stringOf(reader.get(spec, 'UF')) ?? '';
        if (name === '' || stringOf(reader.get(spec, 'F')) === undefined)
          yield 'An attached file has no name.';
        if (nameOf(reader.get(spec, 'AFRelationship')) === undefined)
          yield `The attached file "${name}" has no relationship.`;
        if (!nameOf(reader.get(spec, 'EF', 'F', 'Subtype'))?.includes('/'))
          yield `The attached file "${name}" has no MIME type.`;
        if (reader.get(spec, 'EF', 'F', 'Params', 'ModDate') === undefined)
          yield `The attached file "${name}" has no date.`;
        if (!associated.includes(spec))
          yield `The attached file "${name}" is not associated with the document.`;
      }
    },
  },
];

function property({ xmp }: Subject, name: string): string | undefined {
  return xmp?.properties.get(name)?.join('');
}

/** The form of BCP 47, which ISO 14289-1, 7.2 asks for. */
function isLanguage(tag: string): boolean {
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag);
}
