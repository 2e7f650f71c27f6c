/**
 * Parkpress, as a program uses its engine. A last word `list` asks for the display list instead of the PDF,
 * `profile` tells where the time goes.
 */
import { readFileSync } from 'node:fs';
import { createFontCache, layOutPages, printDisplayList, renderPdf } from '../../src/engine.ts';
import { profilePhases } from './profile.ts';
import { tell } from './tell.mjs';

const [, , folder = '', , , , path = '', mode] = process.argv;
const document = { path: 'bench.html', text: readFileSync(path, 'utf8') };
const kept = new Map<string, Uint8Array>();

/** Files are read once, as a server or a build would. */
function read(name: string): Uint8Array {
  const bytes = kept.get(name) ?? readFileSync(name.replace('fonts', folder));
  kept.set(name, bytes);
  return bytes;
}

const context = { files: { read }, fonts: createFontCache() };
const imprint = { date: '2026-01-01', producer: 'Parkpress bench' };

async function render(): Promise<Uint8Array> {
  const { value, diagnostics } = await renderPdf(document, context, imprint);
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

async function list(): Promise<Uint8Array> {
  const { value } = await layOutPages(document, context);
  return new TextEncoder().encode(value ? printDisplayList(value) : '');
}

await tell(mode === 'list' ? list : render);
if (mode === 'profile') process.stderr.write(`${JSON.stringify(await profilePhases(render))}\n`);
