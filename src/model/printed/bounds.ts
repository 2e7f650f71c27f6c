/** Words that say how far an amount reaches: "more than 400", 400多家, "400 or above". */
import type { Quantity } from '../publication.ts';
import type { Page } from './reading.ts';

type Bound = Quantity['bound'];

const longestWords = 24;

/** By the end of what stands before the number. More specific words come first: "no more than" before "more than". */
const beforeNumber: readonly (readonly [RegExp, Bound])[] = [
  [
    /(?:up to|at most|no(?:t)? more than|less than|fewer than|not exceeding|不超过|不足|至多|最多|少于|低于|[<≤])\s*$/iu,
    'up-to',
  ],
  [/(?:at least|no(?:t)? less than|no fewer than|至少|不少于|不低于|≥)\s*$/iu, 'at-least'],
  [
    /(?:more than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards of|超过|超|逾|突破|多于|高于|>)\s*$/iu,
    'more-than',
  ],
  [/(?:nearly|almost|close to|just under|接近|将近|近)\s*$/iu, 'nearly'],
  [
    /(?:about|around|approximately|approx\.?|roughly|some|circa|ca\.?|大约|约为|约合|约|大概|(?<![\p{L}\p{N}%²]\s?)[~≈～])\s*$/iu,
    'about',
  ],
];

const afterNumber: readonly (readonly [RegExp, Bound])[] = [
  [/^\s?(?:(?:or|and) (?:above|more|over|higher|greater)\b|\+|及?以上)/iu, 'at-least'],
  [/^(?:多|余)/u, 'more-than'],
  [/^\s?(?:(?:or|and) (?:below|less|fewer|under)\b|及?以下|以内|之内)/iu, 'up-to'],
  [/^\s?(?:or so\b|左右|上下)/iu, 'about'],
];

/** The bound stated before an offset. */
export function boundBefore(page: Page, at: number): Bound | undefined {
  const window = page.text.slice(Math.max(0, at - longestWords), at);
  // A word must begin in the window: "moreover" ends in "over" and bounds nothing.
  const found = beforeNumber.find(([pattern]) => {
    const match = pattern.exec(window);
    return match && !(/^[a-z]/i.test(match[0]) && /[A-Za-z]/.test(window.charAt(match.index - 1)));
  });
  return found?.[1];
}

/** The bound stated right behind an offset, and where it ends. */
export function boundAfter(page: Page, at: number): { bound: Bound; end: number } | undefined {
  const window = page.text.slice(at, at + longestWords);
  for (const [pattern, bound] of afterNumber) {
    const match = pattern.exec(window);
    if (match) return { bound, end: at + match[0].length };
  }
  return undefined;
}
