/** Source text of a template -> syntax tree, with Handlebars' complaints located and put in plain words. */
import Handlebars from 'handlebars';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/span.ts';
import type { Program } from './ast.ts';
import { locatorOf } from './lines.ts';
import { codePointName, reserved } from './marks.ts';
import { syntaxFault } from './syntax-fault.ts';
import { type Scan, scanTags } from './tags.ts';

/** Handlebars' parser slows down with the square of these; nobody writes more into one file. */
const mostCharacters = 500_000;
const mostTags = 5_000;
const deepestNesting = 60;

/** The tree of one file, or undefined after reporting why there is none. */
export function parseTemplate(source: SourceText, report: Report): Program | undefined {
  const scan = scanTags(source.text, deepestNesting);
  const refusal = refuseLarge(source, scan) ?? refuseReserved(source);
  if (refusal) {
    report(refusal);
    return undefined;
  }
  try {
    return Handlebars.parse(source.text) as unknown as Program;
  } catch (error) {
    report(syntaxFault(locatorOf(source), error, scan.unclosed));
    return undefined;
  }
}

function refuseLarge(source: SourceText, { count, tooDeep }: Scan): Diagnostic | undefined {
  const { length } = source.text;
  if (length > mostCharacters || count > mostTags) {
    const [number, most, words] =
      length > mostCharacters ? [length, mostCharacters, 'characters'] : [count, mostTags, 'tags'];
    return {
      code: 'T016',
      severity: 'error',
      message: `the template has ${number} ${words}; ${most} are allowed`,
      primary: { span: { source, start: 0, end: 0 } },
      help: 'Walk through repeated parts with {{#each}}, or move parts into partials.',
    };
  }
  if (!tooDeep) return undefined;
  return {
    code: 'T005',
    severity: 'error',
    message: `blocks or brackets are nested deeper than ${deepestNesting}`,
    primary: { span: { source, start: tooDeep.start, end: tooDeep.end } },
    help: 'Move inner parts into partials.',
  };
}

function refuseReserved(source: SourceText): Diagnostic | undefined {
  const start = source.text.search(reserved);
  if (start < 0) return undefined;
  return {
    code: 'T015',
    severity: 'error',
    message: `the invisible character ${codePointName(source.text[start] ?? '')} is reserved and cannot stand in a template`,
    primary: { span: { source, start, end: start + 1 } },
    help: 'Delete it; retype the words around it if you cannot see it.',
  };
}
