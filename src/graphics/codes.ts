/** The messages of the graphics phase. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';

export const graphicsCodes = {
  G001: {
    title: 'SVG element that cannot be drawn',
    why: 'Only what is drawn is accepted, so that no part of a picture goes missing without a word.',
    help: 'Use g, path, rect, circle, ellipse, line, polyline, polygon, text and tspan; convert other parts to paths.',
  },
  G002: {
    title: 'SVG attribute or property that has no effect here',
    why: 'An attribute that is read by nobody usually is a typing mistake or a feature that would be lost.',
    help: 'Remove it, or write the nearest known one.',
  },
  G003: {
    title: 'value that cannot be read',
    why: 'A number, length, colour or list in a drawing must have exactly one meaning.',
    help: 'Write a value of the kind the message names.',
  },
  G004: {
    title: 'path data that cannot be read',
    why: 'SVG viewers draw a broken path up to the fault and stop; in print that is a mistake nobody sees in time.',
    help: 'Export the path again, or mend it at the character named.',
  },
  G005: {
    title: 'QR code marked as decoration',
    why: 'A code leads somewhere; readers who cannot see it need the address all the same (PDF/UA-1, 7.3).',
    help: 'Say where it leads in alt.',
  },
  G006: {
    title: 'chart that cannot be drawn',
    why: 'A chart is drawn from its data alone; with a datum missing or doubtful it would tell something else.',
    help: 'Give every <datum> a label and a plain decimal value.',
  },
  G007: {
    title: 'QR code that cannot be scanned',
    why: 'A code that is too small, too full or too pale fails on the reader’s phone, after printing.',
    help: 'Shorten the text, enlarge the code, or print it dark on white.',
  },
} as const satisfies CodeTable;
