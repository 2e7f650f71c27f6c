/** Properties that browsers know and this dialect does not (yet), each with what to do instead. */
export const refusedProperties: Readonly<Record<string, string>> = {
  order: 'elements keep the order of the document, which is the order they are read in',
  'z-index': 'later elements are painted over earlier ones; change their order',
  'background-attachment': 'pages do not scroll; remove it',
  'box-shadow': 'shadows are not supported; use a border or a background',
  'text-shadow': 'shadows are not supported; remove it',
  transform: 'transforms are not supported; inside svg, use the attribute transform',
  filter: 'filters are not supported; remove it',
  outline: 'use border',
  'mix-blend-mode': 'not supported; use opacity, or blend the picture before',
  'clip-path': 'not supported; use overflow: hidden with border-radius',
  'border-image': 'not supported; use a border or a background',
  cursor: 'paper has no pointer; remove it',
  transition: 'paper does not move; remove it',
  animation: 'paper does not move; remove it',
  'overflow-x': 'use overflow',
  'overflow-y': 'use overflow',
  'word-wrap': 'use overflow-wrap',
  'font-stretch': 'name the face in font-family',
  'font-variant-position': 'use the elements sub and sup, or font-feature-settings: "sups"',
  'font-variant-east-asian': 'use font-feature-settings',
  'font-variant-alternates': 'use font-feature-settings',
  'font-size-adjust': 'not supported; set font-size',
  'hanging-punctuation': 'not supported; use text-spacing-trim',
  'text-emphasis': 'not supported; use font-style or font-weight',
  'text-orientation': 'not supported; text runs in horizontal lines',
  'writing-mode': 'not supported; text runs in horizontal lines',
  direction: 'text runs from left to right only; Hebrew and Arabic are not supported',
  'unicode-bidi': 'text runs from left to right only; Hebrew and Arabic are not supported',
  'list-style-image': 'not supported; use ::marker with content',
  all: 'not supported; name the properties',
  bleed: 'a page has it, not a box: @page { bleed: 3mm }',
  marks: 'a page has them, not a box: @page { marks: crop cross }',
  size: 'a page has it, not a box: @page { size: A4 }; a box has width and height',
  fill: 'write it as an attribute of the SVG element',
  stroke: 'write it as an attribute of the SVG element',
  'stroke-width': 'write it as an attribute of the SVG element',
};

/** Why a property is refused, as a help text; undefined for one that is not known at all. */
export function refusal(name: string): string | undefined {
  if (Object.hasOwn(refusedProperties, name)) return refusedProperties[name];
  const plain = /^-(?:webkit|moz|ms|o|epub|prince|ro)-(.+)$/.exec(name)?.[1];
  return plain === undefined
    ? undefined
    : `names with a vendor's prefix are not read; write ${plain} if that is known`;
}
