/**
 * The fonts of one document: which face a style asks for, and which face has a glyph when that one has not.
 * Faces are opened when the first character needs them. Faults are reported once, at the @font-face rule.
 */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { labelsOf } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Origin } from '../../diagnostics/span.ts';
import type { FontFaceRule } from '../../markup/tree.ts';
import type { Files } from '../../world.ts';
import { blankFace } from './blank-face.ts';
import type { FontCode } from './codes.ts';
import { fontCodes } from './codes.ts';
import type { FontFace } from './face.ts';
import type { FontFault } from './face-faults.ts';
import { bestFaces } from './font-match.ts';
import { type FaceProgram, openFace } from './open-face.ts';

/** Opened font files by path, shared by the documents of one run. Made with `createFontCache`. */
export type FontCache = Map<string, FaceProgram | FontFault>;

export function createFontCache(): FontCache {
  return new Map();
}

/** The faces that one style may use, in the order in which they are asked (css-fonts-4 §5.3). */
export interface FontCascade {
  /** The first available font: it rules the height of lines. */
  readonly primary: FontFace;
  /** The face to draw a character with, or undefined when no declared face has it. */
  readonly faceFor: (codePoint: number) => FontFace | undefined;
  /** A face could not be opened, or none is declared. That has been told; glyphs it may have had are no news. */
  readonly isLacking: boolean;
}

export interface FontSet {
  /** Faces for a family list, matched by css-fonts-4 §5.2. `origin` is blamed when no family is declared. */
  readonly match: (
    families: readonly string[],
    weight: number,
    style: FontFaceRule['style'],
    origin: Origin,
  ) => FontCascade;
  /** The faces handed out so far, for embedding, in the order of their rules. */
  readonly used: () => readonly FontFace[];
}

/** Names that stand for "any font" at the end of a family list (css-fonts-4 §2.1.3). */
const genericFamilies = new Set([
  'serif',
  'sans-serif',
  'monospace',
  'cursive',
  'fantasy',
  'system-ui',
  'ui-serif',
  'ui-sans-serif',
  'ui-monospace',
  'math',
  'emoji',
]);

/** Makes the font set of a document from its @font-face rules. Reads nothing yet. */
export function openFontSet(
  rules: readonly FontFaceRule[],
  files: Files,
  report: Report,
  cache: FontCache = createFontCache(),
): FontSet {
  const faces = new Map<FontFaceRule, FontFace | undefined>();
  const cascades = new Map<string, FontCascade>();
  const families = new Set<string>();
  const open = (rule: FontFaceRule): FontFace | undefined => {
    if (!faces.has(rule)) faces.set(rule, openRule(rule, files, report, cache));
    return faces.get(rule);
  };
  const reportUnknown = (asked: readonly string[], origin: Origin): void => {
    const known = [...new Set(rules.map((rule) => rule.family))];
    const named = asked.filter((family) => !genericFamilies.has(family.toLowerCase()));
    if (rules.length === 0 && families.size === 0) {
      families.add('');
      report(noFamily(origin));
      return;
    }
    if (
      rules.length === 0 ||
      named.length === 0 ||
      named.some((family) => hasFamily(rules, family)) ||
      families.has(named.join())
    )
      return;
    families.add(named.join());
    report(unknownFamily(named, known, origin));
  };
  return {
    match: (asked, weight, style, origin) => {
      const key = JSON.stringify([asked, weight, style]);
      const found = cascades.get(key);
      if (found !== undefined) return found;
      reportUnknown(asked, origin);
      const cascade = createCascade(bestFaces(rules, asked, weight, style), open);
      cascades.set(key, cascade);
      return cascade;
    },
    used: () =>
      rules
        .flatMap((rule) => faces.get(rule) ?? [])
        .filter((face, i, all) => all.findIndex((other) => other.key === face.key) === i),
  };
}

function hasFamily(rules: readonly FontFaceRule[], family: string): boolean {
  return rules.some((rule) => rule.family.toLowerCase() === family.toLowerCase());
}

function noFamily(origin: Origin) {
  return {
    code: 'F005' satisfies FontCode,
    severity: 'error' as const,
    message: 'no @font-face rule declares a font, so nothing can be printed',
    ...labelsOf(origin),
    help: 'Declare one: @font-face { font-family: Name; src: url("npm:<package>/<file>.ttf") }.',
  };
}

function unknownFamily(named: readonly string[], known: readonly string[], origin: Origin) {
  const near = nearest(named[0]!, [...known]);
  const declared = `Declared families: ${known.join(', ')}.`;
  return {
    code: 'F005' satisfies FontCode,
    severity: 'error' as const,
    message: `no @font-face rule declares the font family ${named.map((name) => `“${name}”`).join(' or ')}`,
    ...labelsOf(origin),
    help: near === undefined ? declared : `Did you mean “${near}”? ${declared}`,
  };
}

/** Opens the face of a rule, or reports at the rule why it cannot be used. */
function openRule(rule: FontFaceRule, files: Files, report: Report, cache: FontCache): FontFace | undefined {
  const fail = ({ code, message }: FontFault): undefined => {
    report({
      code,
      severity: 'error',
      message: `the font file “${rule.path}” ${message}`,
      primary: { span: rule.place },
      help: fontCodes[code].help,
    });
  };
  const known = cache.get(rule.path);
  const bytes = known === undefined ? files.read(rule.path) : undefined;
  if (known === undefined && bytes === undefined) return fail({ code: 'F001', message: 'cannot be read' });
  const program = known ?? openFace(bytes!, fail);
  cache.set(rule.path, program);
  if ('code' in program) return fail(program);
  return { ...program, key: rule.path, family: rule.family, weight: rule.weight, style: rule.style };
}

/** Asks the rules in order, opening each only when those before it have no glyph. */
function createCascade(
  ordered: readonly FontFaceRule[],
  open: (rule: FontFaceRule) => FontFace | undefined,
): FontCascade {
  const known = new Map<number, FontFace | undefined>();
  let isLacking = ordered.length === 0;
  const find = (codePoint: number): FontFace | undefined => {
    for (const rule of ordered) {
      const face = open(rule);
      isLacking ||= face === undefined;
      if (face?.has(codePoint)) return face;
    }
    return undefined;
  };
  let primary: FontFace | undefined;
  return {
    get primary() {
      primary ??= find(0x20) ?? blankFace;
      return primary;
    },
    get isLacking() {
      return isLacking;
    },
    faceFor: (codePoint) => {
      const face = known.get(codePoint);
      if (face !== undefined || known.has(codePoint)) return face;
      const found = find(codePoint);
      known.set(codePoint, found);
      return found;
    },
  };
}
