/**
 * Records documents with other engines: Chromium prints the document as XHTML, WeasyPrint reads it as HTML, and
 * mutool (Debian's mupdf-tools) tells where every glyph of their PDF stands. Needs these programs installed.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packages } from './oracle-cases.ts';
import { joinDots, wordsOfGlyphs } from './oracle-glyphs.ts';
import { glyphsOfTrace } from './oracle-trace.ts';
import { digestOf, type Recording } from './oracle-words.ts';

export const engines = ['chromium', 'weasyprint'] as const;
export type Engine = (typeof engines)[number];

/** Runs a program to its end and gives its standard output; throws with what it said when it fails. */
export type Run = (command: string, args: readonly string[]) => Promise<string>;

/** The engine that the document at `path` names in `<meta name="oracle" content="…"/>`; Chromium otherwise. */
export function engineOf(path: string): Engine {
  const named = /<meta\s+name="oracle"\s+content="(\w+)"/.exec(readFileSync(path, 'utf8'))?.[1] ?? 'chromium';
  const engine = engines.find((known) => known === named);
  if (!engine) throw new Error(`there is no engine "${named}"; engines are ${engines.join(', ')}`);
  return engine;
}

/** Lays out the document at `path` with an engine and reads its words. */
export async function recordDocument(path: string, engine: Engine, run: Run): Promise<Recording> {
  const text = readFileSync(path, 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'parkpress-oracle-'));
  try {
    const pdf = join(folder, 'document.pdf');
    const copy = createCopier(folder);
    const named = await (engine === 'chromium' ? printWithChromium : printWithWeasyPrint)(
      copy(path, engine === 'chromium' ? asXhtml : asHtml, engine === 'chromium' ? '.xhtml' : '.html'),
      pdf,
      run,
    );
    const trace = await run('mutool', ['draw', '-q', '-F', 'trace', pdf]);
    const pages = glyphsOfTrace(trace).map((texts) => joinDots(texts).flatMap(wordsOfGlyphs));
    return { engine: named, document: digestOf(text), pages };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function printWithChromium(document: string, pdf: string, run: Run): Promise<string> {
  await run('chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--font-render-hinting=none',
    '--disable-background-networking',
    '--no-first-run',
    `--user-data-dir=${join(dirname(pdf), 'profile')}`,
    '--allow-file-access-from-files',
    '--no-pdf-header-footer',
    '--virtual-time-budget=10000',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(document).href,
  ]);
  const version = await run('chromium', ['--version']);
  return /Chromium [\d.]+/.exec(version)?.[0] ?? 'Chromium';
}

async function printWithWeasyPrint(document: string, pdf: string, run: Run): Promise<string> {
  await run('weasyprint', ['--quiet', document, pdf]);
  return (await run('weasyprint', ['--version'])).trim().replace('version ', '');
}

/** XML tells elements apart by name space, which documents of the dialect leave out. */
function asXhtml(text: string): string {
  return text
    .replace(/<!DOCTYPE[^>]*>/i, '')
    .replace(/<html(?![^>]*xmlns=)/, '<html xmlns="http://www.w3.org/1999/xhtml"')
    .replace(/<svg(?![^>]*xmlns=)/g, '<svg xmlns="http://www.w3.org/2000/svg"');
}

const voidElements = /^(?:br|hr|img|meta|link|col)$/;

/** HTML has no empty-element tags for what is not empty by nature, and no element `footnote`. */
function asHtml(text: string): string {
  const paired = text.replace(/<([a-z][\w-]*)((?:\s[^<>]*?)?)\/>/g, (all, name: string, rest: string) =>
    voidElements.test(name) ? all : `<${name}${rest}></${name}>`,
  );
  const sheet = '<style>footnote { float: footnote }</style>';
  return `<!DOCTYPE html>${paired.replace(/<!DOCTYPE[^>]*>/i, '').replace('<head>', `<head><meta charset="utf-8"/>${sheet}`)}`;
}

type Copier = (path: string, adapt: (text: string) => string, ending: string) => string;

/** Copies documents and their style sheets into a folder, every reference to a file or a package made absolute. */
function createCopier(folder: string): Copier {
  let count = 0;
  const copy: Copier = (path, adapt, ending) => {
    const absolute = (reference: string): string => {
      if (reference.startsWith('npm:')) return pathToFileURL(join(packages, reference.slice(4))).href;
      if (reference === '' || reference.startsWith('#') || /^\w+:/.test(reference)) return reference;
      const file = resolve(dirname(path), reference);
      return pathToFileURL(file.endsWith('.css') ? copy(file, (sheet) => sheet, '.css') : file).href;
    };
    const text = readFileSync(path, 'utf8')
      .replace(/url\(\s*(["']?)([^"')]*)\1\s*\)/g, (_, quote, url) => `url(${quote}${absolute(url)}${quote})`)
      .replace(
        /(@import\s+)(["'])([^"']*)\2/g,
        (_, at, quote, url) => `${at}${quote}${absolute(url)}${quote}`,
      )
      .replace(
        /(<(?:img|link|image)\b[^>]*\s(?:src|href)=)"([^"]*)"/g,
        (_, start, url) => `${start}"${absolute(url)}"`,
      );
    const target = join(folder, `${count++}${ending}`);
    writeFileSync(target, adapt(text));
    return target;
  };
  return copy;
}
