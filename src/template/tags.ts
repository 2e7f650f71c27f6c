/**
 * A light scan of the tags of a template: how many there are, how deep they nest (Handlebars' parser takes time
 * with the square of both), and which one is left open when the parser gives up.
 */

export interface Tag {
  /** `block`: opened and not closed; `tag`: `{{` without `}}`; `comment`: `{{!--` without `--}}`. */
  readonly kind: 'block' | 'tag' | 'comment';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface Scan {
  readonly count: number;
  /** The first tag that nests deeper than asked for. */
  readonly tooDeep?: Tag;
  /**
   * A `{{` or `{{!--` that ends nowhere (another `{{` comes before any `}}`), else the innermost block that is
   * still open at the end of the text.
   */
  readonly unclosed?: Tag;
}

/** Scans a text; `deepest` is the depth of blocks, and of brackets in one tag, that is not too deep. */
export function scanTags(text: string, deepest: number): Scan {
  const opening = /\\*\{\{\{?\{?/g;
  const commentEnd = /--~?\}\}/g;
  const blocks: OpenBlock[] = [];
  let depth = 0;
  let tooDeep: Tag | undefined;
  let unclosed: Tag | undefined;
  let count = 0;
  let end = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const braces = match[0].replace(/^\\+/, '');
    const slashes = match[0].length - braces.length;
    // `\{{x}}` prints the braces; `\\{{x}}` is a backslash and a tag.
    if (slashes === 1) continue;
    count += 1;
    const start = match.index + slashes;
    const inside = start + braces.length;
    if (text.startsWith('!--', inside) || text.startsWith('~!--', inside)) {
      commentEnd.lastIndex = inside;
      if (!commentEnd.test(text)) {
        unclosed ??= { kind: 'comment', name: '', start, end: inside + 3 };
        break;
      }
      opening.lastIndex = commentEnd.lastIndex;
      continue;
    }
    if (end >= 0 && end < inside) end = text.indexOf('}}', inside);
    const next = text.indexOf('{{', inside);
    if (end < 0 || (next >= 0 && next < end)) {
      // It may be braces in a quoted text, so that tags go on after it.
      const tag: Tag = { kind: 'tag', name: '', start, end: endOfLine(text, inside) };
      unclosed ??= tag;
      if (!tooDeep && bracketDepth(text.slice(inside, next < 0 ? undefined : next)) > deepest) tooDeep = tag;
      continue;
    }
    const body = text.slice(inside, end);
    const tag: Tag = { kind: 'block', name: nameOf(body), start, end: end + 2 };
    depth += nest(blocks, body, tag);
    if (!tooDeep && (depth > deepest || bracketDepth(body) > deepest)) tooDeep = tag;
    opening.lastIndex = end + 2;
  }
  unclosed ??= blocks.at(-1)?.tag;
  return { count, ...(tooDeep ? { tooDeep } : {}), ...(unclosed ? { unclosed } : {}) };
}

const head = /^~?\s*([#^/])>?\s*\*?\s*([^\s~}|]*)/;

function nameOf(body: string): string {
  return head.exec(body)?.[2] ?? '';
}

/** Each `{{else if}}` nests in the part before it, so a block may hold several levels. */
interface OpenBlock {
  readonly tag: Tag;
  levels: number;
}

/** Opens, closes or continues a block; gives the change of depth. */
function nest(blocks: OpenBlock[], body: string, tag: Tag): number {
  const sign = head.exec(body)?.[1];
  if (sign === '/') return -(blocks.pop()?.levels ?? 0);
  if (sign === '#' || (sign === '^' && tag.name !== '')) {
    blocks.push({ tag, levels: 1 });
    return 1;
  }
  const top = blocks.at(-1);
  if (!top || !/^~?\s*else\s+[^\s~]/.test(body)) return 0;
  top.levels += 1;
  return 1;
}

function bracketDepth(body: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of body) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function endOfLine(text: string, from: number): number {
  const stop = /[\r\n]|\{\{/g;
  stop.lastIndex = from;
  return stop.exec(text)?.index ?? text.length;
}
