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
  /** The inks that a colour was given in, 0–1; what is painted are the channels above. */
  readonly cmyk?: readonly [c: number, m: number, y: number, k: number];
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
  | 'flow-root'
  | 'inline'
  | 'inline-block'
  | 'inline-table'
  | 'list-item'
  | 'flex'
  | 'inline-flex'
  | 'grid'
  | 'inline-grid'
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

/** `hidden` is `none` that wins over all other borders where borders collapse. */
export type BorderStyle =
  | 'none'
  | 'hidden'
  | 'solid'
  | 'dashed'
  | 'dotted'
  | 'double'
  | 'groove'
  | 'ridge'
  | 'inset'
  | 'outset';

/** The radii of a corner, which is a quarter of an ellipse; percentages are of width and height of the border box. */
export interface Radius {
  readonly horizontal: Length;
  readonly vertical: Length;
}

/** css-grid-2 §7.2 track sizes. */
export type Track =
  | TrackBound
  | { readonly kind: 'minmax'; readonly min: TrackBound; readonly max: TrackBound }
  | { readonly kind: 'fit-content'; readonly limit: Length };
export type TrackBound =
  | { readonly kind: 'length'; readonly length: Length }
  | { readonly kind: 'fr'; readonly value: number }
  | { readonly kind: 'auto' | 'min-content' | 'max-content' };

/** Tracks and the names of the lines around them: `names[i]` stand before track `i`, the last after all. */
export interface NamedTracks {
  readonly tracks: readonly Track[];
  readonly names: readonly (readonly string[])[];
}

/**
 * An axis of `grid-template`; `repeat(3, …)` is unrolled. A `repeat` that fills the grid stands before track `at`,
 * and `names` then has one entry more: `names[at]` stand before it and `names[at + 1]` after it.
 */
export interface GridTemplate extends NamedTracks {
  readonly repeat?: NamedTracks & { readonly at: number; readonly mode: 'auto-fill' | 'auto-fit' };
}

/** The rectangles that `grid-template-areas` names, zero-based. */
export interface GridAreas {
  readonly rows: number;
  readonly columns: number;
  readonly areas: readonly {
    readonly name: string;
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
  }[];
}

/** css-grid-2 §8.3: a line by number or name, a span, or auto. `line` is absent for the line of a named area. */
export type GridLine =
  | { readonly line?: number; readonly name: string }
  | { readonly line: number }
  | { readonly span: number; readonly name?: string }
  | 'auto';

export interface GridAutoFlow {
  readonly axis: 'row' | 'column';
  readonly dense: boolean;
}

/** The counter styles that are known (css-counter-styles-3 §6–7). */
export type CounterStyleName =
  | 'none'
  | 'disc'
  | 'circle'
  | 'square'
  | 'decimal'
  | 'decimal-leading-zero'
  | 'lower-alpha'
  | 'upper-alpha'
  | 'lower-latin'
  | 'upper-latin'
  | 'lower-roman'
  | 'upper-roman'
  | 'lower-greek'
  | 'cjk-decimal'
  | 'cjk-ideographic'
  | 'simp-chinese-informal'
  | 'simp-chinese-formal';

/** A counter and what `counter-increment` or `counter-set` does with it. */
export interface CounterChange {
  readonly name: string;
  readonly value: number;
}

/** `value` is absent for `reversed(name)` without a number: the counter begins with as many as it counts. */
export interface CounterReset {
  readonly name: string;
  readonly value?: number;
  readonly reversed: boolean;
}

/** Which of several assignments on a page is meant (css-gcpm-3 §1.1.2). */
export type PagePolicy = 'first' | 'last' | 'start' | 'first-except';

/** The part of an element that `target-text()` and `content()` take over (css-gcpm-3 §1.1.1, css-content-3 §2.5). */
export type ElementPart = 'text' | 'before' | 'after' | 'first-letter' | 'marker';

/** css-content-3, css-gcpm-3 and css-lists-3 content items; `attr()` is already text. */
export type ContentItem =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image'; readonly path: string }
  | { readonly kind: 'counter'; readonly name: string; readonly style: CounterStyleName }
  | {
      readonly kind: 'counters';
      readonly name: string;
      readonly separator: string;
      readonly style: CounterStyleName;
    }
  | { readonly kind: 'quote'; readonly side: 'open' | 'close'; readonly isPrinted: boolean }
  /** css-content-3 §2.6.2; only in the flow. */
  | { readonly kind: 'leader'; readonly pattern: string }
  /** The text of the element itself; only in `string-set` and `bookmark-label`. */
  | { readonly kind: 'content'; readonly part: ElementPart }
  /** Named strings and running elements; only in margin boxes. */
  | { readonly kind: 'string' | 'element'; readonly name: string; readonly which: PagePolicy }
  | {
      readonly kind: 'target-counter';
      readonly url: string;
      readonly name: string;
      readonly style: CounterStyleName;
    }
  | {
      readonly kind: 'target-counters';
      readonly url: string;
      readonly name: string;
      readonly separator: string;
      readonly style: CounterStyleName;
    }
  | { readonly kind: 'target-text'; readonly url: string; readonly part: ElementPart };

/** css-content-3 §2.4.1: pairs of marks by level; the last is used for all deeper levels. */
export type Quotes = 'auto' | readonly (readonly [open: string, close: string])[];

/** What a layer of a background shows (css-images-3). */
export type Background =
  | { readonly kind: 'none' }
  | { readonly kind: 'image'; readonly path: string }
  | Gradient;

export type Gradient = LinearGradient | RadialGradient;

/** css-images-3 §3.1: towards an angle (0 is up, 90 right) or a corner. */
export interface LinearGradient {
  readonly kind: 'linear-gradient';
  readonly repeating: boolean;
  readonly to: { readonly angle: number } | { readonly x: 'left' | 'right'; readonly y: 'top' | 'bottom' };
  readonly stops: readonly (GradientStop | GradientHint)[];
}

/** css-images-3 §3.2. A circle of a given size has that in `x` and `y`. */
export interface RadialGradient {
  readonly kind: 'radial-gradient';
  readonly repeating: boolean;
  readonly shape: 'circle' | 'ellipse';
  readonly size:
    | 'closest-side'
    | 'farthest-side'
    | 'closest-corner'
    | 'farthest-corner'
    | { readonly x: Length; readonly y: Length };
  readonly center: Position;
  readonly stops: readonly (GradientStop | GradientHint)[];
}

/** Without `at` a stop stands between its neighbours. Percentages are of the gradient line. */
export interface GradientStop {
  readonly color: Color;
  readonly at?: Length;
}

/** Where two stops are mixed half and half; it stands between them. */
export interface GradientHint {
  readonly hint: Length;
}

/** Distance from the left and the top edge; percentages are of the room that is left (css-backgrounds-3 §2.6). */
export interface Position {
  readonly x: Length;
  readonly y: Length;
}

export type BackgroundSize =
  | 'cover'
  | 'contain'
  | { readonly width: LengthOrAuto; readonly height: LengthOrAuto };

/** css-backgrounds-3 §2.4. */
export type Tiling = 'repeat' | 'no-repeat' | 'space' | 'round';
export interface BackgroundRepeat {
  readonly x: Tiling;
  readonly y: Tiling;
}

/** The edge that a background begins at or is cut off at. */
export type BackgroundBox = 'border-box' | 'padding-box' | 'content-box';

export type BreakBetween =
  | 'auto'
  | 'avoid'
  | 'avoid-page'
  | 'avoid-column'
  | 'page'
  | 'left'
  | 'right'
  | 'column';
export type BreakInside = 'auto' | 'avoid' | 'avoid-page' | 'avoid-column';
/** css-align-3; what a property does not allow, its grammar does not read. */
export type Alignment =
  | 'normal'
  | 'start'
  | 'end'
  | 'flex-start'
  | 'flex-end'
  | 'center'
  | 'stretch'
  | 'baseline'
  | 'space-between'
  | 'space-around'
  | 'space-evenly';

export interface ComputedStyle {
  /**
   * No property: the box would be inline-level by its `display`, which floating or positioning made a block. Its
   * static position is in the line (CSS 2.1 §9.7, §10.3.7).
   */
  readonly wasInline?: true;
  // boxes (CSS 2.1 §8–11, css-position-3)
  readonly display: Display;
  /** `running(name)` takes an element out of the flow, for margin boxes (css-gcpm-3 §1.2). */
  readonly position: 'static' | 'relative' | 'absolute' | { readonly running: string };
  readonly float: 'none' | 'left' | 'right' | 'footnote';
  readonly clear: 'none' | 'left' | 'right' | 'both';
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
  /** Width / height; `natural` says that a picture's own ratio comes first (css-sizing-4 §6). */
  readonly aspectRatio: 'auto' | { readonly ratio: number; readonly natural: boolean };
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
  readonly borderTopLeftRadius: Radius;
  readonly borderTopRightRadius: Radius;
  readonly borderBottomRightRadius: Radius;
  readonly borderBottomLeftRadius: Radius;
  readonly overflow: 'visible' | 'hidden';
  readonly opacity: number;
  readonly backgroundColor: Color;
  /** The layers, uppermost first; the lists below go on from their beginning where they are shorter. */
  readonly backgroundImage: readonly Background[];
  readonly backgroundPosition: readonly Position[];
  readonly backgroundSize: readonly BackgroundSize[];
  readonly backgroundRepeat: readonly BackgroundRepeat[];
  readonly backgroundOrigin: readonly BackgroundBox[];
  readonly backgroundClip: readonly BackgroundBox[];
  readonly objectFit: 'fill' | 'contain' | 'cover' | 'none' | 'scale-down';
  readonly objectPosition: Position;
  readonly boxDecorationBreak: 'slice' | 'clone';
  // text (css-text-4, css-fonts-4, css-inline-3); inherited unless noted
  readonly color: Color;
  readonly fontFamily: readonly string[];
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic';
  readonly fontVariantNumeric: readonly string[];
  readonly fontVariantLigatures: readonly string[];
  readonly fontVariantCaps: 'normal' | 'small-caps' | 'all-small-caps';
  readonly fontKerning: 'auto' | 'normal' | 'none';
  /** OpenType tags; `-tag` for one that is switched off. */
  readonly fontFeatureSettings: readonly string[];
  /** `normal`, a factor of the font size, or px. */
  readonly lineHeight: 'normal' | { readonly factor: number } | { readonly px: number };
  readonly letterSpacing: number;
  /** px added to every space between words. */
  readonly wordSpacing: number;
  /** Tab stops: every so many spaces, or so many px. */
  readonly tabSize: number | { readonly px: number };
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textAlignLast: 'auto' | 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textJustify: 'auto' | 'none' | 'inter-word' | 'inter-character';
  readonly textIndent: Length;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  /** Not inherited, but propagated to the text inside by layout. */
  readonly textDecorationLine: 'none' | 'underline' | 'line-through' | 'overline';
  readonly textDecorationColor: Color;
  readonly textDecorationStyle: 'solid' | 'double' | 'dotted' | 'dashed';
  /** Percentages are of the font size. */
  readonly textDecorationThickness: 'auto' | 'from-font' | Length;
  /** Inherited again; percentages are of the font size. */
  readonly textUnderlineOffset: 'auto' | Length;
  readonly textWrap: 'wrap' | 'nowrap' | 'balance' | 'pretty' | 'stable';
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre' | 'pre-wrap' | 'pre-line';
  readonly overflowWrap: 'normal' | 'anywhere' | 'break-word';
  readonly wordBreak: 'normal' | 'keep-all' | 'break-all';
  readonly hyphens: 'none' | 'manual' | 'auto';
  /** What is drawn where a word is divided. */
  readonly hyphenateCharacter: string;
  /** Characters of the word, before and after the hyphen, that it takes. */
  readonly hyphenateLimitChars: 'auto' | readonly [word: number, before: number, after: number];
  readonly lineBreak: 'auto' | 'loose' | 'normal' | 'strict' | 'anywhere';
  readonly textAutospace: 'normal' | 'no-autospace' | 'ideograph-alpha' | 'ideograph-numeric';
  readonly textSpacingTrim: 'normal' | 'space-all' | 'space-first' | 'trim-start' | 'trim-both';
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
  readonly listStyleType: CounterStyleName | { readonly text: string };
  readonly listStylePosition: 'outside' | 'inside';
  readonly borderCollapse: 'separate' | 'collapse';
  readonly borderSpacing: readonly [horizontal: number, vertical: number];
  readonly captionSide: 'top' | 'bottom';
  readonly tableLayout: 'auto' | 'fixed';
  readonly emptyCells: 'show' | 'hide';
  // grid and flex (css-grid-2, css-flexbox-1)
  readonly flexDirection: 'row' | 'row-reverse' | 'column' | 'column-reverse';
  readonly flexWrap: 'nowrap' | 'wrap' | 'wrap-reverse';
  readonly flexGrow: number;
  readonly flexShrink: number;
  readonly flexBasis: LengthOrAuto | 'content';
  readonly gridTemplateColumns: GridTemplate;
  readonly gridTemplateRows: GridTemplate;
  readonly gridTemplateAreas: GridAreas | 'none';
  readonly gridAutoColumns: readonly Track[];
  readonly gridAutoRows: readonly Track[];
  readonly gridAutoFlow: GridAutoFlow;
  readonly gridColumnStart: GridLine;
  readonly gridColumnEnd: GridLine;
  readonly gridRowStart: GridLine;
  readonly gridRowEnd: GridLine;
  /** `normal` is nothing between tracks and 1 em between columns (css-align-3 §8.3). */
  readonly columnGap: Length | 'normal';
  readonly rowGap: Length | 'normal';
  readonly alignItems: Alignment;
  readonly alignSelf: Alignment | 'auto';
  readonly justifyItems: Alignment;
  readonly justifySelf: Alignment | 'auto';
  readonly alignContent: Alignment;
  readonly justifyContent: Alignment;
  // columns (css-multicol-1)
  readonly columnCount: number | 'auto';
  readonly columnWidth: number | 'auto';
  readonly columnFill: 'balance' | 'balance-all' | 'auto';
  readonly columnSpan: 'none' | 'all';
  /** Used width in px: zero where the style is `none`. */
  readonly columnRuleWidth: number;
  readonly columnRuleStyle: BorderStyle;
  readonly columnRuleColor: Color;
  // pages (css-break-3, css-page-3, css-gcpm-3)
  readonly breakBefore: BreakBetween;
  readonly breakAfter: BreakBetween;
  readonly breakInside: BreakInside;
  readonly orphans: number;
  readonly widows: number;
  /** css-gcpm-3 §2: of elements with `float: footnote`. */
  readonly footnoteDisplay: 'block' | 'inline' | 'compact';
  readonly footnotePolicy: 'auto' | 'line' | 'block';
  /** The named page, or `auto` for the surrounding one. Not inherited: layout passes it down. */
  readonly page: string;
  readonly stringSet: readonly { readonly name: string; readonly content: readonly ContentItem[] }[];
  readonly bookmarkLevel: number | 'none';
  readonly bookmarkLabel: readonly ContentItem[];
  readonly bookmarkState: 'open' | 'closed';
  // counters (css-lists-3 §4); not inherited, but for `quotes`
  readonly counterReset: readonly CounterReset[];
  readonly counterIncrement: readonly CounterChange[];
  readonly counterSet: readonly CounterChange[];
  readonly quotes: Quotes;
}
