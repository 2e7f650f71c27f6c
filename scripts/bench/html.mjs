/** Writes the document as HTML: `node html.mjs FOLDER LENGTH OUT [BASE]`; LENGTH is `6` sections or `10000rows`, BASE replaces the folder of the fonts. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { htmlOf } from './forms.mjs';

const [folder, length, out, base = pathToFileURL(folder).href] = process.argv.slice(2);
const face = (name) => `${base}/${name}/NotoSansSC_${name}.ttf`;
const size = Number.parseInt(length, 10);
const what = length.endsWith('rows') ? { rows: size } : { times: size };
writeFileSync(out, htmlOf(what, face('400Regular'), face('700Bold')));
