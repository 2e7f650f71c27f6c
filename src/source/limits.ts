/** Bounds for files that no honest data reaches; they keep a hostile file from costing more than a message. */

/** Bytes of one file. */
export const mostBytes = 4 * 1024 * 1024;
/** Levels of maps and lists, also after aliases are filled in. */
export const mostLevels = 64;
/** Values of one file after aliases are filled in. */
export const mostNodes = 250_000;
/** Keys and values written in one file. */
export const mostScalars = 250_000;
/** Syntax errors told of one file; what follows is mostly the echo of the first. */
export const mostSyntaxErrors = 8;
/** Unknown aliases of one file for which a near name is looked for. */
export const mostSuggestions = 20;
