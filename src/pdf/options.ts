/** What the pdf phase is told beside the pages: all that is not layout. */

/** ISO 19005-3, 6.8 and annex E: how an attached file belongs to the document. */
type Relationship = 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** MIME type, as `application/yaml`. */
  readonly mime: string;
  readonly description: string;
  /** ISO 8601. */
  readonly date: string;
  readonly relationship: Relationship;
}

export interface PdfOptions {
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: string;
  /** BCP 47. */
  readonly lang: string;
  /** ISO 8601; the only date that reaches the file. */
  readonly date: string;
  /** The program that made the file. */
  readonly producer: string;
  readonly attachments: readonly Attachment[];
  /** Whether bookmarks become an outline that opens with the document. */
  readonly outline: boolean;
}
