/** What Git calls the content of a file: the commit that holds it is found by `git log --find-object=ID`. */
import { createHash } from 'node:crypto';

/** SHA-1 of a blob object in hexadecimal; the text is taken as UTF-8. */
export function gitBlobId(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
