/**
 * Many YAML files read by two threads. The worker takes files from the end of the list, this thread from its
 * beginning, as the model asks for them; each file is read by whoever claims it first, and the result is the same.
 */
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { decodeText } from '../source/decode-text.ts';
import { type Packed, unpack } from '../source/packed.ts';
import { type ReadYaml, readYaml } from '../source/read-yaml.ts';
import type { Files } from '../world.ts';

/** Fewer files are read before a second thread has started. */
const worth = 150;
/** MB for what is new in the worker: most of it is dropped with the file, and small rooms are swept often. */
const room = 128;
/** A worker that is silent for so long has died, and its files are read here. */
const patience = 10_000;

/** What a worker is told: the files, and for each of them what has become of it. */
export interface ParseSetup {
  readonly files: readonly ParseFile[];
  /** One of `claims` for each file. */
  readonly claims: Int32Array;
  readonly port: MessagePort;
}

export interface ParseFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the worker sends for each file it claimed; without a value when this thread must read it itself. */
export interface ParsedAhead {
  readonly index: number;
  readonly packed: Packed | undefined;
}

export const claims = { free: 0, worker: 1, done: 2, here: 3 } as const;

/** A way to read the files below a folder; nothing is started where that would not pay. */
export function readerFor(files: Files, folder: string, jobs: number | undefined): ReadYaml {
  const paths = files.list(folder).filter((path) => /\.ya?ml$/.test(path));
  if (paths.length < worth || Math.min(jobs ?? availableParallelism(), availableParallelism()) < 2)
    return readYaml;
  const found = paths.flatMap((path): ParseFile[] => {
    const bytes = files.read(path);
    return bytes ? [{ path, bytes }] : [];
  });
  return readAhead(found).read;
}

/** `ended` when the second thread has nothing more to read. */
export function readAhead(files: readonly ParseFile[]): {
  readonly read: ReadYaml;
  readonly ended: Promise<void>;
} {
  const state = new Int32Array(new SharedArrayBuffer(files.length * Int32Array.BYTES_PER_ELEMENT));
  const { port1, port2 } = new MessageChannel();
  const workerData: ParseSetup = { files, claims: state, port: port2 };
  const start = new URL('./parse-worker-start.mjs', import.meta.url);
  const worker = new Worker(start, {
    workerData,
    transferList: [port2],
    resourceLimits: { maxYoungGenerationSizeMb: room },
  });
  // A bug that ends the worker shows again in this thread, which then reads the same files.
  worker.on('error', () => {});
  worker.unref();
  port1.unref();
  const indices = new Map(files.map(({ path }, index) => [path, index]));
  const received = new Map<number, Packed | undefined>();
  const read: ReadYaml = (path, bytes) => {
    const index = indices.get(path);
    if (index === undefined || !isDoneByWorker(state, index)) return readYaml(path, bytes);
    for (let message = receiveMessageOnPort(port1); message; message = receiveMessageOnPort(port1)) {
      const { index: of, packed } = message.message as ParsedAhead;
      received.set(of, packed);
    }
    const packed = received.get(index);
    received.delete(index);
    // Faults and aliases are not sent: reading such a file again tells them.
    const source = packed && decodeText(path, bytes, () => {});
    return source
      ? { value: { source, root: unpack(packed, source) }, diagnostics: [] }
      : readYaml(path, bytes);
  };
  return { read, ended: new Promise((resolve) => worker.once('exit', () => resolve())) };
}

/** Claims a file for this thread, or waits for the worker that has claimed it. */
function isDoneByWorker(state: Int32Array, index: number): boolean {
  const before = Atomics.compareExchange(state, index, claims.free, claims.here);
  if (before === claims.worker) Atomics.wait(state, index, claims.worker, patience);
  return Atomics.load(state, index) === claims.done;
}
