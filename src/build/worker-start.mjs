// Where a worker thread begins: tsx teaches only the main thread to import TypeScript, so the worker asks for it.
import { register } from 'tsx/esm/api';

register();
export const { makeTarget } = await import('./worker.ts');
