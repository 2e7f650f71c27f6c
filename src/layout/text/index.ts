/** Fonts and inline layout: what the rest of layout and the build use. */
export { createTextEngine } from './engine.ts';
export { createFontCache, type FontCache, openFontSet } from './font-set.ts';
