/** Compares one helper call, as written, with the declaration of the helper. */
import { nearest } from '../diagnostics/nearest.ts';
import type { Expression, Hash, Location } from './ast.ts';
import type { Helper, Type } from './helper.ts';

type FaultAt = (code: 'T010', loc: Location, message: string, help?: string) => void;

/** Reports missing and surplus arguments, unknown options, and literals of the wrong type. */
export function checkCall(
  helper: Helper,
  params: readonly Expression[],
  hash: Hash | undefined,
  at: Location,
  fault: FaultAt,
): void {
  const example = `For example {{${helper.examples[0].call.replace(/^\{\{|\}\}$/g, '')}}}.`;
  const missing = helper.params[params.length];
  if (missing) {
    fault(
      'T010',
      at,
      `\`${helper.name}\` needs ${missing.type.words} (${missing.name}), but nothing is given for it`,
      example,
    );
  }
  const surplus = params[helper.params.length];
  if (surplus && !helper.rest) {
    const most = helper.params.length;
    fault(
      'T010',
      surplus.loc,
      `\`${helper.name}\` takes ${most} value${most === 1 ? '' : 's'}, but ${params.length} are given`,
      example,
    );
  }
  params.forEach((param, index) => {
    const declared = helper.params[index];
    const type = declared?.type ?? helper.rest;
    if (type) checkLiteral(helper.name, declared?.name ?? `value ${index + 1}`, type, param, fault);
  });
  for (const pair of hash?.pairs ?? []) {
    if (helper.options === 'any') continue;
    const option = helper.options.find((each) => each.name === pair.key);
    if (option) checkLiteral(helper.name, option.name, option.type, pair.value, fault);
    else {
      const names = helper.options.map((each) => each.name);
      const near = nearest(pair.key, names);
      const known = names.length > 0 ? `It has ${names.join(', ')}.` : 'It has no options.';
      fault(
        'T010',
        pair.loc,
        `\`${helper.name}\` has no option \`${pair.key}\``,
        near ? `Did you mean \`${near}\`?` : known,
      );
    }
  }
}

function checkLiteral(
  helper: string,
  name: string,
  type: Type<unknown>,
  given: Expression,
  fault: FaultAt,
): void {
  if (given.type === 'PathExpression' || given.type === 'SubExpression' || given.type === 'UndefinedLiteral')
    return;
  const value = given.type === 'NullLiteral' ? null : given.value;
  if (type.is(value)) return;
  const written = given.type === 'StringLiteral' ? `"${given.value}"` : String(value);
  fault('T010', given.loc, `\`${helper}\` needs ${type.words} (${name}), but ${written} is given`);
}
