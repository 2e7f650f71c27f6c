/** Bytes to text: UTF-8 only, and no invisible characters. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../diagnostics/span.ts';
import type { SourceCode } from './codes.ts';
import { mostBytes } from './limits.ts';

/** The text of a file, without byte order mark; undefined when it cannot be read as text. */
export function decodeText(path: string, bytes: Uint8Array, report: Report): SourceText | undefined {
  const fault = (
    code: SourceCode,
    message: string,
    help: string,
    source: SourceText,
    at: number,
    end = at + 1,
  ) => {
    const span = { source, start: at, end: Math.min(end, source.text.length) };
    report({ code, severity: 'error', message, help, primary: { span } });
  };
  if (bytes.length > mostBytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    const help = `Data files may have up to ${mostBytes / 1024 / 1024} MiB; split the file.`;
    fault('Y003', `the file is too large: ${size} MiB`, help, { path, text: '' }, 0);
    return undefined;
  }
  const invalid = firstInvalidByte(bytes);
  if (invalid !== undefined) {
    const lossy = { path, text: new TextDecoder().decode(bytes) };
    const before = new TextDecoder().decode(bytes.subarray(0, invalid)).length;
    const byte = bytes[invalid]!.toString(16).toUpperCase().padStart(2, '0');
    const message = `the file is not UTF-8: byte 0x${byte} at offset ${invalid}`;
    fault('Y001', message, `Save the file as UTF-8${guess(bytes)}.`, lossy, before);
    return undefined;
  }
  const source = { path, text: new TextDecoder().decode(bytes) };
  const control = source.text.search(controlCharacter);
  if (control >= 0) {
    const code = source.text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
    fault('Y002', `control character U+${code}`, 'Delete it and type the text again.', source, control);
    return undefined;
  }
  return source;
}

/** What YAML 1.2 calls not printable (§5.1), and lone halves of surrogate pairs cannot come from UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

function guess(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return ' (it looks like UTF-16)';
  return ' (it may be GBK, GB 18030 or Latin-1)';
}

/** Index of the first byte that no UTF-8 sequence can have there (Unicode, table 3-7). */
function firstInvalidByte(bytes: Uint8Array): number | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    let at = 0;
    while (at < bytes.length) {
      const length = sequenceLength(bytes, at);
      if (length === 0) return at;
      at += length;
    }
    return 0;
  }
}

/** Length of the well-formed sequence at an index, or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  const second = bytes[at + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < lowest || second > highest) return 0;
  for (let index = 2; index < length; index += 1) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}
