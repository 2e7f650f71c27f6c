/** Whether what metrics name exists: their groups, and other metrics. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { entryOf, type Located } from '../source/located.ts';

const relations = ['growth_of', 'target_of', 'sum_of', 'part_of', 'at_most', 'less_than'];

/** Reports unknown groups and metrics in the file of metrics. */
export function checkMetrics(root: Located, report: Report): void {
  const groups = entryOf(root, 'groups')?.value;
  const metrics = entryOf(root, 'metrics')?.value;
  if (metrics?.kind !== 'map') return;
  const ids = [...metrics.entries.keys()];
  for (const { key, value } of metrics.entries.values()) {
    const group = entryOf(value, 'group')?.value;
    if (groups?.kind === 'map' && group)
      checkName(group, 'group', 'D004', [...groups.entries.keys()], report);
    for (const relation of relations) {
      const named = entryOf(value, relation)?.value;
      for (const item of named?.kind === 'list' ? named.items : named ? [named] : []) {
        checkName(item, 'metric', 'D021', ids, report);
        if (item.kind === 'scalar' && item.source === key) tellItself(item, key, report);
      }
    }
  }
}

function checkName(
  node: Located,
  noun: string,
  code: 'D004' | 'D021',
  known: readonly string[],
  report: Report,
): void {
  if (node.kind !== 'scalar' || known.includes(node.source)) return;
  const near = nearest(node.source, known);
  const all = known.length <= 20 ? `There is ${known.join(', ')}.` : `Add it, or correct the name.`;
  report({
    code,
    severity: 'error',
    message: `unknown ${noun} \`${node.source}\``,
    help: near ? `Did you mean \`${near}\`?` : all,
    primary: { span: node.span },
  });
}

function tellItself(node: Located, key: string, report: Report): void {
  report({
    code: 'D025',
    severity: 'error',
    message: `\`${key}\` names itself`,
    help: 'Name the other metric, or delete the key.',
    primary: { span: node.span },
  });
}
