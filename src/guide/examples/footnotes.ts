/** A paragraph with a footnote, and a style sheet that says how notes are set. */
export const footnotes = {
  css: `@page { counter-reset: footnote; @footnote { border-top: .5pt solid; padding-top: 2mm } }
::footnote-marker { content: counter(footnote) "  " }
footnote { font-size: 7.5pt }`,
  html: '<p>Land is leased<footnote>For 50 years at most.</footnote> and never sold.</p>',
} as const;
