/** The messages of the pdf phase. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';

export const pdfCodes = {
  P001: {
    title: 'Link without a target',
    why: 'The link points to an id that no element of the finished document has, so a reader who follows it goes nowhere.',
    help: 'Give the element meant an id, or mend the href.',
  },
  P002: {
    title: 'Image that cannot be read',
    why: 'The bytes are not a sound JPEG or PNG image, so nothing could be painted in its place.',
    help: 'Save the picture again as JPEG or PNG.',
  },
  P003: {
    title: 'Image in CMYK',
    why: 'The document declares sRGB as its output intent (ISO 19005-3, 6.2.4.3), and a CMYK image would have undefined colours.',
    help: 'Save the picture in RGB.',
  },
  P004: {
    title: 'Image with too many pixels',
    why: 'Decoding the picture would take more memory than a build may use.',
    help: 'Scale the picture down; 300 dots per inch of printed size are plenty.',
  },
  P005: {
    title: 'Document without a title',
    why: 'Readers show the title in the window and screen readers say it first (ISO 14289-1, 7.1).',
    help: 'Fill in the title element.',
  },
} as const satisfies CodeTable;
