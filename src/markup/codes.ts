/** The messages of the markup phase: M for documents, C for style sheets. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';

export const markupCodes = {
  M001: {
    title: 'markup that is not well-formed',
    why: 'The dialect has XML syntax, so that a slip of the pen is found where it happened and not guessed away.',
    help: 'Mend the markup where the message points; mend the first one first, later ones may follow from it.',
  },
  M002: {
    title: 'tags that do not fit',
    why: 'An element that is not closed, or closed twice, would take in or lose what follows.',
    help: 'Give every start tag its end tag, in the opposite order; write empty elements as <br/>.',
  },
  M003: {
    title: 'a reference that means nothing',
    why: 'An "&" begins a reference. One that is not known would be printed as it stands, or lost.',
    help: 'Write &amp; for the sign itself, and characters such as – or € as they are.',
  },
  M004: {
    title: 'an attribute written twice',
    why: 'Only one of the two could count.',
    help: 'Keep the one that is meant.',
  },
  M005: {
    title: 'a doctype that is not html',
    why: 'Documents cannot define entities or elements of their own: one could blow up without end.',
    help: 'Write <!DOCTYPE html> or leave it out.',
  },
  M007: {
    title: 'a processing instruction',
    why: 'Nothing reads it, so whatever it asks for would be lost.',
    help: 'Remove it.',
  },
  M008: {
    title: 'a document beyond all measure',
    why: 'Size and depth are bounded, so that a faulty template cannot use up the machine.',
    help: 'Look for a loop in the template or the data; split what is really that large.',
  },
  M101: {
    title: 'unknown element',
    why: 'What is not in the vocabulary would be laid out by guessing.',
    help: 'Use an element of the vocabulary; for looks, a div or span with a class.',
  },
  M102: {
    title: 'unknown attribute',
    why: 'An attribute that is read by nobody usually is a typing mistake.',
    help: 'Use an attribute that the element has, or data-… for your own.',
  },
  M103: {
    title: 'a value that an attribute cannot have',
    why: 'It would be ignored.',
    help: 'Write a value of the kind that the message names.',
  },
  M104: {
    title: 'a missing attribute',
    why: 'The element says nothing without it.',
    help: 'Add it.',
  },
  M105: {
    title: 'an element where it cannot stand',
    why: 'Readers of the tagged file, and the layout, rely on HTML’s structure.',
    help: 'Move it to where the message says.',
  },
  M106: {
    title: 'a document without html, head or body',
    why: 'Language, title and styles have their place there.',
    help: 'Write <html lang="en"><head><title>…</title></head><body>…</body></html>.',
  },
  M107: {
    title: 'text where only elements can stand',
    why: 'It belongs to no cell, item or paragraph, and would be lost or out of place.',
    help: 'Put it into one of the elements that the message names.',
  },
  M108: {
    title: 'an element that can stand only once',
    why: 'Only one of the two could count.',
    help: 'Keep one.',
  },
  M109: {
    title: 'an id given twice',
    why: 'A link to it would lead to one of them by chance.',
    help: 'Give every element an id of its own; in a loop, make it from the datum.',
  },
  M110: {
    title: 'a link that leads nowhere',
    why: 'Nobody finds out until a reader clicks it.',
    help: 'Give the target this id, or mend the link.',
  },
  M201: {
    title: 'a document without a language',
    why: 'Screen readers, hyphenation and the choice of Chinese forms depend on it (PDF/UA-1, 7.2).',
    help: 'Write <html lang="en"> or <html lang="zh-Hans">.',
  },
  M202: {
    title: 'a document without a title',
    why: 'It is the first that a reader sees or hears (PDF/UA-1, 7.1).',
    help: 'Write <title>…</title> in the head.',
  },
  M203: {
    title: 'a heading level that is skipped',
    why: 'Headings are the map of a document for those who cannot see it (PDF/UA-1, 7.4.2).',
    help: 'Use the next level; how large it looks is a matter of CSS.',
  },
  M204: {
    title: 'a table without header cells',
    why: 'Without them nobody can tell what a cell means when it is read aloud (PDF/UA-1, 7.5).',
    help: 'Write header cells as <th>; arrange with CSS grid what is no table.',
  },
  M205: {
    title: 'a picture without a text alternative',
    why: 'Readers with a screen reader get the alternative instead (PDF/UA-1, 7.3).',
    help: 'Write alt="…" with what the picture tells; aria-hidden="true" for decoration.',
  },
  C001: {
    title: 'CSS that cannot be read',
    why: 'Browsers skip what they cannot read, with all that follows up to the next sign they know.',
    help: 'Mend it where the message points.',
  },
  C002: {
    title: 'a selector that cannot be read or is not supported',
    why: 'The rule would never apply.',
    help: 'Use the selectors that the documentation lists.',
  },
  C003: {
    title: 'unknown property',
    why: 'It would have no effect.',
    help: 'Use the nearest known property, or remove it.',
  },
  C004: {
    title: 'a value that a property cannot have',
    why: 'The declaration would have no effect.',
    help: 'Write a value of the kind that the message names.',
  },
  C005: {
    title: 'an at-rule that is not supported, or not where it stands',
    why: 'All that it holds would be lost.',
    help: 'Use @media, @import, @font-face and @page at the top of a style sheet.',
  },
  C006: {
    title: 'a variable without a value',
    why: 'The declaration that uses it would have no effect.',
    help: 'Declare it in :root, or give var() a second argument.',
  },
  C007: {
    title: 'a file that is not there',
    why: 'Without it the document looks different from what was designed.',
    help: 'Paths start from the file that names them; fonts of packages are written npm:<package>/<file>.',
  },
  C008: {
    title: 'a font face that cannot be used',
    why: 'Text would be set in another font.',
    help: 'Give font-family, src with a static TrueType or OpenType file, and one font-weight.',
  },
  C009: {
    title: 'a page rule that cannot be used',
    why: 'Pages would come out in another size or without their running lines.',
    help: 'Write @page name:first { size: A4; margin: 20mm; @bottom-center { content: counter(page) } }.',
  },
  C010: {
    title: 'a style sheet beyond all measure',
    why: 'Size is bounded, so that a faulty sheet cannot use up the machine.',
    help: 'Keep only the rules that the document needs.',
  },
  C011: {
    title: 'an import that cannot be followed',
    why: 'Browsers ignore imports after other rules, and imports that go round in circles never end.',
    help: 'Write imports first, and do not import a sheet from itself.',
  },
  C012: {
    title: 'a property that html cannot have',
    why: 'On paper the root element has no box of its own: pages take its place, and the property would have no effect.',
    help: 'Give it to `body`, or to `@page` if it is meant for every page.',
  },
} as const satisfies CodeTable;

export type MarkupCode = keyof typeof markupCodes;

/** Faults after which nothing sure is known of the document. All others leave it printable, with less in it or less done to it. */
const fatal: readonly MarkupCode[] = ['M001', 'M002', 'M005', 'M008', 'M106', 'C010'];

/** Faults that are warnings where finished documents, written for other engines, are tried. */
export const lenientCodes: ReadonlySet<string> = new Set(
  Object.keys(markupCodes).filter((code) => !fatal.some((each) => each === code)),
);
