/** Files that may not be read: the message that missed one says why, instead of a second message beside it. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Refusal } from './node-files.ts';

/** The diagnostics with the reasons of refusals; a refusal that no message names stands on its own. */
export function withRefusals(
  diagnostics: readonly Diagnostic[],
  refusals: readonly Refusal[],
): readonly Diagnostic[] {
  const names = ({ message }: Diagnostic, { path }: Refusal) => message.includes(path);
  const explained = diagnostics.map((diagnostic) => {
    const refusal = refusals.find((one) => names(diagnostic, one));
    return refusal ? { ...diagnostic, help: `${refusal.message}. ${refusal.help}` } : diagnostic;
  });
  const others = refusals.filter((one) => !diagnostics.some((diagnostic) => names(diagnostic, one)));
  return [
    ...explained,
    ...others.map(({ code, message, help }) => ({ code, severity: 'error' as const, message, help })),
  ];
}
