/** Font faces and glyph runs, as layout and painters share them. */

/** One glyph of a shaped run. `advance`, `dx` and `dy` in font units (divide by `unitsPerEm`). */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** The code points it stands for, for ToUnicode. Empty for the further glyphs of a cluster. */
  readonly codePoints: readonly number[];
}

/**
 * A static TrueType or OpenType face. Metrics in font units, y up: `descent` and
 * `underlinePosition` are negative below the baseline. `key` is unique among the faces of a run.
 */
export interface FontFace {
  readonly key: string;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly underlinePosition: number;
  readonly underlineThickness: number;
  readonly bytes: Uint8Array;
  readonly has: (codePoint: number) => boolean;
  /** True when an OpenType feature of the face has this tag. */
  readonly offers: (feature: string) => boolean;
  /** Shapes text of this face only; never given U+00AD or U+00A0. `features` are OpenType tags. */
  readonly shape: (text: string, features: readonly string[]) => readonly Glyph[];
}

/** A run painted with one face at one size. `spacing[i]` is px added after glyph i (justification, letter-spacing). */
export interface GlyphRun {
  readonly face: FontFace;
  /** px */
  readonly size: number;
  readonly glyphs: readonly Glyph[];
  readonly spacing: readonly number[];
  /** The characters of the source that this run stands for, spaces included. */
  readonly text: string;
  /** px, spacing included */
  readonly width: number;
}
