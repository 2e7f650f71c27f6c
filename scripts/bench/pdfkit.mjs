/** Bare pdfkit: the glyph runs of a finished display list, drawn one by one, nothing broken or tagged. */
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { bold, regular, tell } from './tell.mjs';

const { pages } = JSON.parse(readFileSync(process.argv[6], 'utf8'));
const pt = 0.75;

function draw() {
  const { promise, resolve } = deferred();
  const chunks = [];
  const doc = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } });
  doc.on('data', (chunk) => chunks.push(chunk));
  doc.on('end', () => resolve(Buffer.concat(chunks)));
  doc.registerFont('regular', regular);
  doc.registerFont('bold', bold);
  for (const { width, height, items } of pages) {
    doc.addPage({ size: [width * pt, height * pt], margin: 0 });
    for (const { kind, text, x, baseline, size, face } of items) {
      if (kind !== 'text') continue;
      doc.font(face.includes('Bold') ? 'bold' : 'regular').fontSize(size * pt);
      doc.text(text, x * pt, baseline * pt, { lineBreak: false, baseline: 'alphabetic' });
    }
  }
  doc.end();
  return promise;
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

await tell(draw);
