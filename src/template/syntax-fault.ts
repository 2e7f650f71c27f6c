/**
 * Puts what Handlebars' parser says into plain words with a place. Its messages come in three forms:
 * an exception with line and column (mismatched blocks, bad paths); "Parse error on line N" with an excerpt,
 * a caret and a list of token names; "Lexical error on line N" with the same excerpt. Places of the last two
 * are found by looking for the excerpt.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import type { Locator } from './lines.ts';
import type { Tag } from './tags.ts';

/** The diagnostic for anything that `Handlebars.parse` threw; `unclosed` is what `scanTags` found open. */
export function syntaxFault(locator: Locator, error: unknown, unclosed: Tag | undefined): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const placed = exceptionPlace(locator, error);
  if (placed) return placedFault(locator, message, placed);
  const { got, at } = readExcerpt(locator, message);
  const { source } = locator;
  const end = Math.min(at + 1, source.text.length);
  const span: Span = { source, start: Math.min(at, end), end };
  if (unclosed?.kind === 'tag' || unclosed?.kind === 'comment') return unclosedTag(locator, unclosed);
  if (got === 'EOF' && unclosed) return unclosedBlock(locator, unclosed);
  return fault(span, wordsFor(got, source.text.slice(at, at + 12)), helpFor(got));
}

function fault(span: Span, message: string, help?: string): Diagnostic {
  return { code: 'T005', severity: 'error', message, primary: { span }, ...(help ? { help } : {}) };
}

function unclosedTag({ source }: Locator, tag: Tag): Diagnostic {
  const span = { source, start: tag.start, end: tag.end };
  return tag.kind === 'comment'
    ? fault(span, 'this comment is never closed', 'Close it with --}}.')
    : fault(span, 'this tag is never closed', 'Close it with }}.');
}

function unclosedBlock({ source }: Locator, tag: Tag): Diagnostic {
  const span = { source, start: tag.start, end: tag.end };
  return fault(
    span,
    `the block \`${tag.name}\` is never closed`,
    `Write {{/${tag.name}}} where it should end.`,
  );
}

function exceptionPlace(locator: Locator, error: unknown): Span | undefined {
  const place = error as {
    lineNumber?: unknown;
    column?: unknown;
    endLineNumber?: unknown;
    endColumn?: unknown;
  };
  if (typeof place?.lineNumber !== 'number' || typeof place.column !== 'number') return undefined;
  const start = { line: place.lineNumber, column: place.column };
  const end =
    typeof place.endLineNumber === 'number' && typeof place.endColumn === 'number'
      ? { line: place.endLineNumber, column: place.endColumn }
      : start;
  return locator.span({ start, end });
}

function placedFault(locator: Locator, message: string, span: Span): Diagnostic {
  const mismatch = /^(.+) doesn't match (.+) - \d+:\d+$/s.exec(message);
  if (mismatch) {
    const [, opened = '', closed = ''] = mismatch;
    const closing = locator.source.text.indexOf(`/${closed}`, span.end);
    const labels =
      closing < 0
        ? []
        : [
            {
              span: { source: locator.source, start: closing, end: closing + 1 + closed.length },
              text: 'closed here',
            },
          ];
    return {
      ...fault(
        span,
        `the block \`${opened}\` is closed by \`/${closed}\``,
        `Write {{/${opened}}} where it should end.`,
      ),
      labels,
    };
  }
  const path = /^Invalid path: (.+) - \d+:\d+$/s.exec(message);
  if (path) return fault(span, `\`${path[1]}\` is not a path`, 'Write ../ only at the start of a name.');
  return fault(
    span,
    'this cannot stand here',
    'Compare it with a block that works: {{#if x}} … {{else}} … {{/if}}.',
  );
}

/** Handlebars prints up to 20 characters on each side of the caret, line breaks taken out. */
const excerptReach = 20;

function readExcerpt(locator: Locator, message: string): { got: string; at: number } {
  const { text } = locator.source;
  const [head = '', excerpt = '', pointer = ''] = message.split('\n');
  const got = /got '([A-Z_]+)'\s*$/.exec(message)?.[1] ?? 'INVALID';
  const caret = pointer.indexOf('^');
  const line = Number(/ on line (\d+)/.exec(head)?.[1] ?? 1);
  const from = locator.offset({ line, column: 0 });
  const before = excerpt.slice(0, Math.max(0, caret)).replace(/^\.\.\./, '');
  const after = excerpt.slice(Math.max(0, caret)).replace(/\.\.\.$/, '');
  const fits = (at: number): boolean =>
    text.slice(Math.max(0, at - excerptReach), at).replace(/\n/g, '') === before &&
    text
      .slice(at, at + excerptReach)
      .replace(/\n/g, '')
      .startsWith(after.slice(0, excerptReach));
  if (caret >= 0) {
    for (let at = from; at <= text.length; at += 1) if (fits(at)) return { got, at };
    for (let at = from - 1; at >= 0; at -= 1) if (fits(at)) return { got, at };
  }
  return { got, at: from };
}

function wordsFor(got: string, found: string): string {
  const word = /^(\{\{[#/>^~&{]*\s*[^\s}]*\}{0,2}|\}{2,3}|\S+)/.exec(found)?.[0] ?? found;
  switch (got) {
    case 'EOF':
      return 'the file ends in the middle of a tag';
    case 'CLOSE':
    case 'CLOSE_UNESCAPED':
    case 'CLOSE_RAW_BLOCK':
      return 'the tag ends where a name or a value is needed';
    case 'OPEN_ENDBLOCK':
      return `\`${word}\` closes a block that was not opened`;
    case 'INVERSE':
    case 'OPEN_INVERSE_CHAIN':
      return '`{{else}}` stands outside a block, or twice in one';
    case 'OPEN_SEXPR':
      return 'a tag cannot begin with a bracket';
    case 'EQUALS':
      return 'a `=` stands where a name or a value is needed';
    default:
      return `\`${word}\` cannot stand in a tag here`;
  }
}

function helpFor(got: string): string {
  switch (got) {
    case 'CLOSE':
    case 'EQUALS':
      return 'An option is written name=value, a text "in quotes".';
    case 'CLOSE_UNESCAPED':
      return 'Print values with {{x}}.';
    case 'OPEN_ENDBLOCK':
      return 'Remove it, or open the block before it.';
    case 'INVERSE':
    case 'OPEN_INVERSE_CHAIN':
      return 'A block has one {{else}}: {{#if x}} … {{else}} … {{/if}}.';
    case 'NUMBER':
      return 'An item of a list is written list.[0].';
    case 'OPEN_SEXPR':
      return 'Write the helper first: {{number (count x)}}.';
    default:
      return 'Tags look like {{name}}, {{helper value option="text"}}, {{#each list}} … {{/each}}. Check quotes and brackets.';
  }
}
