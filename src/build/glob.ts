/** Globs for `--only`, over paths with `/`. */

/** Longer ones are refused: what they turn into must not take long to match. */
const longestGlob = 200;

/** `*` within one name, `**` across folders, `?` one character, `{a,b}` either; undefined when it is malformed. */
export function globMatcher(glob: string): ((path: string) => boolean) | undefined {
  if (glob.length > longestGlob) return undefined;
  const alternatives = expandBraces(glob);
  if (!alternatives) return undefined;
  const patterns = alternatives.map((one) => one.split('/'));
  return (path) => patterns.some((pattern) => matchSegments(pattern, path.split('/')));
}

/** Whether anything below a top folder can match: the glob held against the first name only. */
export function topFolderMatcher(glob: string): ((folder: string) => boolean) | undefined {
  const alternatives = glob.length > longestGlob ? undefined : expandBraces(glob);
  const tops = alternatives?.map((one) => one.split('/', 1));
  return tops && ((folder) => tops.some((top) => matchSegments(top, [folder])));
}

/** `a{b,c}d` as `abd` and `acd`; at most 64 of them. */
function expandBraces(glob: string): readonly string[] | undefined {
  const open = glob.indexOf('{');
  if (open < 0) return glob.includes('}') ? undefined : [glob];
  const close = glob.indexOf('}', open);
  const inside = glob.slice(open + 1, close);
  if (close < 0 || inside.includes('{')) return undefined;
  const rest = expandBraces(glob.slice(close + 1));
  const all =
    rest && inside.split(',').flatMap((word) => rest.map((tail) => glob.slice(0, open) + word + tail));
  return all && all.length <= 64 ? all : undefined;
}

function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  return matchSequence(pattern, path, '**', matchName);
}

function matchName(pattern: string, name: string): boolean {
  return matchSequence([...pattern], [...name], '*', (one, char) => one === '?' || one === char);
}

/** Matches with a wildcard for any number of items, going back to the last wildcard only: no exponential search. */
function matchSequence<P extends string>(
  pattern: readonly P[],
  items: readonly string[],
  wildcard: string,
  same: (one: P, item: string) => boolean,
): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < items.length; ) {
    const one = pattern[at];
    if (one === wildcard) {
      star = at++;
      resume = index;
    } else if (one !== undefined && same(one, items[index]!)) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === wildcard) at++;
  return at === pattern.length;
}
