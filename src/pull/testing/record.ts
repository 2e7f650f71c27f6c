/**
 * Records returned workbooks: `node --import tsx src/pull/testing/record.ts [CASE …]`. The workbook of the project is
 * given to openpyxl with the `edit.py` of a case, then to LibreOffice where the case has a file `resave`; what comes
 * back is kept as `returned.xlsx`. Needs /usr/bin/python3 with openpyxl, and soffice.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { casesFolder, projectWorkbook } from './project.ts';

const python = `import sys, runpy, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
runpy.run_path(sys.argv[3])['edit'](book)
book.save(sys.argv[2])
`;

const asked = process.argv.slice(2);
const made = await projectWorkbook();
for (const name of readdirSync(casesFolder)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'parkpress-record-'));
  let file = join(folder, 'made.xlsx');
  writeFileSync(file, made);
  writeFileSync(join(folder, 'save.py'), python);
  const edit = join(casesFolder, name, 'edit.py');
  if (existsSync(edit)) {
    const edited = join(folder, 'edited.xlsx');
    execFileSync('/usr/bin/python3', [join(folder, 'save.py'), file, edited, edit], { stdio: 'inherit' });
    file = edited;
  }
  if (existsSync(join(casesFolder, name, 'resave'))) {
    const out = join(folder, 'out');
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filter = 'xlsx:Calc MS Excel 2007 XML';
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', out, file]);
    file = join(out, file.slice(folder.length + 1));
  }
  copyFileSync(file, join(casesFolder, name, 'returned.xlsx'));
  rmSync(folder, { recursive: true });
}
