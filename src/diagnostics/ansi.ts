/** The few terminal colours that messages use, or none. */

type Ink = 'error' | 'warning' | 'info' | 'frame' | 'strong';

const codes: Readonly<Record<Ink, string>> = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  frame: '34',
  strong: '1',
};

/** Paints a text in one of the inks. */
export type Paint = (ink: Ink, text: string) => string;

/** A painter with ANSI colours, or one that leaves texts as they are. */
export function painter(color: boolean): Paint {
  return color
    ? (ink, text) => (text === '' ? '' : `\u001b[${codes[ink]}m${text}\u001b[0m`)
    : (_ink, text) => text;
}
