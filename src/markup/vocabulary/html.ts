/** The HTML elements of the dialect, with HTML's content models (HTML §4). */
import { type ElementRule, empty, flow, inline, only, rule, textOnly } from './element.ts';
import {
  anyText,
  idValue,
  languageTag,
  linkTarget,
  oneOf,
  pixels,
  positiveWhole,
  someText,
  wholeNumber,
} from './values.ts';

const scope = oneOf('row', 'col', 'rowgroup', 'colgroup');
const cell = { colspan: positiveWhole, rowspan: positiveWhole, headers: someText };
const media = someText;

export const htmlElements: Readonly<Record<string, ElementRule>> = {
  html: rule('named', only('head', 'body'), { xmlns: oneOf('http://www.w3.org/1999/xhtml') }),
  head: rule('named', only('title', 'meta', 'link', 'style')),
  title: rule('named', textOnly),
  meta: rule('named', empty, { charset: oneOf('utf-8', 'UTF-8'), name: someText, content: anyText }),
  link: rule('named', empty, { rel: oneOf('stylesheet'), href: someText, media, type: oneOf('text/css') }, [
    'rel',
    'href',
  ]),
  style: rule('named', textOnly, { media, type: oneOf('text/css') }),
  body: rule('named', flow),

  section: rule('block', flow),
  article: rule('block', flow),
  header: rule('block', flow),
  footer: rule('block', flow),
  main: rule('block', flow),
  nav: rule('block', flow),
  aside: rule('block', flow),
  div: rule('block', flow),
  h1: rule('block', inline),
  h2: rule('block', inline),
  h3: rule('block', inline),
  h4: rule('block', inline),
  h5: rule('block', inline),
  h6: rule('block', inline),
  p: rule('block', inline),
  blockquote: rule('block', flow, { cite: someText }),
  hr: rule('block', empty),
  figure: rule('block', { kind: 'flow' }),
  figcaption: rule('named', flow),

  ul: rule('block', only('li')),
  ol: rule('block', only('li'), {
    start: wholeNumber,
    type: oneOf('1', 'a', 'A', 'i', 'I'),
    reversed: oneOf('reversed', ''),
  }),
  li: rule('named', flow, { value: wholeNumber }),
  dl: rule('block', only('dt', 'dd', 'div')),
  dt: rule('named', flow),
  dd: rule('named', flow),

  table: rule('block', only('caption', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr')),
  caption: rule('named', flow),
  colgroup: rule('named', only('col'), { span: positiveWhole }),
  col: rule('named', empty, { span: positiveWhole }),
  thead: rule('named', only('tr')),
  tbody: rule('named', only('tr')),
  tfoot: rule('named', only('tr')),
  tr: rule('named', only('th', 'td')),
  th: rule('named', flow, { ...cell, scope, abbr: someText }),
  td: rule('named', flow, cell),

  a: rule('inline', { kind: 'transparent' }, { href: linkTarget }, ['href']),
  span: rule('inline', inline),
  em: rule('inline', inline),
  strong: rule('inline', inline),
  b: rule('inline', inline),
  i: rule('inline', inline),
  small: rule('inline', inline),
  sub: rule('inline', inline),
  sup: rule('inline', inline),
  abbr: rule('inline', inline),
  time: rule('inline', inline, { datetime: someText }),
  code: rule('inline', inline),
  q: rule('inline', inline, { cite: someText }),
  footnote: rule('inline', flow),
  br: rule('inline', empty),
  img: rule('inline', empty, { src: someText, alt: anyText, width: pixels, height: pixels }, ['src']),
};

/** Attributes of every element outside drawings. `data-…` is allowed as well. */
export const globalAttributes = {
  id: idValue,
  class: anyText,
  lang: languageTag,
  'xml:lang': languageTag,
  style: anyText,
  title: anyText,
  'aria-hidden': oneOf('true', 'false'),
  'aria-label': someText,
};

/** Elements of HTML that have no place here, each with what to do instead. */
export const foreignElements: Readonly<Record<string, string>> = {
  script: 'documents are laid out once and run no scripts; remove it',
  noscript: 'documents run no scripts; keep what it holds',
  font: 'use a span with a class, and CSS',
  center: 'use CSS: text-align: center',
  u: 'use a span with CSS: text-decoration: underline',
  s: 'use a span with CSS: text-decoration: line-through',
  picture: 'use img',
  video: 'print has no video; use img',
  audio: 'print has no sound; remove it',
  iframe: 'write the content into the document',
  canvas: 'use svg, chart or img',
  form: 'print has no forms; use a table',
  input: 'print has no forms; remove it',
  button: 'print has no buttons; use a',
  pre: 'use a div with CSS: white-space: pre-wrap',
};
