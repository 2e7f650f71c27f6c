import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutBody } from '../testing/pages.ts';

/** A section: how many lines it has, whether it begins a page, counts pages anew, is referred to. */
const section = fc.record({
  lines: fc.integer({ min: 0, max: 25 }),
  breaks: fc.boolean(),
  restarts: fc.boolean(),
  refers: fc.nat(11),
});

const css = `@page { margin: 20px 10px; font: 5px/5px x; @top-left { content: string(title, first) } @bottom-right { content: counter(page) } }
  h2 { string-set: title content(); counter-increment: c } h2::before { content: counter(c) ":" }
  .break { break-before: page } .restart { counter-reset: page 1 }
  a { display: block } a::after { content: leader(".") target-counter(attr(href), page) "/" target-counter(attr(href), c) }`;

test('whatever moves, printed page numbers are those of the pages, or a warning says that they are not', () => {
  fc.assert(
    fc.property(fc.array(section, { minLength: 1, maxLength: 12 }), (sections) => {
      const body = sections.map(({ lines, breaks, restarts, refers }, i) => {
        const classes = `${breaks ? 'break ' : ''}${restarts ? 'restart' : ''}`;
        const target = refers % sections.length;
        const head = `<h2 id="s${i}" class="${classes}">S${i}</h2>`;
        return `${head}<a href="#s${target}">to${target}</a>${'<p>w</p>'.repeat(lines)}`;
      });
      const { laidOut, messages } = layoutBody(body.join(''), css);
      if (messages.length > 0) {
        expect(messages.every((message) => message.includes('L022'))).toBe(true);
        return;
      }
      const { pages, anchors } = laidOut!;
      const texts = pages.map(({ items }) =>
        items.flatMap((item) => (item.kind === 'text' ? [{ text: item.run.text, owner: item.owner }] : [])),
      );
      // Pages count on; a section at the top of a page counts it anew, one further down the pages after it.
      let count = 0;
      pages.forEach(({ label }, i) => {
        count += 1;
        const here = sections.flatMap(({ restarts }, s) => {
          const { page, y } = anchors.get(`s${s}`)!;
          return page === i + 1 && restarts ? [y] : [];
        });
        if (here[0] === 20) count = 1;
        expect(label.value).toBe(count);
        if (here.some((y) => y > 20)) count = 1;
      });
      // Every page prints its label, and every reference the label of the page with its target.
      pages.forEach(({ label }, i) => {
        expect(texts[i]!.filter(({ owner }) => 'artifact' in owner).map(({ text }) => text)).toContain(
          label.text,
        );
      });
      const all = texts.flat().map(({ text }) => text);
      sections.forEach(({ refers }) => {
        const target = refers % sections.length;
        const { page } = anchors.get(`s${target}`)!;
        expect(all).toContain(`${pages[page - 1]!.label.text}/${target + 1}`);
      });
      // Headings are numbered in order, and the running line is the first of the page or the last before.
      expect(all.filter((text) => /^\d+:$/.test(text))).toEqual(sections.map((_, i) => `${i + 1}:`));
      let title = '';
      pages.forEach((_, i) => {
        const here = sections.map((_, s) => s).filter((s) => anchors.get(`s${s}`)!.page === i + 1);
        const shown = here.length > 0 ? `S${here[0]}` : title;
        if (shown !== '')
          expect(texts[i]!.some(({ text, owner }) => text === shown && 'artifact' in owner)).toBe(true);
        if (here.length > 0) title = `S${here.at(-1)}`;
      });
    }),
    { numRuns: 60 },
  );
});
