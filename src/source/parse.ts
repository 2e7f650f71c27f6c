/** Text to YAML nodes: the settings that the data relies on, and the faults in our own words. */
import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser, type YAMLError } from 'yaml';
import type { Report } from '../diagnostics/diagnostic.ts';
import { lineOf } from '../diagnostics/position.ts';
import type { SourceText } from '../diagnostics/span.ts';
import type { SourceCode } from './codes.ts';
import { mostLevels, mostSyntaxErrors } from './limits.ts';
import { explainSyntaxError, type SyntaxFault } from './syntax.ts';

/**
 * The root node of the one document in a file, or undefined when there is none or it has faults.
 * YAML 1.2 core schema with merge keys; keys are strings. Duplicate keys are left to the decoder,
 * which finds them in linear time and knows both places.
 */
export function parseYaml(source: SourceText, report: Report): ParsedNode | undefined {
  let hasFaults = false;
  const fault = (code: SourceCode, message: string, help: string, start: number, end: number) => {
    hasFaults = true;
    const span = { source, start, end: Math.min(Math.max(end, start), source.text.length) };
    report({ code, severity: 'error', message, help, primary: { span } });
  };
  const { tokens, tooDeep } = tokensOf(source.text);
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
  for (const told of withoutEchoes(errors, source, tokens))
    fault(told.code, told.message, told.help, told.start, told.end);
  if (hasFaults) return undefined;
  if (document?.contents) return document.contents;
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

/** The concrete syntax, read token by token so that nesting is bounded before anything recurses. */
function tokensOf(text: string): { tokens: readonly CST.Token[]; tooDeep?: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
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
