/** Design tokens: the colours that a style sheet of the brochures names, for workbooks to have the same. */
import { type Files, resolvePath } from '../../world.ts';
import type { Fault, Located } from './fault.ts';

/** Colours by name from a style sheet; undefined after a report. */
export type ReadTokens = (src: Located<string>) => ReadonlyMap<string, string> | undefined;

/** `base` is the path that `src` is relative to. */
export function tokenReader(files: Pick<Files, 'read'>, base: string, fault: Fault): ReadTokens {
  return ({ value, at }) => {
    const path = resolvePath(base, value);
    const bytes = files.read(path);
    const colors = bytes && colorsOf(new TextDecoder().decode(bytes));
    if (!colors) fault('X008', at, `there is no file ${path}`, 'name a style sheet of the templates');
    else if (colors.size === 0)
      fault('X008', at, `${path} names no colours`, 'write custom properties such as --steel: #17475e');
    return colors;
  };
}

/** Custom properties (css-variables-1, 2) whose value is a colour of six digits. */
function colorsOf(css: string): ReadonlyMap<string, string> {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const found = plain.matchAll(/--([A-Za-z][A-Za-z0-9_-]*)\s*:\s*(#[0-9a-fA-F]{6})\s*[;}]/g);
  return new Map(Array.from(found, ([, name, value]) => [name!.toLowerCase(), value!.toLowerCase()]));
}
