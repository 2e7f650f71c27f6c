/** Functions that exist elsewhere and are refused here, with the reason. */
export const refusedFunctions: Readonly<Record<string, string>> = {
  ...reasons(
    'it changes without a change of the data',
    'TODAY NOW RAND RANDBETWEEN RANDARRAY OFFSET INDIRECT CELL INFO',
  ),
  ...reasons(
    'its result spills over cells, which not every program understands',
    'FILTER SORT SORTBY UNIQUE SEQUENCE VSTACK HSTACK TOCOL TOROW TEXTSPLIT CHOOSECOLS CHOOSEROWS TAKE DROP',
    'EXPAND WRAPCOLS WRAPROWS GROUPBY PIVOTBY TRANSPOSE MMULT MINVERSE MUNIT FREQUENCY LINEST LOGEST TREND GROWTH',
  ),
  ...reasons(
    'programs before 2021 do not know it',
    'LET LAMBDA MAP REDUCE SCAN BYROW BYCOL MAKEARRAY ISOMITTED TEXTBEFORE TEXTAFTER VALUETOTEXT ARRAYTOTEXT',
    'REGEXTEST REGEXEXTRACT REGEXREPLACE',
  ),
  ...reasons(
    'it depends on the language and country of the program',
    'DATEVALUE TIMEVALUE DOLLAR FIXED ASC JIS DBCS PHONETIC TRANSLATE DETECTLANGUAGE LEFTB RIGHTB MIDB LENB FINDB SEARCHB',
  ),
  ...reasons('it counts columns from the left; XLOOKUP and LOOKUP name them', 'VLOOKUP HLOOKUP'),
  ...reasons('not every program knows it; MATCH(key, column, 0) does the same', 'XMATCH'),
  ...reasons('formulas name ids, never places', 'ADDRESS ROW ROWS COLUMN COLUMNS AREAS SHEET SHEETS'),
  ...reasons(
    'it reaches outside the workbook',
    'WEBSERVICE FILTERXML RTD DDE CALL REGISTER IMAGE STOCKHISTORY PY GETPIVOTDATA CUBEVALUE CUBEMEMBER CUBESET',
  ),
  ...reasons('links are written with link=, where they are checked', 'HYPERLINK'),
};

function reasons(reason: string, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((line) => line.split(' ')).map((name) => [name, reason]));
}
