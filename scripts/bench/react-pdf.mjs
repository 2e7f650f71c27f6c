import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { columns, contentOf } from './content.mjs';
import { bold, regular, tell, times } from './tell.mjs';

Font.register({
  family: 'Noto',
  fonts: [
    { src: regular, fontWeight: 400 },
    { src: bold, fontWeight: 700 },
  ],
});
const styles = StyleSheet.create({
  page: { padding: 56.7, fontFamily: 'Noto', fontSize: 11, lineHeight: 1.5 },
  heading: { fontSize: 18, fontWeight: 700, marginBottom: 8 },
  text: { marginBottom: 6 },
  row: { flexDirection: 'row', fontSize: 10 },
  cell: { flexGrow: 1, flexBasis: 0, padding: '2 4', border: '0.5 solid #999' },
  head: { fontWeight: 700 },
  foot: { position: 'absolute', bottom: 24, left: 0, right: 0, textAlign: 'center', fontSize: 9 },
});

const row = (cells, key, extra = {}) =>
  h(
    View,
    { key, style: styles.row, wrap: false, ...extra },
    cells.map((cell, i) => h(Text, { key: i, style: styles.cell }, cell)),
  );

const document = () =>
  h(
    Document,
    { title: 'Bench', creationDate: new Date(0) },
    contentOf(times).map(({ heading, paragraphs, rows }, part) =>
      h(
        Page,
        { key: part, size: 'A4', style: styles.page },
        h(Text, { style: styles.heading }, heading),
        paragraphs.map((text, i) => h(Text, { key: i, style: styles.text }, text)),
        row(columns, 'head', { fixed: true, style: [styles.row, styles.head] }),
        rows.map((cells, i) => row(cells, i)),
        h(Text, {
          fixed: true,
          style: styles.foot,
          render: ({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`,
        }),
      ),
    ),
  );

await tell(() => renderToBuffer(document()));
