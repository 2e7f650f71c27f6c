/** Rules on the file as such: ISO 19005-3, 6.1 and 6.5. */
import { isArray, kindOf, nameOf, type PdfObject, type Stream, type Text } from '../objects.ts';
import { dictOf } from '../reader.ts';
import type { Rule } from '../rule.ts';
import { allObjects } from '../subject.ts';

const FILTERS = new Set([
  'ASCIIHexDecode',
  'ASCII85Decode',
  'FlateDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'DCTDecode',
  'JPXDecode',
]);

const FORBIDDEN_ACTIONS = new Set([
  'Launch',
  'Sound',
  'Movie',
  'ResetForm',
  'ImportData',
  'Hide',
  'SetOCGState',
  'Rendition',
  'Trans',
  'GoTo3DView',
  'JavaScript',
]);

export const FILE_RULES: readonly Rule[] = [
  {
    id: 'header',
    title: 'The file begins with its version and a comment of four bytes above 127',
    clause: 'ISO 19005-3, 6.1.2',
    *check({ reader: { bytes } }) {
      const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
      if (!/^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(head))
        yield 'The header is not that of a PDF 1 file with binary content.';
    },
  },
  {
    id: 'identifier',
    title: 'The trailer holds a file identifier',
    clause: 'ISO 19005-3, 6.1.3',
    *check({ reader }) {
      const [first] = reader.array(reader.trailer, 'ID');
      if (kindOf(first) !== 'text' || (first as Text).bytes.length === 0)
        yield 'The trailer has no file identifier.';
    },
  },
  {
    id: 'encryption',
    title: 'The file is not encrypted',
    clause: 'ISO 19005-3, 6.1.3',
    *check({ reader }) {
      if (reader.get(reader.trailer, 'Encrypt') !== undefined) yield 'The file is encrypted.';
    },
  },
  {
    id: 'streams',
    title: 'Streams are as long as they say and stay inside the file',
    clause: 'ISO 19005-3, 6.1.7.1',
    *check(subject) {
      const { bytes } = subject.reader;
      for (const { id, object } of allObjects(subject)) {
        if (kindOf(object) !== 'stream') continue;
        const { raw, dict } = object as Stream;
        const end = raw.byteOffset - bytes.byteOffset + raw.length;
        if (!/^\r?\nendstream/.test(Buffer.from(bytes.subarray(end, end + 11)).toString('latin1')))
          yield `The stream of object ${id} does not end where its length says.`;
        for (const key of ['F', 'FFilter', 'FDecodeParms'])
          if (dict.entries.has(key)) yield `The stream of object ${id} lies outside the file (${key}).`;
      }
    },
  },
  {
    id: 'filters',
    title: 'Streams use the standard filters without LZW and encryption',
    clause: 'ISO 19005-3, 6.1.7.2',
    *check(subject) {
      for (const { id, object } of allObjects(subject)) {
        if (kindOf(object) !== 'stream') continue;
        const filter = subject.reader.get(object, 'Filter');
        for (const each of isArray(filter) ? filter : filter === undefined ? [] : [filter]) {
          const name = nameOf(subject.reader.resolve(each)) ?? '';
          if (!FILTERS.has(name)) yield `The stream of object ${id} uses the filter ${name}.`;
        }
      }
    },
  },
  {
    id: 'actions',
    title: 'Actions only go to places',
    clause: 'ISO 19005-3, 6.5.1',
    *check(subject) {
      const { reader } = subject;
      for (const { id, object } of allObjects(subject)) {
        if (dictOf(object)?.entries.has('AA')) yield `Object ${id} has additional actions.`;
        for (const action of [object, reader.get(object, 'A')]) {
          const name = nameOf(reader.get(action, 'S')) ?? '';
          const isAction =
            reader.get(action, 'Type') === undefined || nameOf(reader.get(action, 'Type')) === 'Action';
          if (isAction && FORBIDDEN_ACTIONS.has(name)) yield `Object ${id} has an action of type ${name}.`;
        }
      }
    },
  },
  {
    id: 'colour',
    title: 'Colours are those of the output intent, which is RGB',
    clause: 'ISO 19005-3, 6.2.4.3',
    *check(subject) {
      for (const page of subject.pages)
        if (page.content.cmyk) yield `Page ${page.number} paints in DeviceCMYK.`;
      for (const { id, object } of allObjects(subject))
        if (usesCmyk(subject.reader.get(object, 'ColorSpace'))) yield `Object ${id} is in DeviceCMYK.`;
    },
  },
  {
    id: 'nesting',
    title: 'At most 28 graphics states are saved at once',
    clause: 'ISO 19005-3, 6.1.13',
    *check({ pages }) {
      for (const { number, content } of pages)
        if (content.depth > 28) yield `Page ${number} saves ${content.depth} graphics states at once.`;
    },
  },
  {
    id: 'images',
    title: 'Images are not smoothed, have no alternates and no print-shop entries',
    clause: 'ISO 19005-3, 6.2.8',
    *check(subject) {
      const { reader } = subject;
      for (const { id, object } of allObjects(subject)) {
        if (nameOf(reader.get(object, 'Subtype')) !== 'Image') continue;
        if (reader.get(object, 'Interpolate') === true)
          yield `The image in object ${id} asks to be smoothed.`;
        for (const key of ['Alternates', 'OPI'])
          if (dictOf(object)?.entries.has(key)) yield `The image in object ${id} has ${key}.`;
      }
    },
  },
];

function usesCmyk(space: PdfObject | undefined): boolean {
  if (nameOf(space) === 'DeviceCMYK') return true;
  return isArray(space) && space.some((part) => nameOf(part) === 'DeviceCMYK');
}
