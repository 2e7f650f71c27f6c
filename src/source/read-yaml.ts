/** The phase `source`: bytes of a YAML file to located values. */
import { collect, type Outcome } from '../diagnostics/outcome.ts';
import type { SourceText } from '../diagnostics/span.ts';
import { decodeNodes } from './decode.ts';
import { decodeText } from './decode-text.ts';
import type { Located } from './located.ts';
import { parseYaml } from './parse.ts';

export interface YamlFile {
  readonly source: SourceText;
  readonly root: Located;
}

/** Reads one file. There is no value when the file cannot be read at all; a value may come with errors beside it. */
export function readYaml(path: string, bytes: Uint8Array): Outcome<YamlFile> {
  return collect((report) => {
    const source = decodeText(path, bytes, report);
    const parsed = source && parseYaml(source, report);
    const root = parsed && decodeNodes(parsed, source, report);
    return root && { source, root };
  });
}
