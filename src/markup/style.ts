/**
 * Computed style: what the cascade leaves of CSS for one element. All absolute lengths are in CSS px
 * (1 in = 96 px); `em` and `rem` are already resolved, percentages are kept until layout knows their base.
 */

/** sRGB, channels 0–255, alpha 0–1. */
export interface Color {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly alpha: number;
}

/** A length that is the sum of px and a percentage (0–100) of a base known to layout: `calc(50% - 4px)`. */
export interface Length {
  readonly px: number;
  readonly percent: number;
}

export type LengthOrAuto = Length | 'auto';
export type LengthOrNone = Length | 'none';

export type Display =
  | 'block'
  | 'inline'
  | 'inline-block'
  | 'list-item'
  | 'grid'
  | 'contents'
  | 'none'
  | 'table'
  | 'table-row-group'
  | 'table-header-group'
  | 'table-footer-group'
  | 'table-row'
  | 'table-cell'
  | 'table-caption'
  | 'table-column'
  | 'table-column-group';

export type BorderStyle = 'none' | 'solid' | 'dashed' | 'dotted' | 'double';

/** css-grid track sizes; `repeat()` is already unrolled. */
export type Track =
  | { readonly kind: 'length'; readonly length: Length }
  | { readonly kind: 'fr'; readonly value: number }
  | { readonly kind: 'auto' | 'min-content' | 'max-content' }
  | { readonly kind: 'minmax'; readonly min: TrackBound; readonly max: TrackBound };
export type TrackBound = Exclude<Track, { readonly kind: 'minmax' }>;

/** css-grid line placement: a line number, a span, or auto. */
export type GridLine = { readonly line: number } | { readonly span: number } | 'auto';

/** css-gcpm and css-lists content items; `attr()` is already text. */
export type ContentItem =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'counter'; readonly name: string; readonly style: string }
  | {
      readonly kind: 'string';
      readonly name: string;
      readonly which: 'first' | 'last' | 'start' | 'first-except';
    }
  | { readonly kind: 'target-counter'; readonly url: string; readonly name: string; readonly style: string };

export type Background =
  | { readonly kind: 'none' }
  | { readonly kind: 'image'; readonly path: string }
  | { readonly kind: 'linear-gradient'; readonly angle: number; readonly stops: readonly GradientStop[] };

/** `at` is 0–1 along the gradient line; the cascade fills in missing positions. */
export interface GradientStop {
  readonly color: Color;
  readonly at: number;
}

export type BreakBetween = 'auto' | 'avoid' | 'avoid-page' | 'page' | 'left' | 'right';
export type BreakInside = 'auto' | 'avoid' | 'avoid-page';
export type Alignment = 'normal' | 'start' | 'end' | 'center' | 'stretch' | 'baseline' | 'space-between';

export interface ComputedStyle {
  // boxes (CSS 2.1 §8–11, css-position-3)
  readonly display: Display;
  readonly position: 'static' | 'relative' | 'absolute';
  readonly top: LengthOrAuto;
  readonly right: LengthOrAuto;
  readonly bottom: LengthOrAuto;
  readonly left: LengthOrAuto;
  readonly boxSizing: 'content-box' | 'border-box';
  readonly width: LengthOrAuto;
  readonly height: LengthOrAuto;
  readonly minWidth: LengthOrAuto;
  readonly minHeight: LengthOrAuto;
  readonly maxWidth: LengthOrNone;
  readonly maxHeight: LengthOrNone;
  readonly marginTop: LengthOrAuto;
  readonly marginRight: LengthOrAuto;
  readonly marginBottom: LengthOrAuto;
  readonly marginLeft: LengthOrAuto;
  readonly paddingTop: Length;
  readonly paddingRight: Length;
  readonly paddingBottom: Length;
  readonly paddingLeft: Length;
  /** Used widths in px: zero where the style is `none`. */
  readonly borderTopWidth: number;
  readonly borderRightWidth: number;
  readonly borderBottomWidth: number;
  readonly borderLeftWidth: number;
  readonly borderTopStyle: BorderStyle;
  readonly borderRightStyle: BorderStyle;
  readonly borderBottomStyle: BorderStyle;
  readonly borderLeftStyle: BorderStyle;
  readonly borderTopColor: Color;
  readonly borderRightColor: Color;
  readonly borderBottomColor: Color;
  readonly borderLeftColor: Color;
  readonly borderTopLeftRadius: Length;
  readonly borderTopRightRadius: Length;
  readonly borderBottomRightRadius: Length;
  readonly borderBottomLeftRadius: Length;
  readonly overflow: 'visible' | 'hidden';
  readonly opacity: number;
  readonly backgroundColor: Color;
  readonly backgroundImage: Background;
  readonly backgroundSize: 'auto' | 'cover' | 'contain';
  readonly objectFit: 'fill' | 'contain' | 'cover';
  readonly boxDecorationBreak: 'slice' | 'clone';
  // text (css-text-4, css-fonts-4, css-inline-3); inherited unless noted
  readonly color: Color;
  readonly fontFamily: readonly string[];
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic';
  readonly fontVariantNumeric: readonly string[];
  readonly fontFeatureSettings: readonly string[];
  /** `normal`, a factor of the font size, or px. */
  readonly lineHeight: 'normal' | { readonly factor: number } | { readonly px: number };
  readonly letterSpacing: number;
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textIndent: Length;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  /** Not inherited, but propagated to the text inside by layout. */
  readonly textDecorationLine: 'none' | 'underline' | 'line-through' | 'overline';
  readonly textWrap: 'wrap' | 'nowrap' | 'balance';
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre' | 'pre-wrap' | 'pre-line';
  readonly overflowWrap: 'normal' | 'anywhere' | 'break-word';
  readonly hyphens: 'none' | 'manual';
  readonly lineBreak: 'auto' | 'normal' | 'strict';
  readonly textAutospace: 'normal' | 'no-autospace';
  readonly textSpacingTrim: 'normal' | 'space-all' | 'trim-start';
  /** Not inherited. */
  readonly verticalAlign:
    | 'baseline'
    | 'sub'
    | 'super'
    | 'top'
    | 'middle'
    | 'bottom'
    | 'text-top'
    | 'text-bottom'
    | Length;
  readonly visibility: 'visible' | 'hidden';
  // lists and tables (CSS 2.1 §12, §17); inherited
  readonly listStyleType:
    | 'none'
    | 'disc'
    | 'circle'
    | 'square'
    | 'decimal'
    | 'lower-alpha'
    | 'upper-alpha'
    | 'lower-roman'
    | 'upper-roman'
    | 'cjk-ideographic';
  readonly listStylePosition: 'outside' | 'inside';
  readonly borderCollapse: 'separate' | 'collapse';
  readonly borderSpacing: readonly [horizontal: number, vertical: number];
  readonly captionSide: 'top' | 'bottom';
  readonly tableLayout: 'auto' | 'fixed';
  // grid and flex (css-grid-2, css-flexbox-1)
  readonly gridTemplateColumns: readonly Track[];
  readonly gridTemplateRows: readonly Track[];
  readonly gridAutoRows: Track;
  readonly gridColumnStart: GridLine;
  readonly gridColumnEnd: GridLine;
  readonly gridRowStart: GridLine;
  readonly gridRowEnd: GridLine;
  readonly columnGap: Length;
  readonly rowGap: Length;
  readonly alignItems: Alignment;
  readonly alignSelf: Alignment | 'auto';
  readonly justifyItems: Alignment;
  readonly justifySelf: Alignment | 'auto';
  readonly alignContent: Alignment;
  readonly justifyContent: Alignment;
  // pages (css-break-3, css-page-3, css-gcpm-3)
  readonly breakBefore: BreakBetween;
  readonly breakAfter: BreakBetween;
  readonly breakInside: BreakInside;
  readonly orphans: number;
  readonly widows: number;
  /** The named page, or `auto` for the surrounding one. Not inherited: layout passes it down. */
  readonly page: string;
  readonly stringSet: readonly { readonly name: string; readonly content: 'text' | readonly ContentItem[] }[];
  readonly bookmarkLevel: number | 'none';
}
