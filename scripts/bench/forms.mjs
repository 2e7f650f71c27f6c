/** The same content as HTML (Parkpress, WeasyPrint, Chromium) and as Typst markup. */
import { columns, contentOf, tableOf } from './content.mjs';

/** The document `times` sections long, or, with `rows`, one table of so many rows and nothing else. */
export function htmlOf({ times, rows }, regular, bold) {
  const body = rows === undefined ? contentOf(times).map(sectionHtml) : [tableHtml(tableOf(rows))];
  return page(body.join('\n'), regular, bold);
}

function sectionHtml({ heading, paragraphs, rows }) {
  const texts = paragraphs.map((text, i) => `<p lang="${i % 2 === 0 ? 'en' : 'zh-Hans'}">${text}</p>`);
  return `<h1>${heading}</h1>\n${texts.join('\n')}\n${tableHtml(rows)}`;
}

function tableHtml(rows) {
  const head = columns.map((name) => `<th scope="col">${name}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${head}</tr></thead>\n<tbody>${body.join('\n')}</tbody></table>`;
}

/** A4 with margins of 20 mm, text of 11 pt on lines of 1.5, page numbers at the foot; fonts by address. */
function page(body, regular, bold) {
  return `<html lang="en"><head><title>Bench</title><style>
@font-face { font-family: "Noto Sans SC"; font-weight: 400; src: url("${regular}") }
@font-face { font-family: "Noto Sans SC"; font-weight: 700; src: url("${bold}") }
@page { size: A4; margin: 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt "Noto Sans SC" } }
body { margin: 0; font: 11pt/1.5 "Noto Sans SC" }
h1 { font-size: 18pt; margin: 0 0 8pt; break-before: page }
p { margin: 0 0 6pt }
table { width: 100%; border-collapse: collapse; font-size: 10pt }
th, td { padding: 2pt 4pt; border: 0.5pt solid #999; text-align: left }
thead { display: table-header-group }
</style></head><body>
${body}
</body></html>
`;
}

/** Typst's paragraphs are spaced so that its pages hold about as much as those of the style sheet above. */
export function typstOf(times) {
  const quoted = (text) => text.replace(/[#*_$@<>\\[\]]/g, '\\$&');
  const sections = contentOf(times).map(
    ({ heading, paragraphs, rows }) => `#pagebreak(weak: true)
= ${heading}
${paragraphs.map((text, i) => `#text(lang: "${i % 2 === 0 ? 'en' : 'zh'}")[${quoted(text)}]`).join('\n\n')}

#table(columns: (auto, 1fr, auto, auto, 1fr), stroke: 0.5pt + gray, inset: (x: 4pt, y: 5.5pt),
  table.header(${columns.map((name) => `[*${quoted(name)}*]`).join(', ')}),
  ${rows.map((cells) => cells.map((cell) => `[${quoted(cell)}]`).join(', ')).join(',\n  ')})`,
  );
  return `#set document(title: "Bench", date: none)
#set page(paper: "a4", margin: 20mm, numbering: "1 / 1")
#set text(font: "Noto Sans SC", size: 11pt, lang: "en")
#set par(leading: 0.75em, spacing: 1.1em)
#show heading: set text(size: 18pt)
${sections.join('\n\n')}
`;
}
