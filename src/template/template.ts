/** A checked template, ready to merge. */
import type { SourceText } from '../diagnostics/span.ts';
import type { Bilingual, Lang } from '../model/publication.ts';
import type { CompiledFile } from './compile.ts';
import type { LeftOut } from './manifest.ts';
import type { Sites } from './sites.ts';

export interface Template {
  /** The name of its folder. */
  readonly name: string;
  readonly kind: 'brochure' | 'workbook';
  readonly of: 'park' | 'all';
  readonly csv: boolean;
  readonly title: Bilingual;
  readonly languages: readonly Lang[];
  /** `templates/brochure`. */
  readonly folder: string;
  /** The path of its entry file: what relative references of the document are resolved against. */
  readonly entry: SourceText;
  /** Strings by language and dotted key, the template's own over the shared ones. */
  readonly strings: Readonly<Record<Lang, ReadonlyMap<string, string>>>;
  /** Every text it was made from: what a fingerprint has to cover. */
  readonly files: readonly SourceText[];
  readonly program: CompiledFile;
  readonly partials: Readonly<Record<string, CompiledFile>>;
  readonly sites: Sites;
  /** Names of the data that it prints for some park: `park.name`, `claim.note`, `figures.area_built`. */
  readonly prints: ReadonlySet<string>;
  readonly leavesOut: readonly LeftOut[];
}
