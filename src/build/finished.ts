/** Inspects finished bytes with our own checkers, before they are published and in `verify`. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasErrors, type Outcome } from '../diagnostics/outcome.ts';
import { type Plan, press, type Target, type World } from '../press.ts';

/** Makes a target and inspects it: there are bytes only when they conform. */
export async function pressAndInspect(
  target: Target,
  plan: Plan,
  world: World,
): Promise<Outcome<Uint8Array>> {
  const pressed = await press(target, plan, world);
  if (!pressed.value || hasErrors(pressed.diagnostics)) return { diagnostics: pressed.diagnostics };
  const found = await checkFinished(target.path, pressed.value);
  return found.length === 0 ? pressed : { diagnostics: [...pressed.diagnostics, ...found] };
}

/** What our checkers say of a file, by its ending: an empty list when it conforms. */
export async function inspect(path: string, bytes: Uint8Array): Promise<readonly string[]> {
  if (path.endsWith('.pdf')) {
    const { checkPdf } = await import('../pdf/check/index.ts');
    return checkPdf(bytes).map(({ rule, clause, message }) => `${message} (${rule}, ${clause})`);
  }
  if (path.endsWith('.csv') || path.endsWith('.json')) {
    const { checkCsv, checkDescriptor } = await import('../data-package/check.ts');
    return path.endsWith('.csv') ? checkCsv(bytes) : checkDescriptor(bytes);
  }
  const { checkWorkbook } = await import('../sheet/index.ts');
  return checkWorkbook(bytes).diagnostics.map(({ message }) => message);
}

/** A file that fails is a fault of Parkpress, and nothing is published. */
async function checkFinished(path: string, bytes: Uint8Array): Promise<readonly Diagnostic[]> {
  const findings = await inspect(path, bytes);
  return findings.map((finding) => ({
    code: 'B004',
    severity: 'error',
    message: `${path}: ${finding}`,
    help: 'This is a fault of Parkpress; please report it with the data and the template.',
  }));
}
