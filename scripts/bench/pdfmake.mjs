import pdfmake from 'pdfmake';
import { columns, contentOf } from './content.mjs';
import { bold, regular, tell, times } from './tell.mjs';

pdfmake.setFonts({ Noto: { normal: regular, bold } });
pdfmake.setUrlAccessPolicy(() => false);

const document = () => ({
  pageSize: 'A4',
  pageMargins: [56.7, 56.7, 56.7, 56.7],
  info: { title: 'Bench', creationDate: new Date(0) },
  defaultStyle: { font: 'Noto', fontSize: 11, lineHeight: 1.04 },
  footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'center', fontSize: 9 }),
  content: contentOf(times).flatMap(({ heading, paragraphs, rows }, i) => [
    {
      text: heading,
      fontSize: 18,
      bold: true,
      margin: [0, 0, 0, 8],
      ...(i > 0 ? { pageBreak: 'before' } : {}),
    },
    ...paragraphs.map((text) => ({ text, margin: [0, 0, 0, 6] })),
    {
      table: {
        headerRows: 1,
        widths: ['auto', '*', 'auto', 'auto', '*'],
        body: [columns.map((text) => ({ text, bold: true })), ...rows.map((cells) => [...cells])],
      },
      fontSize: 10,
    },
  ]),
});

await tell(() => pdfmake.createPdf(document()).getBuffer());
