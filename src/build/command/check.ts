/** `npm run check`: validate data and templates, print findings, write nothing. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { hasErrors } from '../../diagnostics/outcome.ts';
import { planPress } from '../../press.ts';
import { explain } from '../explain.ts';
import { pressAndInspect } from '../finished.ts';
import type { Options } from '../options.ts';
import { withRefusals } from '../refusals.ts';
import { selectTargets } from '../select.ts';
import { startSession } from '../session.ts';
import { tellFindings, tellUsage } from '../tell.ts';
import { type ExitCode, exitCodes, type Terminal } from '../terminal.ts';

export async function checkCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  if (options.explain !== undefined) {
    const page = await explain(options.explain);
    if (typeof page !== 'string') return tellUsage(terminal, page, 'check');
    terminal.out.write(page);
    return exitCodes.fine;
  }
  const session = startSession(options, terminal);
  if ('code' in session) {
    tellFindings(terminal, [session], options.format);
    return exitCodes.errors;
  }
  const world = session.open();
  const planned = planPress(world);
  const diagnostics: Diagnostic[] = [...planned.diagnostics];
  let count = 0;
  if (planned.value) {
    const selected = selectTargets(planned.value.targets, options);
    if ('usage' in selected) return tellUsage(terminal, selected, 'check');
    count = selected.length;
    // Overflowing words, missing glyphs and the like show only when a publication is laid out.
    for (const target of selected)
      diagnostics.push(...(await pressAndInspect(target, planned.value, world)).diagnostics);
  }
  const told = withRefusals(diagnostics, world.files.refusals());
  const failed = hasErrors(told);
  // Beside errors, notes on what is already explained would bury what has to be mended; machines get everything.
  const forPeople = failed && options.format === 'pretty';
  const shown = forPeople ? told.filter(({ severity }) => severity !== 'info') : told;
  tellFindings(terminal, session.shown(shown), options.format);
  if (!failed && !options.quiet && options.format === 'pretty') {
    terminal.out.write(
      `${planned.value?.dataset.parks.length ?? 0} parks and ${count} publications checked, no errors\n`,
    );
  }
  return failed ? exitCodes.errors : exitCodes.fine;
}
