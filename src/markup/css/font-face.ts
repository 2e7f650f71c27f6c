/** `@font-face` (css-fonts-4 §4): one static file per rule. */
import { nearest } from '../../diagnostics/nearest.ts';
import { didYouMean } from '../fault.ts';
import type { FontFaceRule } from '../tree.ts';
import { type DeclarationContext, fileHelp } from './declarations.ts';
import type { AtRuleItem, DeclarationItem } from './syntax.ts';
import type { CssText } from './tokens.ts';
import { type CssValue, splitAtCommas, wordOf } from './values.ts';

const descriptors = ['font-family', 'src', 'font-weight', 'font-style', 'font-display'];

/** Reads a rule; undefined after a fault that leaves no usable face. */
export function readFontFace(
  rule: AtRuleItem,
  css: CssText,
  context: DeclarationContext,
): FontFaceRule | undefined {
  const found = new Map<string, DeclarationItem>();
  for (const item of rule.body ?? []) {
    if (item.kind === 'declaration' && descriptors.includes(item.name)) found.set(item.name, item);
    else {
      const name = item.kind === 'declaration' ? item.name : '';
      context.fault(
        'C008',
        css.originOf(item.start, item.end),
        name === '' ? 'a rule inside @font-face' : `@font-face has no ${name}`,
        {
          help: didYouMean(nearest(name, descriptors), `it has ${descriptors.slice(0, 4).join(', ')}`),
        },
      );
    }
  }
  const place = css.originOf(rule.start, rule.end);
  const family = familyOf(found.get('font-family'));
  const source = found.get('src');
  if (family === undefined || source === undefined) {
    context.fault('C008', place, `@font-face needs ${family === undefined ? 'font-family' : 'src'}`, {
      help: '@font-face { font-family: "Name"; src: url(name.ttf); font-weight: 400 }',
    });
    return undefined;
  }
  const path = sourceOf(source, css, context);
  const weight = weightOf(found.get('font-weight'), css, context);
  const style = styleOf(found.get('font-style'), css, context);
  if (path === undefined || weight === undefined || style === undefined) return undefined;
  return { family, weight, style, path, place: css.originOf(source.start, source.end).place };
}

function familyOf(item: DeclarationItem | undefined): string | undefined {
  if (item === undefined) return undefined;
  const [first] = item.values;
  if (item.values.length === 1 && first?.kind === 'string') return first.text;
  const words = item.values.map((value) => (value.kind === 'ident' ? value.text : undefined));
  return words.includes(undefined) ? undefined : words.join(' ');
}

/** The first file of the list that is there. */
function sourceOf(item: DeclarationItem, css: CssText, context: DeclarationContext): string | undefined {
  const urls: Extract<CssValue, { kind: 'url' }>[] = [];
  for (const [value, format, ...rest] of splitAtCommas(item.values)) {
    const formatted = format === undefined || (format.kind === 'function' && format.name === 'format');
    if (value?.kind === 'url' && formatted && rest.length === 0) urls.push(value);
    else {
      const at = value ?? item;
      context.fault('C008', css.originOf(at.start, at.end), 'src names no file', {
        help: 'write src: url(name.ttf); local() is not read, because other machines have other fonts',
      });
      return undefined;
    }
  }
  const there = urls.find((url) => context.fileExists(url.path));
  if (there !== undefined) return there.path;
  const first = urls[0]!;
  context.fault('C007', css.originOf(first.start, first.end), `there is no font file ${first.path}`, {
    help: fileHelp(first.path),
  });
  return undefined;
}

function weightOf(
  item: DeclarationItem | undefined,
  css: CssText,
  context: DeclarationContext,
): number | undefined {
  const [value] = item?.values ?? [];
  if (item === undefined || value === undefined) return 400;
  const word = wordOf(value);
  const weight =
    value.kind === 'number' ? value.value : word === 'normal' ? 400 : word === 'bold' ? 700 : Number.NaN;
  if (item.values.length === 1 && weight >= 1 && weight <= 1000) return weight;
  context.fault('C008', css.originOf(value.start, item.end), 'font-weight of a face is one number', {
    help: 'write one from 1 to 1000; variable fonts are not supported',
  });
  return undefined;
}

function styleOf(
  item: DeclarationItem | undefined,
  css: CssText,
  context: DeclarationContext,
): 'normal' | 'italic' | undefined {
  if (item === undefined) return 'normal';
  const word = item.values.length === 1 ? wordOf(item.values[0]) : undefined;
  if (word === 'normal' || word === 'italic') return word;
  if (word === 'oblique') return 'italic';
  context.fault('C008', css.originOf(item.start, item.end), 'font-style of a face is normal or italic', {
    help: 'write one of them',
  });
  return undefined;
}
