/** What readers may type into cells, and the small lines drawn into them. */
import type { Input, Sparkline } from '../book.ts';
import type { Attributes } from './attributes.ts';
import type { Fault } from './fault.ts';

/** Attributes that mean nothing without `edit`. */
const ONLY_WITH_EDIT = ['list', 'least', 'most', 'hint'] as const;

/** null for cells that are not for editing. */
export function readInput(attributes: Attributes<'cell'> | Attributes<'col'>, fault: Fault): Input | null {
  const { get, value }: Pick<Attributes<'col'>, 'get' | 'value'> = attributes as Attributes<'col'>;
  const edit = get('edit');
  if (!edit?.value) {
    for (const name of ONLY_WITH_EDIT) {
      const idle = get(name);
      if (idle)
        fault('X021', idle.at, `${name} belongs to cells with edit`, 'write edit="yes", or leave it out');
    }
    return null;
  }
  const [list, least, most] = [get('list') ?? null, get('least') ?? null, get('most') ?? null];
  const limit = least ?? most;
  if (list && limit)
    fault('X021', limit.at, 'a drop-down has no least or greatest value', 'keep either list or the limits');
  return { at: edit.at, list, least, most, hint: value('hint') ?? null };
}

/** Both attributes or none of them. */
export function readSparkline({ get }: Attributes<'col'>, fault: Fault): Sparkline | null {
  const [values, by] = [get('sparkline'), get('by')];
  if (values && by) return { values, by };
  const alone = values ?? by;
  if (alone)
    fault(
      'X021',
      alone.at,
      'a sparkline needs the column that it draws and the one that chooses its rows',
      'write sparkline="table.column" by="table.column"',
    );
  return null;
}
