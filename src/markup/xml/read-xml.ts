/**
 * Reads XML into a tree with places. Promises: every fault is reported where it stands; whatever can be read
 * despite faults is read; size and depth are bounded; no entity is ever defined by a document.
 */
import { SaxesParser } from 'saxes';
import type { Merged } from '../../template/merged.ts';
import { type Fault, originBetween } from '../fault.ts';
import { wordingFor } from './messages.ts';
import { type BadReference, type DecodedText, decode } from './references.ts';
import type { SourceAttribute, SourceElement } from './source-tree.ts';
import {
  newTagMemory,
  reportReference,
  reportStray,
  reportUnclosed,
  type Stray,
  type TagMemory,
} from './tag-faults.ts';

/** Far beyond any brochure; layout recurses over the tree, so that depth must be bounded here. */
export const limits = { characters: 16_000_000, elements: 400_000, depth: 100 };

/** How often a stray end tag is taken out and the document read again. */
const maximumRepairs = 20;

interface SourceDocument {
  readonly root: SourceElement;
  /** False where tags did not fit: the tree is a guess, and its structure is not worth judging. */
  readonly wellFormed: boolean;
}

/** Reads the merged text. The value is undefined when there is no root element or a limit is passed. */
export function readXml(merged: Merged, fault: Fault): SourceDocument | undefined {
  if (merged.text.length > limits.characters) {
    fault('M008', merged.originAt(0), `the document has more than ${limits.characters} characters`, {
      help: 'split it into several publications',
    });
    return undefined;
  }
  let text = merged.text;
  const excused = new Set<number>();
  const memory = newTagMemory();
  for (let repair = 0; ; repair += 1) {
    const { root, stray, wellFormed } = readOnce(merged, text, { excused, memory }, fault);
    if (stray === undefined || repair === maximumRepairs) return root && { root, wellFormed };
    // The end tag closes nothing. Blanked out, it leaves every other offset as it was.
    text = text.slice(0, stray.start) + ' '.repeat(stray.end - stray.start) + text.slice(stray.end);
    if (stray.closes !== undefined) excused.add(stray.closes);
  }
}

/** What one reading has come to. */
interface Reading {
  root: SourceElement | undefined;
  stray: Stray | undefined;
  wellFormed: boolean;
  /** A limit was passed: nothing more is read. */
  stopped: boolean;
  count: number;
  /** The elements that are open, outermost first. */
  readonly open: SourceElement[];
}

/** What earlier readings have told. */
interface Earlier {
  /** Starts of elements whose end tag was misspelt and reported. */
  readonly excused: ReadonlySet<number>;
  readonly memory: TagMemory;
}

function readOnce(merged: Merged, text: string, earlier: Earlier, fault: Fault): Reading {
  const reading: Reading = {
    root: undefined,
    stray: undefined,
    wellFormed: earlier.excused.size === 0,
    stopped: false,
    count: 0,
    open: [],
  };
  const parser = new SaxesParser({ xmlns: false, position: false });
  const offset = text.startsWith('\ufeff') ? 1 : 0;
  const position = () => parser.position + offset;
  const idle = () => reading.stopped || reading.stray !== undefined;
  const onBad = (bad: BadReference) => reportReference(bad, merged, fault);
  let attributes: SourceAttribute[] = [];
  /** The names of the attributes: a tag may have thousands. */
  let attributeNames = new Set<string>();
  let tagStart = 0;
  /** Where the last markup ended, and text may have begun. */
  let markupEnd = 0;

  parser.on('opentagstart', () => {
    tagStart = text.lastIndexOf('<', position() - 1);
    attributes = [];
    attributeNames = new Set();
  });
  parser.on('attribute', ({ name }) => {
    const attribute = idle() ? undefined : attributeAt(text, name, position(), onBad);
    if (attribute === undefined) return;
    if (!attributeNames.has(name)) {
      attributeNames.add(name);
      attributes.push(attribute);
    } else {
      const origin = originBetween(merged, attribute.start, attribute.end);
      fault('M004', origin, `the attribute ${name} is written twice`, { help: 'keep one of them' });
    }
  });
  parser.on('opentag', ({ name }) => {
    markupEnd = position();
    if (!idle())
      openElement(
        reading,
        elementOf(name, attributes, reading.open.at(-1), tagStart, markupEnd),
        merged,
        fault,
      );
  });
  parser.on('closetag', ({ name }) => {
    const end = position();
    markupEnd = end;
    if (!idle()) closeElement(reading, name, endTagBefore(text, end), earlier, merged, fault);
  });
  parser.on('text', () => {
    const end = position() - 1;
    const parent = reading.open.at(-1);
    if (idle() || parent === undefined || end <= markupEnd) return;
    parent.children.push({ kind: 'text', value: decode(text, markupEnd, end, onBad) });
  });
  parser.on('cdata', () => {
    const end = position() - 3;
    const start = text.lastIndexOf('<![CDATA[', end) + 9;
    markupEnd = position();
    const value: DecodedText = { text: text.slice(start, end), offsetAt: (at) => start + at };
    if (!idle() && value.text !== '') reading.open.at(-1)?.children.push({ kind: 'text', value });
  });
  parser.on('comment', () => {
    // Told of at "--", before the end.
    const end = text.indexOf('-->', position() - 2);
    markupEnd = end < 0 ? text.length : end + 3;
  });
  parser.on('processinginstruction', ({ target }) => {
    markupEnd = position();
    const origin = originBetween(merged, text.lastIndexOf('<?', markupEnd), markupEnd);
    if (!idle())
      fault('M007', origin, `the processing instruction <?${target} …?> does nothing here`, {
        help: 'remove it',
      });
  });
  parser.on('doctype', (doctype) => {
    markupEnd = position();
    if (!idle()) checkDoctype(doctype, text.lastIndexOf('<!DOCTYPE', markupEnd), markupEnd, merged, fault);
  });
  parser.on('error', ({ message }) => {
    const wording = idle() ? undefined : wordingFor(message);
    if (wording === undefined) return;
    reading.wellFormed = false;
    fault('M001', merged.originAt(Math.max(0, position() - 1)), wording.message, { help: wording.help });
  });
  // The parser sees no references: they are decoded from the text itself, which keeps their places.
  parser.write(text.slice(offset).replaceAll('&', '+')).close();
  if (!idle()) finish(reading, earlier, merged, fault);
  return reading.stopped ? { ...reading, root: undefined } : reading;
}

function openElement(reading: Reading, element: SourceElement, merged: Merged, fault: Fault): void {
  const { open } = reading;
  reading.count += 1;
  const excess =
    reading.count > limits.elements
      ? `${limits.elements} elements`
      : open.length >= limits.depth && `${limits.depth} elements within each other`;
  if (excess) {
    const origin = originBetween(merged, element.start, element.end);
    fault('M008', origin, `the document has more than ${excess}`, {
      help: 'make it simpler, or split it into several publications',
    });
    reading.stopped = true;
    return;
  }
  const { parent } = element;
  if (parent !== undefined) {
    parent.children.push(element);
    parent.elements.push(element);
    parent.typeCounts.set(element.name, element.typeIndex + 1);
  }
  reading.root ??= element;
  open.push(element);
}

/** A tag with its name and place. */
interface EndTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The end tag that ends at `end`; undefined where an empty element (`<br/>`) ends there. */
function endTagBefore(text: string, end: number): EndTag | undefined {
  const start = text.lastIndexOf('<', end - 1);
  return text.startsWith('</', start)
    ? { name: text.slice(start + 2, end - 1).trim(), start, end }
    : undefined;
}

/** Closes the innermost element, called `name`, because of a tag that may be another element's. */
function closeElement(
  reading: Reading,
  name: string,
  tag: EndTag | undefined,
  { excused, memory }: Earlier,
  merged: Merged,
  fault: Fault,
): void {
  const { open } = reading;
  if (tag === undefined || tag.name === name) {
    open.pop();
    return;
  }
  reading.wellFormed = false;
  if (!open.some((element) => element.name === tag.name)) {
    reading.stray = reportStray(tag, open, merged, fault, memory);
    return;
  }
  const element = open.pop();
  if (element !== undefined && !excused.has(element.start))
    reportUnclosed(element, merged, fault, memory, tag);
}

function finish(reading: Reading, { excused, memory }: Earlier, merged: Merged, fault: Fault): void {
  for (const element of reading.open.toReversed()) {
    reading.wellFormed = false;
    if (!excused.has(element.start)) reportUnclosed(element, merged, fault, memory);
  }
}

function checkDoctype(doctype: string, start: number, end: number, merged: Merged, fault: Fault): void {
  if (doctype.trim().toLowerCase() === 'html') return;
  const defines = doctype.includes('[');
  const message = defines
    ? 'a document cannot define entities or elements of its own'
    : 'a doctype that is not html';
  fault('M005', originBetween(merged, start, end), message, {
    help: 'write <!DOCTYPE html>, or leave it out',
  });
}

const NO_CLASSES: readonly string[] = [];

function written(attributes: readonly SourceAttribute[], wanted: string): string | undefined {
  for (const { name, value } of attributes) if (name === wanted) return value.text;
  return undefined;
}

function elementOf(
  name: string,
  attributes: readonly SourceAttribute[],
  parent: SourceElement | undefined,
  start: number,
  end: number,
): SourceElement {
  const classes = written(attributes, 'class');
  return {
    kind: 'element',
    name,
    attributes,
    id: written(attributes, 'id'),
    classes: classes?.split(/[\t\n\r ]+/).filter((word) => word !== '') ?? NO_CLASSES,
    parent,
    index: parent?.elements.length ?? 0,
    typeIndex: parent?.typeCounts.get(name) ?? 0,
    children: [],
    elements: [],
    typeCounts: new Map(),
    start,
    end,
  };
}

/** The attribute whose value ends before `end`; undefined where the value has no quotes (reported already). */
function attributeAt(
  text: string,
  name: string,
  end: number,
  onBad: (bad: BadReference) => void,
): SourceAttribute | undefined {
  const quote = text[end - 1];
  if (quote !== '"' && quote !== "'") return undefined;
  const valueStart = text.lastIndexOf(quote, end - 2) + 1;
  const start = text.lastIndexOf(name, valueStart - 2);
  return { name, value: decode(text, valueStart, end - 1, onBad), start, end };
}
