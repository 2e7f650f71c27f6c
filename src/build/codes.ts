/** The messages of the build (B) and of wrong usage (U). */
import type { CodeTable } from '../diagnostics/diagnostic.ts';

export const buildCodes = {
  B001: {
    title: 'file that may not be read',
    why: 'Data and templates can come from anywhere. A build reads only the folders it was given and installed packages.',
    help: 'Put the file itself into the folder instead of a link that leads out of it.',
  },
  B002: {
    title: 'file that is too large',
    why: 'A single huge file must not end the build for want of memory.',
    help: 'Use a smaller file.',
  },
  B003: {
    title: 'two publications for one file',
    why: 'Whichever came last would win, and nobody would know which.',
    help: 'Give one of them another name.',
  },
  B004: {
    title: 'finished file that fails its check',
    why: 'Every file is inspected before it takes the place of the old one. A file that fails is a fault of Parkpress.',
    help: 'Nothing was changed. Please report it with the data and the template.',
  },
  B005: {
    title: 'manifest that cannot be read',
    why: 'The manifest says which files are up to date. Without it every file is made again.',
    help: 'Nothing is lost: the build writes a new one.',
  },
  B006: {
    title: 'output folder that is in use or cannot be written',
    why: 'Two builds into one folder at the same time would mix their files.',
    help: 'Wait for the other build, or choose another folder with --out.',
  },
  B007: {
    title: 'nothing to make',
    why: 'A build without data or templates is more likely a wrong folder than a wish.',
    help: 'Check --data and --templates.',
  },
  B008: {
    title: 'kind of document that is not known',
    why: 'The ending of the file says which dialect it is written in.',
    help: 'Name brochures *.html and workbooks *.xml.',
  },
  B009: {
    title: 'date that cannot be used',
    why: 'SOURCE_DATE_EPOCH fixes the date in all files; a wrong one would be printed everywhere.',
    help: 'Set it to seconds since 1970, or leave it unset: then the edition of the data is the date.',
  },
} as const satisfies CodeTable;
