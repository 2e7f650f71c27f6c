/** Progress: one bar that is drawn over itself on a terminal, plain lines elsewhere. */
import { assertNever } from '../diagnostics/assert-never.ts';
import type { BuildEvent, Listener } from './events.ts';

export interface Screen {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly columns: number;
}

/** A listener that prints to a screen. `why` also prints the reason why each file is made. */
export function progressPrinter(screen: Screen, why: boolean): Listener {
  let total = 0;
  let done = 0;
  const line = (text: string): void => screen.write(screen.isTerminal ? `\r\u001b[K${text}\n` : `${text}\n`);
  const step = (text: string): void => {
    done++;
    if (screen.isTerminal)
      screen.write(`\r\u001b[K${done < total ? bar(done, total, text, screen.columns) : ''}`);
    else screen.write(`[${done}/${total}] ${text}\n`);
  };
  return (event: BuildEvent) => {
    switch (event.kind) {
      case 'planned':
        total = event.stale;
        if (event.stale === 0) line(`${count(event.targets)} up to date`);
        else line(`making ${event.stale} of ${count(event.targets)}`);
        return;
      case 'stale':
        if (why) line(`${event.path}: ${event.reason}`);
        return;
      case 'made':
        step(`${event.path} ${seconds(event.milliseconds)}`);
        return;
      case 'failed':
        step(`${event.path} failed`);
        return;
      case 'removed':
        line(`removed ${event.path}: nothing makes it any more`);
        return;
      default:
        assertNever(event);
    }
  };
}

/** “1 file”, “2 files”. */
export function count(items: number, noun = 'file'): string {
  return items === 1 ? `1 ${noun}` : `${items} ${noun}s`;
}

export function seconds(milliseconds: number): string {
  return milliseconds < 995 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function bar(done: number, total: number, text: string, columns: number): string {
  const width = 24;
  const full = Math.round((done / total) * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total} ${text}`.slice(
    0,
    Math.max(20, columns - 1),
  );
}
