/** For tests: a small project in a temporary folder, and commands run on it as a user would run them. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { buildCommand } from './command/build.ts';
import { checkCommand } from './command/check.ts';
import { pullCommand } from './command/pull.ts';
import { regenerateCommand } from './command/regenerate.ts';
import { renderCommand } from './command/render.ts';
import { byCodeUnit, sha256 } from './digest.ts';
import type { CommandName } from './options.ts';
import { type Command, runCommand } from './run.ts';
import type { Terminal } from './terminal.ts';

export const pageFont = 'npm:@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';

function park(id: string, name: string): string {
  return `id: ${id}
edition: { name: "2026", date: "2026-11-23" }
name: { en: ${name}, zh: ${name} }
tagline: { en: Quiet, zh: Quiet }
lead: { en: Work, zh: Work }
situation: { en: North, zh: North }
place: { country: { en: China, zh: China }, province: { en: P, zh: P }, city: { en: C, zh: C } }
figures:
  area_built:
    claims:
      - { value: 8 km2, verbatim: "8 sq km", as_of: "2024-12-11", status: actual, source: S1 }
`;
}

/** The files of the project, by path. Two parks, a brochure in two languages and a workbook in one. */
const project: Readonly<Record<string, string>> = {
  'data/parks/north.yaml': park('north', 'North Park'),
  'data/parks/south.yaml': park('south', 'South Park'),
  'data/sources.yaml':
    'S1: { title: { en: Page, zh: Page }, publisher: { en: Daily, zh: Daily }, published: "2024-12-11", address: "https://example.org" }\n',
  'data/metrics.yaml':
    'groups: { land: { en: Land, zh: Land } }\nmetrics:\n  area_built: { group: land, dimension: area, label: { en: Built area, zh: Built area } }\n',
  'templates/leaflet/template.yaml':
    'kind: brochure\nentry: leaflet.hbs\ntitle: { en: Leaflet, zh: Leaflet }\nlanguages: [en, zh]\nleaves_out: ["*"]\n',
  'templates/leaflet/leaflet.hbs':
    '<html lang="{{lang}}"><head><title>{{text park.name}}</title><link rel="stylesheet" href="leaflet.css"/></head>\n<body><h1>{{text park.name}}</h1>\n<p>{{park.id}} {{t "in"}} {{edition.name}}</p></body></html>\n',
  'templates/leaflet/leaflet.css': `@font-face { font-family: Sans; src: url("${pageFont}") }\n@page { size: A5; margin: 15mm }\nbody { font: 10pt/1.4 Sans }\n`,
  'templates/leaflet/strings.en.yaml': 'in: in\n',
  'templates/leaflet/strings.zh.yaml': 'in: in\n',
  'templates/book/template.yaml':
    'kind: workbook\nentry: book.hbs\ntitle: { en: Book, zh: Book }\nlanguages: [en]\n',
  'templates/book/book.hbs':
    '<workbook title="{{text park.name}}">\n<sheet id="facts" name="Facts">\n<table id="facts" of="facts">\n<col id="figure" field="label" heading="Figure"/>\n<col id="value" field="value" heading="Value" type="number"/>\n</table>\n</sheet>\n</workbook>\n',
};

/** What a command said and how it ended. */
interface Told {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface Bench {
  readonly folder: string;
  readonly write: (path: string, text: string) => void;
  readonly edit: (path: string, from: string, to: string) => void;
  readonly remove: (path: string) => void;
  readonly read: (path: string) => Buffer;
  /** Digest of every file below a folder, hidden ones as well, by path. */
  readonly tree: (folder: string) => Readonly<Record<string, string>>;
  /** Runs a command on the project with further words. */
  readonly run: (command: CommandName, ...words: string[]) => Promise<Told>;
  readonly clear: () => void;
}

const commands: Partial<Record<CommandName, Command>> = {
  build: buildCommand,
  check: checkCommand,
  render: renderCommand,
  pull: pullCommand,
  regenerate: regenerateCommand,
};

export function openBench(env: Readonly<Record<string, string>> = {}): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'parkpress-test-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(project)) write(path, text);
  return {
    folder,
    write,
    edit: (path, from, to) => {
      const text = readFileSync(join(folder, path), 'utf8');
      if (!text.includes(from)) throw new Error(`${path} does not hold "${from}"`);
      write(path, text.replace(from, to));
    },
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    read: (path) => readFileSync(join(folder, path)),
    tree: (below) => {
      const top = join(folder, below);
      const entries = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort(byCodeUnit);
      return Object.fromEntries(paths.map((path) => [relative(top, path), sha256(readFileSync(path))]));
    },
    run: (command, ...words) => runInMemory(command, words, folder, env),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The folders that a command is told. */
function foldersOf(name: CommandName): readonly string[] {
  if (name === 'render') return [];
  if (name === 'pull') return ['--data', 'data'];
  return ['--data', 'data', '--templates', 'templates', '--out', 'output'];
}

async function runInMemory(
  name: CommandName,
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Told> {
  const said = { out: '', err: '' };
  const terminal: Terminal = {
    out: {
      write: (text) => {
        said.out += text;
      },
      isTerminal: false,
      columns: 80,
    },
    err: {
      write: (text) => {
        said.err += text;
      },
      isTerminal: false,
      columns: 80,
    },
    cwd,
    env,
    cache: join(cwd, '.cache'),
    now: () => 0,
    programs: () => Promise.reject(new Error('no program was expected to run')),
    interrupted: () => Promise.resolve(),
  };
  const folders = foldersOf(name);
  const command = commands[name];
  if (!command) throw new Error(`tests do not run ${name}`);
  const exit = await runCommand(name, [...folders, ...words], terminal, () => Promise.resolve(command));
  return { exit, ...said };
}
