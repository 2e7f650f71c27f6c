/** The list of helpers for readers: one row per example, made from the declarations. */
import type { Helper } from '../helper.ts';
import { helpers } from './index.ts';

export interface HelperDoc {
  readonly name: string;
  /** How it is called: `plural number one= other=`. */
  readonly signature: string;
  readonly doc: string;
  readonly result: string;
  readonly examples: Helper['examples'];
}

/** All helpers in the order of the list. */
export function helperDocs(): readonly HelperDoc[] {
  return [...helpers.values()].map((helper) => ({
    name: helper.name,
    signature: signatureOf(helper),
    doc: helper.doc,
    result: helper.result,
    examples: helper.examples,
  }));
}

function signatureOf({ name, params, rest, options }: Helper): string {
  const named = options === 'any' ? ['name=…'] : options.map((option) => `${option.name}=`);
  return [name, ...params.map((param) => param.name), ...(rest ? ['…'] : []), ...named].join(' ');
}
