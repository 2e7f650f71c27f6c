/** What the schema finds, said in sentences: a table from the validator's codes to our own. */
import type * as z from 'zod';
import { nearest } from '../diagnostics/nearest.ts';
import type { Place } from '../source/locate.ts';
import type { Located, LocatedScalar } from '../source/located.ts';
import type { Fault } from './codes.ts';
import { keysAt } from './schema-keys.ts';

/** The fault that an issue stands for; `place` is where its path leads. */
export function faultOf(issue: z.core.$ZodIssue, place: Place, schema: z.ZodType): Fault {
  const last = issue.path.at(-1);
  const subject: Subject = {
    name: typeof last === 'string' ? last : undefined,
    words: typeof last === 'string' ? `\`${last}\`` : 'this',
    shape: shapeOf(keysAt(schema, issue.path)),
  };
  switch (issue.code) {
    case 'custom':
      return (
        (issue.params?.fault as Fault | undefined) ?? {
          code: 'D003',
          message: issue.message,
          help: 'Correct the value.',
        }
      );
    case 'invalid_type':
      return place.missing
        ? missing(subject, issue.expected)
        : wrongType(subject, issue.expected, place.node);
    case 'invalid_value':
      return place.missing
        ? missing(subject, issue.values.join(' | '))
        : wrongWord(subject, issue.values.map(String), place.node);
    case 'too_big':
      return {
        code: 'D006',
        message: `${subject.words} has too many entries`,
        help: `There is room for ${issue.maximum}.`,
      };
    case 'too_small':
      return {
        code: 'D006',
        message: `${subject.words} has too few entries`,
        help: `At least ${issue.minimum} is needed.`,
      };
    case 'invalid_key':
      return {
        code: 'D001',
        message: `unknown key ${subject.words}`,
        help: keyHelp(String(last), keysAt(schema, issue.path.slice(0, -1))),
      };
    default:
      return {
        code: 'D003',
        message: `${subject.words} does not fit: ${issue.message}`,
        help: 'Compare with another park.',
      };
  }
}

/** The nearest known key, or all of them. */
export function keyHelp(name: string, known: readonly string[]): string {
  const suggestion = nearest(name, known);
  return suggestion ? `Did you mean \`${suggestion}\`?` : `Keys here: ${known.join(', ')}.`;
}

interface Subject {
  /** The key; items of lists have none. */
  readonly name: string | undefined;
  readonly words: string;
  /** How the map is written that is expected here. */
  readonly shape: string | undefined;
}

function shapeOf(keys: readonly string[]): string | undefined {
  return keys.length > 0 && keys.length <= 4 ? `{ ${keys.map((key) => `${key}: …`).join(', ')} }` : undefined;
}

const expectations: Readonly<Record<string, { readonly noun: string; readonly example: string }>> = {
  string: { noun: 'a text', example: '…' },
  boolean: { noun: '`true` or `false`', example: 'true' },
  array: { noun: 'a list', example: '[ … ]' },
  object: { noun: 'a map', example: '{ … }' },
  record: { noun: 'a map', example: '{ … }' },
};

/** What is expected, and a line as an example of it. */
function expectation({ name, shape }: Subject, expected: string) {
  const { noun, example } = expectations[expected] ?? { noun: expected, example: expected };
  // Where a text does as well as a map, the text is the plainer example.
  const written = expected === 'string' ? example : (shape ?? example);
  return { noun, line: `\`${name === undefined ? '' : `${name}: `}${written}\`` };
}

function missing(subject: Subject, expected: string): Fault {
  const isText = subject.name === 'en' || subject.name === 'zh';
  const help = isText
    ? 'Texts are needed in both languages: { en: …, zh: … }.'
    : `Add ${expectation(subject, expected).line}.`;
  return { code: 'D002', message: `${subject.words} is missing`, help };
}

function wrongType(subject: Subject, expected: string, node: Located | undefined): Fault {
  const { noun, line } = expectation(subject, expected);
  if (node?.kind === 'scalar' && node.value === null) {
    const help = `Write ${line}, or leave the key out where it is optional.`;
    return { code: 'D002', message: `${subject.words} has no value`, help };
  }
  if (node?.kind === 'scalar' && expected === 'boolean' && answers.test(node.source)) {
    return answerAsText(subject, node);
  }
  if (node?.kind === 'scalar' && expected === 'string') {
    const message = `${subject.words} is a text, and ${writtenOf(node)} is none to YAML`;
    return { code: 'D003', message, help: `Put it into quotes: "${node.source}".` };
  }
  const message = `${subject.words} is ${noun}, but here stands ${writtenOf(node)}`;
  return { code: 'D003', message, help: `Write ${line}.` };
}

const answers = /^(yes|no|on|off|y|n|true|false)$/iu;

/** `yes` and `no` were booleans in YAML 1.1 and are texts since. */
function answerAsText(subject: Subject, node: LocatedScalar): Fault {
  const answer = /^(yes|on|y|true)$/iu.test(node.source) ? 'true' : 'false';
  const message = `${subject.words} is \`true\` or \`false\`, and ${writtenOf(node)} is a text`;
  const why = node.isQuoted ? ' without quotes' : ' (yes and no were words of YAML 1.1)';
  return { code: 'D003', message, help: `Write ${answer}${why}.` };
}

function wrongWord(subject: Subject, known: readonly string[], node: Located | undefined): Fault {
  const suggestion = node?.kind === 'scalar' ? nearest(node.source, known) : undefined;
  const help = suggestion ? `Did you mean \`${suggestion}\`?` : `Words here: ${known.join(', ')}.`;
  return { code: 'D004', message: `${subject.words} cannot be ${writtenOf(node)}`, help };
}

/** What stands in the file, as it is written there. */
function writtenOf(node: Located | undefined): string {
  if (node?.kind === 'list') return 'a list';
  if (node?.kind === 'map') return 'a map';
  const text = node?.source ?? '';
  return `\`${text.length > 40 ? `${text.slice(0, 38)}…` : text}\``;
}
