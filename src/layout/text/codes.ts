/** Codes of the font and inline layout messages. */
import type { CodeTable } from '../../diagnostics/diagnostic.ts';

export const fontCodes = {
  F001: {
    title: 'A font file cannot be read',
    why: 'An @font-face rule names a file that is neither in the project nor in an installed package.',
    help: 'Check the path in `src: url(…)`. Fonts of npm packages are written `npm:<package>/<file>`.',
  },
  F002: {
    title: 'A font file has a form that cannot be embedded',
    why: 'Only plain TrueType and OpenType files can be embedded as they are; compressed web fonts and collections cannot.',
    help: 'Use the .ttf or .otf file of the same face.',
  },
  F003: {
    title: 'A font file is a variable font',
    why: 'A variable font holds many faces in one file; printing needs one static face.',
    help: 'Use the static files of the family, one @font-face rule for each weight.',
  },
  F004: {
    title: 'A font file is damaged',
    why: 'The file is cut short or its tables contradict each other, so that glyphs cannot be found or placed.',
    help: 'Download or install the font again.',
  },
  F005: {
    title: 'No declared font fits the font family asked for',
    why: 'Only fonts declared by @font-face can be used; fonts of the machine are never taken, so that every machine gives the same pages.',
    help: 'Add an @font-face rule for the family, or use a family that is declared.',
  },
  F006: {
    title: 'No font has a glyph for a character',
    why: 'The character would be printed as an empty box and read aloud as nothing.',
    help: 'Replace the character, or declare a font that has it and add its family to `font-family`.',
  },
  F007: {
    title: 'A word is wider than the line it stands on',
    why: 'The word has no place where it may be broken, so that it sticks out of its box.',
    help: 'Shorten it, mark its syllables with soft hyphens (&#xAD;), allow breaking with `overflow-wrap: anywhere`, or widen the box.',
  },
  F008: {
    title: 'A language has no hyphenation dictionary',
    why: '`hyphens: auto` divides words by the patterns of their language; without patterns they are kept whole.',
    help: 'Check the `lang` of the text; else mark syllables with soft hyphens (&#xAD;), or write `hyphens: manual`.',
  },
  F009: {
    title: 'Text that runs from right to left',
    why: 'Hebrew, Arabic and their kin would be printed in the wrong order, because text is set from left to right only.',
    help: 'Put the text into a picture with an `alt`, or leave it out.',
  },
  F010: {
    title: 'A font that must not be embedded',
    why: 'Its maker has marked the file so (OS/2 fsType); a PDF without its fonts prints differently everywhere and is no PDF/A.',
    help: 'Use another font, or the file that your licence for embedding comes with.',
  },
} as const satisfies CodeTable;

export type FontCode = keyof typeof fontCodes;
