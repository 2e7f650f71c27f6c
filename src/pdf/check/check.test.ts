import { beforeAll, expect, test } from 'vitest';
import { paintPdf } from '../index.ts';
import { el, layOut, OPTIONS } from '../testing.ts';
import { checkPdf, PDF_RULES } from './index.ts';
import { withFault } from './testing.ts';

/** A document in which every rule has something to look at. */
const BODY = el(
  'body',
  {},
  el('h1', { id: 'top' }, 'Park'),
  el('h2', {}, 'Area'),
  el(
    'p',
    {},
    'See ',
    el('a', { href: '#top' }, 'above'),
    ', ',
    el('a', { href: 'https://example.org/' }, 'outside'),
    el('footnote', {}, 'A note'),
  ),
  el('svg', { alt: 'A triangle' }),
  el('ul', {}, el('li', {}, el('::marker', {}, '•'), 'one')),
  el(
    'table',
    {},
    el('tr', {}, el('th', {}, 'a'), el('th', {}, 'b')),
    el('tr', {}, el('td', {}, '1'), el('td', {}, '2')),
  ),
);

let sound: Uint8Array;

beforeAll(async () => {
  const attachment = {
    name: 'park.yaml',
    bytes: new TextEncoder().encode('a: 1\n'),
    mime: 'application/yaml',
    description: 'Data',
    date: '2025-06-01',
    relationship: 'Source',
  } as const;
  const { value } = await paintPdf(layOut(BODY), {
    ...OPTIONS,
    author: 'Someone',
    attachments: [attachment],
  });
  sound = value!;
});

test('a sound file breaks no rule, as painted and written anew', () => {
  expect(checkPdf(sound)).toEqual([]);
  expect(checkPdf(withFault(sound, (source) => source))).toEqual([]);
});

/** One fault per rule: what is replaced in the source of the objects, and what the finding says. */
const FAULTS: readonly (readonly [rule: string, from: RegExp, to: string, message: RegExp])[] = [
  ['streams', /\nendstream/, 'more\nendstream', /does not end where its length says/],
  [
    'filters',
    /\/Subtype \/application#2fyaml/,
    '/Subtype /application#2fyaml /Filter /LZWDecode',
    /LZWDecode/,
  ],
  ['actions', /\/S \/URI/, '/S /Launch', /Launch/],
  ['colour', /0 0 0 rg|0\.471 0\.471 0\.471 rg/, '0 0 0 1 k', /DeviceCMYK/],
  ['nesting', /\/H1 <<\/MCID 0>> BDC/, `${'q '.repeat(29)}/H1 <</MCID 0>> BDC`, /graphics states at once/],
  ['images', /\/Subtype \/application#2fyaml/, '/Subtype /Image /Interpolate true', /smoothed/],
  ['marked', /\/Marked true/, '/Marked false', /tagged/],
  ['suspects', /\/Marked true/, '/Marked true /Suspects true', /doubtful/],
  ['language', /\/Lang <656e>/, '/Lang <>', /language of the document is ""/],
  ['display-title', /\/DisplayDocTitle true/, '/DisplayDocTitle false', /title/],
  ['output-intent', /\/S \/GTS_PDFA1/, '/S /GTS_PDFX', /output intent/],
  ['metadata', /<dc:title>/, '<dc:titel>', /well-formed/],
  ['pdfa-identification', /<pdfaid:part>3/, '<pdfaid:part>2', /PDF\/A-3a/],
  ['pdfua-identification', /<pdfuaid:part>1/, '<pdfuaid:part>9', /PDF\/UA-1/],
  ['extension-schema', /<pdfaSchema:namespaceURI>http/, '<pdfaSchema:namespaceURI>xttp', /pdfuaid/],
  ['title', /x-default">Test/, 'x-default">    ', /no title/],
  ['info', /<rdf:li>Someone/, '<rdf:li>Another', /Author is "Someone"/],
  ['attachments', /\/AFRelationship \/Source/, '', /no relationship/],
  ['attachments', /\/AF \[[^\]]*\]/, '', /not associated/],
  ['embedded', /\/FontFile2/, '/FontFile9', /not embedded/],
  ['glyph-map', /\/CIDToGIDMap \/Identity/, '', /CIDToGIDMap/],
  ['unicode', /\/ToUnicode \d+ 0 R/, '', /no ToUnicode/],
  ['unicode', /<0001><0050>/, '<0001><0000>', /no character/],
  ['unicode', /<0001><0050>/, '<ffff><0050>', /Code 1 .* no Unicode value/],
  ['notdef', /Tm\n\(../, 'Tm\n(\0\0', /\.notdef/],
  ['widths', /\/W \[0 \[[\d.]+ [\d.]+/, '/W [0 [500 1', /wide, not 1/],
  ['content-marked', /\/H1 <<\/MCID 0>> BDC/, '/H1 <<        >> BDC', /outside tags/],
  [
    'marks-nested',
    /\/H1 <<\/MCID 0>> BDC/,
    '/Artifact BMC /H1 <</MCID 0>> BDC',
    /tagged content inside an artifact/,
  ],
  ['parent-tree', /\/P <<\/MCID 2>> BDC/, '/P <</MCID 1>> BDC', /twice/],
  ['roles', /\/S \/H2/, '/S /Heading', /Heading is no standard/],
  ['table-structure', /\/S \/LBody/, '/S /P', /A LI holds a P/],
  ['headings', /\/S \/H2/, '/S /H3', /H3 follows H1/],
  ['headings', /\/S \/H1/, '/S /P', /first heading is H2/],
  ['table-headers', /\/Scope \/Column/g, '', /no scope/],
  ['table-headers', /\/S \/TH/g, '/S /TD', /no header cells/],
  ['table-regular', /\/O \/Table \/Scope \/Column/, '/O /Table /Scope /Column /ColSpan 2', /3 and 2 columns/],
  ['figures', /\/Alt <[0-9a-f]*>/, '', /Figure has no alternative/],
  ['notes', /\/ID <6e6f7465[0-9a-f]*>/, '', /no identifier/],
  ['tab-order', /\/Tabs \/S/, '', /tab order/],
  ['link-tagged', /\/S \/Link/, '/S /Span', /not inside a Link/],
  ['link-contents', /\/Contents <61626f7665>/, '/Contents <>', /no description/],
  ['annotation-flags', /\/F 4/, '/F 6', /hidden/],
  ['link-targets', /\/Dest \[\d+ 0 R/, '/Dest [9999 0 R', /leads nowhere/],
];

test.each(FAULTS)('%s: %s', (rule, from, to, message) => {
  let isPlanted = false;
  const broken = withFault(sound, (source) => {
    if (isPlanted && !from.global) return source;
    const edited = source.replace(from, to);
    if (edited === source) return source;
    isPlanted = true;
    // Only the fault meant: streams keep a length that is right.
    if (rule === 'streams') return edited;
    return edited.replace(
      /\/Length \d+(>>| \/)/,
      (_, end: string) => `/Length ${streamLength(edited)}${end}`,
    );
  });
  expect(isPlanted).toBe(true);
  const findings = checkPdf(broken).filter((finding) => finding.rule === rule);
  expect(findings.map((finding) => finding.message).join('\n')).toMatch(message);
});

function streamLength(source: string): number {
  const body = /\nstream\n([\s\S]*)\nendstream$/.exec(source);
  return body?.[1]?.length ?? 0;
}

test('faults outside the objects', () => {
  const edited = (edit: (text: string) => string): readonly string[] =>
    checkPdf(
      new Uint8Array(Buffer.from(edit(Buffer.from(withFault(sound, (s) => s)).toString('latin1')), 'latin1')),
    ).map(({ rule }) => rule);
  expect(edited((file) => file.replace('%PDF-1.7', '%PDF-2.0'))).toEqual(['header']);
  expect(edited((file) => file.replace(/\/ID \[[^\]]*\]/, ''))).toEqual(['identifier']);
  expect(edited((file) => file.replace(/\/ID \[/, '/Encrypt <</V 1>> /ID ['))).toEqual(['encryption']);
  expect(edited((file) => file.slice(0, -30))).toEqual(['readable']);
  expect(edited((file) => file.replace(/startxref\n\d/, 'startxref\n9'))).toEqual(['readable']);
});

test('every rule has a fault that it finds', () => {
  const outside = ['header', 'identifier', 'encryption'];
  expect(new Set([...FAULTS.map(([rule]) => rule), ...outside])).toEqual(
    new Set(PDF_RULES.map(({ id }) => id)),
  );
});

test('rules name their clause', () => {
  for (const { clause, matterhorn } of PDF_RULES) {
    expect(clause).toMatch(/^ISO (14289-1|19005-3|32000-1), \d+(\.\d+)*$/);
    if (matterhorn !== undefined) expect(matterhorn).toMatch(/^\d\d-\d\d\d$/);
  }
});
