/** Codes of layout: what can go wrong when boxes are placed on pages. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';

export const layoutCodes = {
  L001: {
    title: 'Content is taller than a page',
    why: 'A line, picture or other part that cannot be split does not fit on an empty page. It would be cut off at the page end.',
    help: 'Make it smaller, or let it break: remove a fixed height, give a picture a smaller width.',
  },
  L002: {
    title: 'Content is off the page',
    why: 'A box was positioned or sized so that part of its content lies outside the sheet of paper and would be lost.',
    help: 'Check `left`, `top`, `right`, `bottom`, margins and widths of the box and of the box it is positioned in.',
  },
  L003: {
    title: 'Content is clipped',
    why: 'A box with `overflow: hidden` is smaller than the text or picture in it, so that part of it would not be printed.',
    help: 'Give the box more height or width, or less content.',
  },
  L004: {
    title: 'A table, grid or box is wider than its place',
    why: 'The columns cannot become narrower than their longest words or fixed widths, and together need more room than there is.',
    help: 'Use fewer or narrower columns, a smaller font, or `overflow-wrap: anywhere` in the cells.',
  },
  L005: {
    title: 'Content is taller than its fixed height',
    why: 'A box with a fixed `height` holds more than that height; the rest is printed over what follows.',
    help: 'Use `min-height` instead of `height`, or shorten the content.',
  },
  L010: {
    title: 'An image cannot be read',
    why: 'The file is missing, damaged, or neither JPEG nor PNG, so that the page would have a hole.',
    help: 'Check the path (it is relative to the document) and save the picture as JPEG or PNG.',
  },
  L020: {
    title: 'Too many pages',
    why: 'The document needs more pages than Parkpress makes of one document. Mostly a length is wrong, not the document long.',
    help: 'Look for very large margins, heights or forced breaks in the style sheet.',
  },
  L021: {
    title: 'The page has no room for content',
    why: 'The margins leave no space between them.',
    help: 'Make the margins of the `@page` rule smaller or the page larger.',
  },
  L022: {
    title: 'Page references do not settle',
    why: 'A printed page number moves the content that it refers to, so that no number is right.',
    help: 'Give the reference a fixed width, or the referred section a page of its own.',
  },
  L023: {
    title: 'A reference leads nowhere',
    why: '`target-counter()` or `target-text()` asks for an element that the document does not have, or that is on no page.',
    help: 'Give the element the `id` that the reference names.',
  },
  L030: {
    title: 'Boxes are nested too deeply',
    why: 'Layout follows boxes into boxes only to a fixed depth, so that a broken document cannot exhaust memory.',
    help: 'Remove wrappers that have no use.',
  },
  L040: {
    title: 'Cells of a table overlap',
    why: 'A cell over several columns takes places that a cell with `rowspan` already reaches down to. Both would be printed over each other.',
    help: 'Count the columns of the row again: make `colspan` or the `rowspan` above it smaller, or remove a cell.',
  },
  L041: {
    title: 'A table has too many columns',
    why: 'Spans may give a table 1000 columns at most, so that a mistyped number cannot exhaust memory.',
    help: 'Write the number of columns that the cell takes in `colspan`.',
  },
  L042: {
    title: 'A margin box is lower than its content',
    why: 'The margin of the page, or the height of the box, is too small for what it prints, which runs into the text of the page or off the paper.',
    help: 'Make the margin of `@page` larger, or the content of the margin box shorter or smaller.',
  },
  L043: {
    title: 'A footnote stands inside a footnote',
    why: 'The inner one has no text of the page to be called from, and is printed in the outer one.',
    help: 'Move it into the text, or write its words into the outer footnote.',
  },
  L044: {
    title: 'A percentage of a height that is not known',
    why: 'A height in percent refers to the height of the box around. Where that one follows from its content, the percentage has nothing to refer to and counts as `auto`, `0` or `none`.',
    help: 'Give the box around a `height`, or write a length instead of a percentage.',
  },
  L045: {
    title: 'Text is too small to be seen',
    why: 'Letters less than 1 px high are a dot or nothing on paper: the text is in the file, and nobody can read it.',
    help: 'Give the text a larger `font-size`; to leave it out on purpose, write `display: none`.',
  },
  L046: {
    title: 'Lines are lower than their letters',
    why: 'A line less than half as high as its letters is printed over the lines around it.',
    help: 'Give the text a larger `line-height`; 1 sets letters line under line without a gap.',
  },
  L047: {
    title: 'A running element that no page shows',
    why: 'It is taken out of the text, and no margin box prints it: its words would be lost.',
    help: 'Print it with `content: element(name)` in a margin box, or leave `position: running(…)` out.',
  },
} as const satisfies CodeTable;

export type LayoutCode = keyof typeof layoutCodes;
