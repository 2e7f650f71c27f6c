/** For tests: the small project that returned workbooks are compared with, and its workbook as it is made. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createNodeFiles } from '../../build/node-files.ts';
import { openWorld, projectFolder } from '../../build/world.ts';
import { planPress, press } from '../../press.ts';
import type { Files } from '../../world.ts';

const folder = fileURLToPath(new URL('../golden/project', import.meta.url));
export const casesFolder = fileURLToPath(new URL('../golden/cases', import.meta.url));
export const parkPath = 'data/parks/north.yaml';

export const projectFiles: Files = createNodeFiles(
  [
    { prefix: 'data/', folder: `${folder}/data` },
    { prefix: 'templates/', folder: `${folder}/templates` },
  ],
  `${projectFolder}/node_modules`,
);

export const parkText = readFileSync(`${folder}/data/parks/north.yaml`, 'utf8');

/** The project with another text of its park. */
export function withPark(text: string): Files {
  return {
    read: (path) => (path === parkPath ? new TextEncoder().encode(text) : projectFiles.read(path)),
    list: (below) => projectFiles.list(below),
  };
}

/** The workbook as the build makes it. */
export async function projectWorkbook(lang: 'en' | 'zh' = 'en'): Promise<Uint8Array> {
  const folders = { project: projectFolder, data: '', templates: '', out: '' };
  const world = { ...openWorld(folders, undefined), files: projectFiles };
  const { value: plan, diagnostics } = planPress(world);
  const target = plan?.targets.find((each) => each.lang === lang);
  const made = plan && target && (await press(target, plan, world));
  if (!made?.value)
    throw new Error([...diagnostics, ...(made?.diagnostics ?? [])].map(({ message }) => message).join('\n'));
  return made.value;
}
