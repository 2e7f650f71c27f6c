/** Syntax errors of the YAML parser, said in words that an editor of data understands. */
import type { CST, YAMLError } from 'yaml';
import type { SourceCode } from './codes.ts';
import { strangeSpaceIn } from './habits.ts';

export interface SyntaxFault {
  readonly code: SourceCode;
  readonly message: string;
  readonly help: string;
  readonly start: number;
  readonly end: number;
  /** A quote without end: nothing after it is read as it was meant. */
  readonly opensQuote?: true;
}

type Words = Pick<SyntaxFault, 'code' | 'message' | 'help' | 'opensQuote'> & {
  readonly start?: number;
  readonly end?: number;
};

/** What went wrong at a parser error; looks at the text, as one mistake hides behind many parser codes. */
export function explainSyntaxError(
  error: YAMLError,
  text: string,
  tokens: readonly CST.Token[],
): SyntaxFault {
  const [start, end] = error.pos;
  return { start, end, ...words(error, text, tokens) };
}

function words(error: YAMLError, text: string, tokens: readonly CST.Token[]): Words {
  const start = error.pos[0];
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return tabAsIndent;
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return {
        code: 'Y009',
        message: `tag \`${text.slice(...error.pos)}\``,
        help: 'Delete the tag; texts that need it stand in quotes.',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        code: 'Y021',
        message: 'unknown escape in double quotes',
        help: 'Use single quotes, or write the backslash twice.',
      };
    case 'BAD_SCALAR_START':
      return cannotBegin(text, start);
    case 'NON_STRING_KEY':
      return {
        code: 'Y019',
        message: 'this key is not a text',
        help: 'Keys are short plain texts without brackets.',
      };
    case 'KEY_OVER_1024_CHARS':
      return {
        code: 'Y019',
        message: 'this key is too long',
        help: 'Keys have up to 1,024 characters; was a line break lost?',
      };
    case 'RESOURCE_EXHAUSTION':
      return { code: 'Y005', message: 'nested too deeply', help: 'Flatten the data.' };
    case 'BAD_INDENT':
      return badIndent(error, text);
    case 'MISSING_CHAR':
    case 'MULTILINE_IMPLICIT_KEY':
      return missing(error, text, tokens);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return nestedColon(text, start);
    case 'BLOCK_IN_FLOW':
      return (
        fullWidthNear(text, start) ?? {
          code: 'Y014',
          message: 'a colon and a space inside of an unquoted text',
          help: 'Put the text into quotes.',
        }
      );
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, start);
    default:
      return {
        code: 'Y020',
        message: `this is not YAML: ${error.message}`,
        help: 'Compare with a file that works.',
      };
  }
}

const tabAsIndent: Words = {
  code: 'Y010',
  message: 'a tab is used for indentation',
  help: 'Use spaces, two for each level.',
};

const notAligned: Words = {
  code: 'Y011',
  message: 'this line is indented differently from its siblings',
  help: 'Begin all keys of one map, and all dashes of one list, in the same column.',
};

function badIndent(error: YAMLError, text: string): Words {
  const indent = /^[ ]*\t/.exec(text.slice(text.lastIndexOf('\n', error.pos[0] - 1) + 1, error.pos[0]));
  if (indent) return { ...tabAsIndent, start: error.pos[0] - 1, end: error.pos[0] };
  const bracket = /must be sufficiently indented and end with a (.)/.exec(error.message)?.[1];
  if (bracket === undefined) {
    const start = error.pos[0] + restOfLine(text, error.pos[0]).search(/\S|$/);
    return { ...notAligned, start, end: start + 1 };
  }
  const fullWidth = fullWidthNear(text, error.pos[0]);
  if (fullWidth) return fullWidth;
  return {
    code: 'Y013',
    message: `a closing \`${bracket}\` is missing before this`,
    help: `Close the brackets with \`${bracket}\`.`,
  };
}

function missing(error: YAMLError, text: string, tokens: readonly CST.Token[]): Words {
  const quote = /Missing closing (['"])/.exec(error.message)?.[1];
  if (quote !== undefined) {
    const start = unclosedQuote(tokens, error.pos[0]) ?? error.pos[0];
    return {
      code: 'Y013',
      message: `a quote ${quote} is opened here and never closed`,
      help: `Close it with ${quote}.`,
      start,
      end: start + 1,
      opensQuote: true,
    };
  }
  const start = error.pos[0];
  return fullWidthNear(text, start) ?? missingSpace(text, start) ?? missingColon(text, start);
}

/** `key:value` where a key is due. */
function missingSpace(text: string, start: number): Words | undefined {
  const match = /^[ \t]*([\p{L}\w-]+):(?=[^\s:/])/u.exec(restOfLine(text, start));
  if (!match) return undefined;
  const colon = start + match[0].length;
  const message = `a space is missing after \`${match[1]}:\``;
  return {
    code: 'Y012',
    message,
    help: 'Write a space after the colon: `key: value`.',
    start: colon - 1,
    end: colon,
  };
}

function missingColon(text: string, start: number): Words {
  const whole = restOfLine(text, start);
  const line = whole.trim();
  if (/^[^\s:]+:([ \t]|$)/.test(line)) {
    const begin = start + whole.search(/\S|$/);
    return { ...notAligned, start: begin, end: begin + 1 };
  }
  const strange = strangeSpaceIn(/[:：].?/u.exec(whole)?.[0] ?? '', start + whole.search(/[:：]/));
  if (strange) return strange;
  const help = 'Write `key: value`, or indent the line under the text that it continues.';
  return {
    code: 'Y012',
    message: `\`${shorten(line)}\` is no key with a value`,
    help,
    end: start + line.length,
  };
}

function fullWidthNear(text: string, start: number): Words | undefined {
  const line = restOfLine(text, start);
  const match = /[：［］｛｝，＃]/u.exec(
    line.replace(/"[^"]*"|'[^']*'/gu, (quoted) => ' '.repeat(quoted.length)),
  );
  if (!match) return undefined;
  const half = match[0].normalize('NFKC');
  const at = start + match.index;
  return {
    code: 'Y022',
    message: `full-width \`${match[0]}\` where YAML needs \`${half}\``,
    help: `Write \`${half}\`${half === ':' || half === ',' ? ' and a space' : ''}.`,
    start: at,
    end: at + 1,
  };
}

function nestedColon(text: string, start: number): Words {
  if (/^\?\s/.test(text.slice(start, start + 2))) return cannotBegin(text, start);
  const line = restOfLine(text, start);
  const fullWidth = fullWidthNear(text, text.lastIndexOf('\n', start - 1) + 1);
  if (fullWidth) return fullWidth;
  const colon = line.search(/:(\s|$)/);
  if (colon >= 0) return quotesNeeded(text, start, 'a colon and a space inside of an unquoted text');
  const help = 'Begin it in the column of its siblings, or indent it under a key without a value.';
  return {
    code: 'Y011',
    message: 'the line after this one is indented too far',
    help,
    end: start + line.trimEnd().length,
  };
}

function unexpected(text: string, start: number): Words {
  const line = restOfLine(text, start).trim();
  const message = `unexpected \`${shorten(line)}\``;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const sign = /(?:^|[:\-,[{]\s+)([|>*&])(\S*\s*)$/.exec(before);
  if (sign) {
    const begin = start - sign[1]!.length - sign[2]!.length;
    return cannotBegin(text, begin);
  }
  if (/:\s+$/.test(before) && /^- /.test(line)) {
    return {
      code: 'Y011',
      message: 'a list cannot begin on the line of its key',
      help: `Put every dash on a line of its own below the key; a text that begins with a dash needs quotes: "${shorten(line)}".`,
    };
  }
  if (before.endsWith("'"))
    return {
      code: 'Y014',
      message,
      help: "Inside of single quotes an apostrophe is written twice: 'it''s'.",
    };
  if (before.endsWith('"'))
    return { code: 'Y014', message, help: 'Inside of double quotes a quote is written \\".' };
  if (/["']\s+$/.test(before)) {
    const help = 'Close the quotes at the end of the text, or begin a comment with #.';
    return { code: 'Y014', message: `\`${shorten(line)}\` stands behind the closing quote`, help };
  }
  return {
    code: 'Y020',
    message,
    help: 'Put texts with special characters into quotes; close what was opened before.',
  };
}

function cannotBegin(text: string, start: number): Words {
  const sign = text[start] === '`' ? 'a back quote' : `\`${text[start] ?? ''}\``;
  return quotesNeeded(text, start, `an unquoted text cannot begin with ${sign}`);
}

function quotesNeeded(text: string, start: number, message: string): Words {
  const line = restOfLine(text, start).trimEnd();
  const quote = ['"', "'"].find((each) => !line.includes(each));
  const example = quote === undefined ? '' : `: ${quote}${shorten(line)}${quote}`;
  const help = `Put the text into quotes${example}.`;
  return { code: 'Y014', message, help, start, end: start + line.length };
}

function restOfLine(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
}

function shorten(text: string): string {
  return text.length > 60 ? `${[...text].slice(0, 58).join('')}\u2026` : text;
}

/** The offset of the quoted text that reaches the given offset. */
function unclosedQuote(tokens: readonly CST.Token[], offset: number): number | undefined {
  let found: number | undefined;
  const pending: unknown[] = [...tokens];
  while (pending.length > 0) {
    const token = pending.pop();
    if (typeof token !== 'object' || token === null) continue;
    if ('type' in token && (token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar')) {
      const { offset: start, source } = token as CST.FlowScalar;
      if (start <= offset && start + source.length >= offset - 1) found = start;
    }
    for (const value of Object.values(token))
      if (typeof value === 'object') pending.push(...(Array.isArray(value) ? value : [value]));
  }
  return found;
}
