/** The targets that `--only` and `--lang` ask for. */
import { nearest } from '../diagnostics/nearest.ts';
import type { Target } from '../press.ts';
import { globMatcher } from './glob.ts';
import type { Options, UsageFault } from './options.ts';

/** A choice that leaves nothing is wrong usage, not a build of nothing. */
export function selectTargets(
  targets: readonly Target[],
  { only, lang }: Pick<Options, 'only' | 'lang'>,
): readonly Target[] | UsageFault {
  const matches = only === undefined ? () => true : globMatcher(only);
  if (!matches) return { usage: `"${only}" is not a glob; write for example 'baotou-*/**'` };
  const selected = targets.filter(
    (target) => matches(target.path) && (lang === undefined || lang.includes(target.lang)),
  );
  if (selected.length > 0 || targets.length === 0) return selected;
  const paths = targets.map((target) => target.path);
  const near = only === undefined ? undefined : nearest(only, paths);
  const asked = only === undefined ? `in ${lang?.join(' or ')}` : `that matches --only ${only}`;
  return {
    usage: `there is no file ${asked}; ${near === undefined ? `one is ${paths[0]}` : `did you mean ${near}?`}`,
  };
}
