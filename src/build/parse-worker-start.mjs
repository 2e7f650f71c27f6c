// Where the second thread begins: tsx teaches only the main thread to import TypeScript, so the worker asks for it.
import { register } from 'tsx/esm/api';

register();
await import('./parse-worker.ts');
