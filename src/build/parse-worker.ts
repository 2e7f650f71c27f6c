/** The second thread of `parse-ahead.ts`: reads the files that nobody has claimed, from the last one. */
import { workerData } from 'node:worker_threads';
import { pack } from '../source/packed.ts';
import { readYaml } from '../source/read-yaml.ts';
import { claims, type ParsedAhead, type ParseFile, type ParseSetup } from './parse-ahead.ts';

const { files, claims: state, port } = workerData as ParseSetup;

for (let index = files.length - 1; index >= 0; index--) {
  const file = files[index];
  if (!file || Atomics.compareExchange(state, index, claims.free, claims.worker) !== claims.free) continue;
  const packed = read(file);
  const message: ParsedAhead = { index, packed };
  port.postMessage(message, packed ? [packed.nodes.buffer] : []);
  Atomics.store(state, index, claims.done);
  Atomics.notify(state, index);
}

function read({ path, bytes }: ParseFile): ParsedAhead['packed'] {
  const { value, diagnostics } = readYaml(path, bytes);
  return value && diagnostics.length === 0 ? pack(value.root, value.source.text) : undefined;
}
