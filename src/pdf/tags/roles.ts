/**
 * What the elements of the brochure dialect are in a tagged PDF: standard structure types of ISO 32000-1,
 * 14.8.4. Elements that only group or style (`div`, `span`, `strong` …) have no type and leave no trace,
 * unless their language differs from what surrounds them.
 */

/**
 * What a structure element may hold. `group`: other elements only, bare text is put into a P (14.8.4.2).
 * `flow`: text or blocks; text beside blocks is put into a P. `text`: text and inline elements.
 */
export type Holds = 'group' | 'flow' | 'text';

export const ROLES = {
  Document: 'group',
  Art: 'group',
  Sect: 'group',
  Div: 'group',
  BlockQuote: 'group',
  L: 'group',
  LI: 'group',
  Table: 'group',
  THead: 'group',
  TBody: 'group',
  TFoot: 'group',
  TR: 'group',
  Caption: 'flow',
  LBody: 'flow',
  TH: 'flow',
  TD: 'flow',
  Note: 'flow',
  P: 'text',
  H1: 'text',
  H2: 'text',
  H3: 'text',
  H4: 'text',
  H5: 'text',
  H6: 'text',
  Lbl: 'text',
  Span: 'text',
  Quote: 'text',
  Code: 'text',
  Reference: 'text',
  Link: 'text',
  Figure: 'text',
} as const satisfies Record<string, Holds>;

export type Role = keyof typeof ROLES;

/** Roles of block elements. Those of lists and tables follow from their parents as well. */
export const BLOCK_ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['article', 'Art'],
  ['section', 'Sect'],
  ['nav', 'Sect'],
  ['aside', 'Div'],
  ['figure', 'Div'],
  ['figcaption', 'Caption'],
  ['blockquote', 'BlockQuote'],
  ['p', 'P'],
  ['pre', 'P'],
  ['h1', 'H1'],
  ['h2', 'H2'],
  ['h3', 'H3'],
  ['h4', 'H4'],
  ['h5', 'H5'],
  ['h6', 'H6'],
  ['ul', 'L'],
  ['ol', 'L'],
  ['dl', 'L'],
  ['table', 'Table'],
  ['caption', 'Caption'],
  ['thead', 'THead'],
  ['tbody', 'TBody'],
  ['tfoot', 'TFoot'],
  ['tr', 'TR'],
  ['th', 'TH'],
  ['td', 'TD'],
  ['footnote', 'Note'],
]);

/** Roles of inline elements; whatever their display, they are wrapped in a P where bare text would be. */
export const INLINE_ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['a', 'Link'],
  ['q', 'Quote'],
  ['code', 'Code'],
  ['kbd', 'Code'],
  ['samp', 'Code'],
  ['img', 'Figure'],
  ['svg', 'Figure'],
  ['chart', 'Figure'],
  ['qr', 'Figure'],
]);

/** ListNumbering (14.8.5.5) by `list-style-type`. */
export const LIST_NUMBERING: Readonly<Record<string, string>> = {
  none: 'None',
  disc: 'Disc',
  circle: 'Circle',
  square: 'Square',
  decimal: 'Decimal',
  'decimal-leading-zero': 'Decimal',
  'cjk-decimal': 'Decimal',
  'cjk-ideographic': 'Decimal',
  'simp-chinese-informal': 'Decimal',
  'simp-chinese-formal': 'Decimal',
  'lower-alpha': 'LowerAlpha',
  'upper-alpha': 'UpperAlpha',
  'lower-latin': 'LowerAlpha',
  'upper-latin': 'UpperAlpha',
  'lower-roman': 'LowerRoman',
  'upper-roman': 'UpperRoman',
};
