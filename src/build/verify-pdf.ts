/** What independent readers say of a finished PDF: qpdf and poppler. */
import type { Verdict, Workshop } from '../sheet/verify/index.ts';

/** One check of a finished file; `judge` gets its path on disk. */
export interface Check {
  readonly name: string;
  readonly judge: (path: string, workshop: Workshop) => Promise<Verdict>;
}

/** The checks of a brochure in a language. */
export function pdfChecks(lang: string): readonly Check[] {
  return [
    { name: 'qpdf', judge: checkSyntax },
    { name: 'pdfinfo', judge: checkInfo },
    { name: 'pdffonts', judge: checkFonts },
    { name: 'structure text', judge: (path, workshop) => checkText(path, workshop, lang) },
  ];
}

const missing = (program: string, debian: string): Verdict => ({
  kind: 'skipped',
  why: `${program} is not installed (Debian: ${debian})`,
});

/** Syntax, cross references and streams. */
async function checkSyntax(path: string, workshop: Workshop): Promise<Verdict> {
  const ran = await workshop.run('qpdf', ['--check', path]);
  if (!ran) return missing('qpdf', 'qpdf');
  if (ran.status === 0) return { kind: 'passed', checked: 'no syntax or stream errors' };
  return failed([`${ran.stdout}\n${ran.stderr}`.trim().split('\n').slice(-3).join(' · ')]);
}

/** Tagged, with a title. */
async function checkInfo(path: string, workshop: Workshop): Promise<Verdict> {
  const ran = await workshop.run('pdfinfo', ['-enc', 'UTF-8', path]);
  if (!ran) return missing('pdfinfo', 'poppler-utils');
  const value = (name: string): string =>
    new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(ran.stdout)?.[1]?.trim() ?? '';
  const findings = [
    ...(ran.status === 0 ? [] : [ran.stderr.trim()]),
    ...(value('Tagged') === 'yes' ? [] : ['it is not tagged']),
    ...(value('Title') === '' ? ['it has no title'] : []),
  ];
  return findings.length > 0
    ? failed(findings)
    : { kind: 'passed', checked: `${value('Pages')} pages, tagged, “${value('Title')}”` };
}

/** Every font embedded, as a subset, with a map to Unicode. */
async function checkFonts(path: string, workshop: Workshop): Promise<Verdict> {
  const ran = await workshop.run('pdffonts', [path]);
  if (!ran) return missing('pdffonts', 'poppler-utils');
  const rows = ran.stdout.trim().split('\n').slice(2);
  // name, type, encoding, emb, sub, uni, object: names may hold spaces, so columns are read from the right.
  const findings = rows.flatMap((row) => {
    const words = row.trim().split(/\s+/);
    const [embedded, , unicode] = words.slice(-5, -2);
    const name = words[0] ?? row;
    return [
      ...(embedded === 'yes' ? [] : [`${name} is not embedded`]),
      ...(unicode === 'yes' ? [] : [`${name} has no map to Unicode`]),
    ];
  });
  if (ran.status !== 0 || rows.length === 0) findings.push(ran.stderr.trim() || 'it has no fonts');
  return findings.length > 0
    ? failed(findings)
    : { kind: 'passed', checked: `${rows.length} fonts, all embedded` };
}

/** The structure tree reads as sentences of the right language, without replaced or lost characters. */
async function checkText(path: string, workshop: Workshop, lang: string): Promise<Verdict> {
  const ran = await workshop.run('pdfinfo', ['-struct-text', '-enc', 'UTF-8', path]);
  if (!ran) return missing('pdfinfo', 'poppler-utils');
  const text = ran.stdout;
  const findings = [
    ...(/[\uFFFD\0]/.test(text) ? ['its text has characters that cannot be read'] : []),
    ...(text.includes('\u00a0') ? ['its text has no-break spaces where there should be spaces'] : []),
    ...(/\p{L}/u.test(text) ? [] : ['its structure holds no text']),
    ...(lang === 'zh' && !/\p{Script=Han}/u.test(text) ? ['the Chinese edition holds no Chinese text'] : []),
  ];
  return findings.length > 0
    ? failed(findings)
    : { kind: 'passed', checked: `${text.length} characters in the structure tree` };
}

function failed(findings: readonly string[]): Verdict {
  return { kind: 'failed', findings };
}
