import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { positionOf } from '../diagnostics/position.ts';
import { openPackage, partText, sealPackage, setPart } from '../sheet/package/zip.ts';
import { pull } from './index.ts';
import {
  casesFolder,
  parkPath,
  parkText,
  projectFiles,
  projectWorkbook,
  withPark,
} from './testing/project.ts';

function told({ code, severity, message, primary, help }: Diagnostic): string {
  const place = primary && positionOf(primary.span.source, primary.span.start);
  const where = place ? ` ${primary.span.source.path}:${place.line}:${place.column}` : '';
  const more = primary?.text ?? (severity === 'error' ? help : undefined);
  return `${severity} ${code}${where} ${message}${more === undefined ? '' : ` [${more}]`}`;
}

/** Lines that differ between two texts with as many lines. */
function changedLines(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  expect(now).toHaveLength(old.length);
  return old.flatMap((line, index) =>
    line === now[index] ? [] : [`${index + 1} - ${line.trim()}`, `${index + 1} + ${now[index]!.trim()}`],
  );
}

/** What a case is to tell and to change, as its files say; `report.txt` and `diff.txt` hold one line each. */
function linesOf(name: string, file: string): readonly string[] {
  const path = join(casesFolder, name, file);
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').filter(Boolean) : [];
}

test.each(readdirSync(casesFolder))('a returned workbook: %s', (name) => {
  const bytes = readFileSync(join(casesFolder, name, 'returned.xlsx'));
  const { diagnostics, texts } = pull('returned.xlsx', bytes, projectFiles, undefined);
  expect(diagnostics.map(told)).toEqual(linesOf(name, 'report.txt'));
  expect(changedLines(parkText, texts.get(parkPath) ?? parkText)).toEqual(linesOf(name, 'diff.txt'));
});

test('a workbook as it was made tells nothing, in either language', async () => {
  for (const lang of ['en', 'zh'] as const) {
    const { diagnostics, texts } = pull('made.xlsx', await projectWorkbook(lang), projectFiles, undefined);
    expect(diagnostics).toEqual([]);
    expect(texts.size).toBe(0);
  }
});

const edited = () => readFileSync(join(casesFolder, 'openpyxl-edited', 'returned.xlsx'));

test('what was changed on both sides is a conflict, what is there already is said, the rest is changed', () => {
  const now = parkText.replace('value: 7.5 km2', 'value: 7.4 km2').replace('110 kV', '220 kV');
  const { diagnostics, texts } = pull('returned.xlsx', edited(), withPark(now), undefined);
  const lines = diagnostics.map(told);
  expect(lines).toContain(
    `error W002 ${parkPath}:17:29 'Park''s facts'!B5 (area_built/y2023, Value): 7.5 → 7.25, but the data say 7.4 [is now \`7.4 km2\`]`,
  );
  expect(lines).toContain(
    `info W012 ${parkPath}:10:70 'Park''s facts'!B8 (infrastructure/Substation/voltage, Value): 110 → 220, which the data say already`,
  );
  expect(texts.get(parkPath)).toContain('value: 7.4 km2');
  expect(texts.get(parkPath)).toContain('value: 9 km2');
});

test('changes that would break a rule are told with the rule, and nothing is to be written', () => {
  const strict = parkText.replace(
    'as_of: "2023",  status: actual',
    'verbatim: "7.5 sq km", as_of: "2023", status: actual',
  );
  const { diagnostics, texts } = pull('returned.xlsx', edited(), withPark(strict), undefined);
  expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['V1', 'W015']));
  expect(texts.size).toBe(0);
});

test('what was typed on a sheet that is not for editing is told, and so is a new column', async () => {
  const parts = openPackage(await projectWorkbook())!;
  const strings = partText(parts, 'xl/sharedStrings.xml')!;
  setPart(parts, 'xl/sharedStrings.xml', strings.replace('>claimed<', '>assumed<'));
  const { diagnostics } = pull('x.xlsx', sealPackage(parts), projectFiles, undefined);
  expect(diagnostics.map(told)).toContain(
    'warning W016 the sheet "Codes" holds other values than when the workbook was made',
  );
  const sheet = partText(parts, 'xl/worksheets/sheet1.xml')!;
  const below = sheet.replace(
    '</sheetData>',
    '<row r="20"><c r="A20" t="inlineStr"><is><t>A remark</t></is></c></row></sheetData>',
  );
  setPart(parts, 'xl/worksheets/sheet1.xml', below);
  expect(pull('x.xlsx', sealPackage(parts), projectFiles, undefined).diagnostics.map(told)).toContain(
    'warning W016 the sheet "Park\'s facts" holds other values outside its editable table than when the workbook was made',
  );
  const added = sheet.replace(
    /(<row r="2"[^>]*>.*?)(<\/row>)/,
    '$1<c r="L2" t="inlineStr"><is><t>Mine</t></is></c>$2',
  );
  setPart(parts, 'xl/worksheets/sheet1.xml', added);
  expect(pull('x.xlsx', sealPackage(parts), projectFiles, undefined).diagnostics.map(told)).toContain(
    'warning W006 the column "Mine" on the sheet "Park\'s facts" is new',
  );
});

const withPart = async (name: string, text: string): Promise<Uint8Array> => {
  const parts = openPackage(await projectWorkbook())!;
  setPart(parts, name, text);
  return sealPackage(parts);
};

test.each<[string, () => Promise<Uint8Array>, string]>([
  ['macros', () => withPart('xl/vbaProject.bin', 'x'), 'the workbook holds macros'],
  [
    'links',
    () => withPart('xl/externalLinks/externalLink1.xml', '<x/>'),
    'the workbook has links to other files',
  ],
  [
    'outside pictures',
    () =>
      withPart(
        'xl/worksheets/_rels/sheet9.xml.rels',
        '<Relationships><Relationship Id="r" Type="x/image" Target="http://e.org/a.png" TargetMode="External"/></Relationships>',
      ),
    'the workbook reaches outside (xl/worksheets/_rels/sheet9.xml.rels: image)',
  ],
  [
    'a document type',
    () => withPart('xl/x.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x/>'),
    'a part of the workbook has a document type',
  ],
  [
    'a bomb',
    () => withPart('xl/x.xml', ' '.repeat(50_000_000)),
    'its part xl/x.xml unpacks to 1025 times its size',
  ],
  ['no zip', async () => new TextEncoder().encode('hello'), 'the file is no .xlsx package, or it is damaged'],
  [
    'a damaged file',
    async () => (await projectWorkbook()).slice(0, 4000),
    'the file is no .xlsx package, or it is damaged',
  ],
  [
    'a password',
    async () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
    'the file is protected by a password, or saved in the format of Excel 97',
  ],
])('a workbook with %s is refused', async (_, make, why) => {
  const { diagnostics, texts } = pull('x.xlsx', await make(), projectFiles, undefined);
  expect(diagnostics.map(told)).toEqual([`error W011 x.xlsx: ${why}`]);
  expect(texts.size).toBe(0);
});

test('a workbook without its hidden sheet, or of a park that is gone, is refused', async () => {
  const bytes = await projectWorkbook();
  const parts = openPackage(bytes)!;
  setPart(
    parts,
    'xl/workbook.xml',
    partText(parts, 'xl/workbook.xml')!.replace('name="_src"', 'name="other"'),
  );
  expect(told(pull('x.xlsx', sealPackage(parts), projectFiles, undefined).diagnostics[0]!)).toMatch(
    /^error W011 x\.xlsx: it has no sheet _src of this version/,
  );
  const renamed = openPackage(bytes)!;
  const strings = partText(renamed, 'xl/sharedStrings.xml')!;
  setPart(renamed, 'xl/sharedStrings.xml', strings.replace('>north<', '>south<'));
  expect(told(pull('x.xlsx', sealPackage(renamed), projectFiles, undefined).diagnostics[0]!)).toMatch(
    /the data have no park "south"/,
  );
});
