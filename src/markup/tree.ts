/** The styled tree: what the markup phase hands to layout. Plain data, never changed afterwards. */
import type { Origin, Span } from '../diagnostics/span.ts';
import type { ComputedStyle, ContentItem } from './style.ts';

export type StyledNode = StyledElement | StyledText;

/** Names that pseudo-elements have in the tree. */
export type PseudoName = '::before' | '::after' | '::marker' | '::footnote-call' | '::footnote-marker';

/**
 * An element or pseudo-element with its computed style. `id` counts elements in document order (pre-order)
 * and is what display items and structure elements refer to. `lang` is inherited. The children of `svg`
 * keep their SVG names and attributes; their `style` holds the properties that SVG shares with CSS.
 */
export interface StyledElement {
  readonly kind: 'element';
  readonly id: number;
  readonly name: string;
  readonly lang: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly style: ComputedStyle;
  /** Generated content of a pseudo-element (its only content); empty for elements. */
  readonly content: readonly ContentItem[];
  readonly children: readonly StyledNode[];
  readonly origin: Origin;
}

/** `text` has its entities decoded and white space as written; `originAt` takes an offset in `text`. */
export interface StyledText {
  readonly kind: 'text';
  readonly text: string;
  readonly originAt: (offset: number) => Origin;
}

/** `@font-face`: `path` is ready for `Files.read`. */
export interface FontFaceRule {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly path: string;
  readonly place: Span;
}

export type MarginBoxName =
  | 'top-left-corner'
  | 'top-left'
  | 'top-center'
  | 'top-right'
  | 'top-right-corner'
  | 'right-top'
  | 'right-middle'
  | 'right-bottom'
  | 'bottom-right-corner'
  | 'bottom-right'
  | 'bottom-center'
  | 'bottom-left'
  | 'bottom-left-corner'
  | 'left-bottom'
  | 'left-middle'
  | 'left-top';

/** css-page-3 §5: a margin box that is generated (its `content` is not `none`). */
export interface MarginBox {
  readonly style: ComputedStyle;
  readonly content: readonly ContentItem[];
  readonly origin: Origin;
}

/** Marks for those who cut the sheets and put the colours over each other (css-page-3 §7.3). */
export interface PageMarks {
  readonly crop: boolean;
  readonly cross: boolean;
}

/** The style of one page. Sizes and margins in px; percentages of margins are already resolved. */
export interface PageStyle {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly style: ComputedStyle;
  readonly boxes: ReadonlyMap<MarginBoxName, MarginBox>;
  /** The area at the end of the page that footnotes are set in. */
  readonly notes: ComputedStyle;
  /** How far ink may reach over each edge, because it is cut off there. */
  readonly bleed: number;
  readonly marks: PageMarks;
  readonly origin?: Origin;
}

/** Which page is asked for: `number` counts from 1, `:first` is the first of the document, `:left`/`:right` from `side`. */
export interface PageQuery {
  readonly name: string;
  readonly number: number;
  readonly first: boolean;
  readonly side: 'left' | 'right';
  readonly blank: boolean;
}

export interface StyledDocument {
  readonly title: string;
  readonly lang: string;
  /** `<meta name content>` pairs: author, description, keywords. */
  readonly meta: ReadonlyMap<string, string>;
  /** The style of `html`, which has no box: `body` and the pages inherit from it, and its background is that of the sheets. */
  readonly root: ComputedStyle;
  /** The `body` element. */
  readonly body: StyledElement;
  readonly fontFaces: readonly FontFaceRule[];
  readonly pageStyle: (query: PageQuery) => PageStyle;
  /** Path that `src` and `href` of the document are resolved against. */
  readonly base: string;
}
