/** Attached files (ISO 32000-1, 7.11.4), associated with the document as ISO 19005-3, 6.8 wants it. */
import { createHash } from 'node:crypto';
import { type PdfFile, type PdfValue, text } from './objects.ts';
import type { Attachment } from './options.ts';

/** Returns the values for `/AF` of the catalog and for `/EmbeddedFiles` of its names. */
export function writeAttachments(
  file: PdfFile,
  attachments: readonly Attachment[],
): { readonly associated: PdfValue[]; readonly embeddedFiles: PdfValue } {
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const specs = sorted.map((attachment) => {
    const embedded = file.stream(
      {
        Type: 'EmbeddedFile',
        Subtype: nameOf(attachment.mime),
        Params: {
          Size: attachment.bytes.length,
          ModDate: text(pdfDate(attachment.date)),
          CheckSum: new Uint8Array(createHash('md5').update(attachment.bytes).digest()),
        },
      },
      attachment.bytes,
    );
    return file.add({
      Type: 'Filespec',
      F: text(attachment.name),
      UF: text(attachment.name),
      Desc: text(attachment.description),
      AFRelationship: attachment.relationship,
      EF: { F: embedded, UF: embedded },
    });
  });
  return {
    associated: specs,
    embeddedFiles: { Names: sorted.flatMap(({ name }, i): PdfValue[] => [text(name), specs[i]!]) },
  };
}

/** 7.9.4, in UTC. */
function pdfDate(iso: string): string {
  return `D:${new Date(iso).toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
}

/** A name with its special characters written as `#` and two digits (7.3.5). */
function nameOf(value: string): string {
  return value.replace(/[^A-Za-z0-9.+-]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
