/** Text to YAML nodes: the settings that the data relies on, and the faults in our own words. */
import {
  Composer,
  type CST,
  type Document,
  type ErrorCode,
  Lexer,
  type ParsedNode,
  Parser,
  type YAMLError,
} from 'yaml';
import type { Report } from '../diagnostics/diagnostic.ts';
import { lineOf } from '../diagnostics/position.ts';
import type { SourceText } from '../diagnostics/span.ts';
import type { SourceCode } from './codes.ts';
import { mostLevels, mostScalars, mostSyntaxErrors } from './limits.ts';
import { explainSyntaxError, type SyntaxFault } from './syntax.ts';

/** The one document of a file. */
export interface Parsed {
  readonly root: ParsedNode;
  /** Offsets of faults that have been told and spoil no more than the value they stand in. */
  readonly faults: readonly number[];
}

/** Faults of a single value: the structure around it is read as it was meant. */
const local: ReadonlySet<ErrorCode> = new Set(['BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'TAG_RESOLVE_FAILED']);

/**
 * The root node of the one document in a file, or undefined when there is none or its structure has faults.
 * YAML 1.2 core schema with merge keys; keys are strings. Duplicate keys are left to the decoder,
 * which finds them in linear time and knows both places.
 */
export function parseYaml(source: SourceText, report: Report): Parsed | undefined {
  let hasFaults = false;
  const fault = (code: SourceCode, message: string, help: string, start: number, end: number) => {
    hasFaults = true;
    const span = { source, start, end: Math.min(Math.max(end, start), source.text.length) };
    report({ code, severity: 'error', message, help, primary: { span } });
  };
  const { tokens, tooDeep, tooMany } = tokensOf(source.text);
  if (tooMany !== undefined) {
    const message = `the file is too large: more than ${mostScalars.toLocaleString('en')} keys and values`;
    fault('Y003', message, 'Split the file.', tooMany, tooMany + 1);
    return undefined;
  }
  if (tooDeep !== undefined) {
    fault(
      'Y005',
      `nested too deeply: more than ${mostLevels} levels`,
      'Flatten the data.',
      tooDeep,
      tooDeep + 1,
    );
    return undefined;
  }
  refuseExtras(tokens, fault);
  if (hasFaults) return undefined;
  const [document] = compose(tokens, source.text.length);
  const errors = document
    ? [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])
    : [];
  const faults = withoutEchoes(errors, source, tokens);
  for (const told of faults) fault(told.code, told.message, told.help, told.start, told.end);
  if (errors.some(({ code }) => !local.has(code))) return undefined;
  if (document?.contents) return { root: document.contents, faults: errors.map(({ pos }) => pos[0]) };
  fault('Y004', 'the file is empty', 'Write the data, or delete the file.', 0, 0);
  return undefined;
}

/** One mistake often breaks several rules, on its line and on those after it: the first of them says it. */
function withoutEchoes(
  errors: readonly YAMLError[],
  source: SourceText,
  tokens: readonly CST.Token[],
): readonly SyntaxFault[] {
  const kept: SyntaxFault[] = [];
  const lines = new Set<number>();
  let disturbedUntil = 0;
  for (const error of errors) {
    // A line of a million characters can have as many errors, and each would be searched to its end.
    if (lines.has(lineOf(source, error.pos[0]))) continue;
    const told = explainSyntaxError(error, source.text, tokens);
    const line = lineOf(source, told.start);
    if (lines.has(line) || (told.code === 'Y011' && told.start < disturbedUntil)) continue;
    lines.add(line);
    kept.push(told);
    // An open quote swallows the rest of the file; a structure that went wrong lasts until the first column.
    if (told.opensQuote || kept.length === mostSyntaxErrors) break;
    if (told.code === 'Y010' || told.code === 'Y011' || told.code === 'Y012')
      disturbedUntil = nextInFirstColumn(source.text, told.end);
  }
  return kept;
}

/** Offset of the next line that is not indented. */
function nextInFirstColumn(text: string, from: number): number {
  const found = text.slice(from).search(/\n[^\s#]/);
  return found < 0 ? text.length : from + found + 1;
}

/** What the lexer puts before every scalar. */
const scalarMark = '\u001f';

/** The concrete syntax, read token by token so that nesting and length are bounded before anything recurses. */
function tokensOf(text: string): { tokens: readonly CST.Token[]; tooDeep?: number; tooMany?: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let scalars = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === scalarMark) scalars += 1;
    if (scalars > mostScalars) return { tokens, tooMany: parser.offset };
    // By hand, since nearly all lexemes finish no token: a loop over each of them takes a tenth of the time of parsing.
    const steps = parser.next(lexeme);
    for (let step = steps.next(); !step.done; step = steps.next()) tokens.push(step.value);
    if (parser.stack.length > mostLevels) return { tokens, tooDeep: parser.offset - lexeme.length };
  }
  tokens.push(...parser.end());
  return { tokens };
}

function compose(tokens: readonly CST.Token[], end: number): readonly Document.Parsed[] {
  const composer = new Composer({
    merge: true,
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return [...composer.compose(tokens, true, end)];
}

type Fault = (code: SourceCode, message: string, help: string, start: number, end: number) => void;

function refuseExtras(tokens: readonly CST.Token[], fault: Fault): void {
  let documents = 0;
  for (const token of tokens) {
    if (token.type === 'directive') {
      const help = 'Delete the line: the data is YAML 1.2, without tags.';
      fault('Y007', `directive \`${token.source}\``, help, token.offset, token.offset + token.source.length);
    }
    if (token.type === 'document') {
      documents += 1;
      if (documents !== 2) continue;
      const help =
        'Only one document is read from a file: delete `---`, or put what follows into its own file.';
      fault('Y008', 'a second document begins here', help, token.offset, token.offset + 3);
    }
  }
}
