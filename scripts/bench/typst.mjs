import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { typstOf } from './forms.mjs';
import { bold, regular, tell, times } from './tell.mjs';

const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [regular, bold] }] });
const mainFileContent = typstOf(times);
await tell(() => {
  // Typst keeps what it has laid out; without this, later runs would measure its memory only.
  compiler.evictCache(0);
  return compiler.pdf({ mainFileContent });
});
