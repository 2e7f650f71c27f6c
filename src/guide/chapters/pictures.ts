/** Chapter 5: pictures, drawings, QR codes and charts. */
import { svgAttributes, svgElements } from '../../graphics/svg/vocabulary.ts';
import { pictures } from '../examples/pictures.ts';
import { codes, fence, paragraphs, table } from '../markdown.ts';
import { chartAttributes, datumAttributes } from '../own-elements.ts';

export function picturesChapter(): string {
  const shared = svgAttributes('g') ?? [];
  const shapes = svgElements.map((name) => {
    const own = (svgAttributes(name) ?? []).filter((attribute) => !shared.includes(attribute));
    return `\`${name}\`${own.length === 0 ? '' : ` (${own.join(' ')})`}`;
  });
  return paragraphs(
    fence('html', pictures),
    '- **Text alternatives.** Every picture says in `alt` what it tells, in the language of the edition (`alt="{{t "map.alt"}}"`). ' +
      'Mere decoration has `aria-hidden="true"` instead. A QR code is never decoration. A chart repeats what a table or the text says.\n' +
      '- **`img`** takes PNG and JPEG files beside the template, in `../shared/` or of a package (`npm:package/file.png`). Its size is `width` and `height` in px, or CSS.\n' +
      `- **\`svg\`** stands in the document itself. It may hold ${shapes.join(', ')}; and everywhere ${codes(shared)}. What is not drawn is refused.\n` +
      `- **\`qr\`** encodes \`data\`, an address such as \`{{url park.page.url}}\`, and says in \`alt\` where it leads. Its side is 25 mm or its CSS \`width\`, its colour the CSS \`color\`. One too small to be scanned in print is refused.\n` +
      '- **`chart`** is as wide as its CSS `width`. Its words are set in the font of the document. Values are plain numbers without unit: `{{convert main.quantity to="km2"}}`; an empty value means “not stated”.',
    attributesOf('chart', chartAttributes),
    attributesOf('datum', datumAttributes),
  );
}

function attributesOf(name: string, attributes: Readonly<Record<string, string>>): string {
  return table(
    [`attribute of \`${name}\``, 'meaning'],
    Object.entries(attributes).map(([attribute, meaning]) => [`\`${attribute}\``, meaning]),
  );
}
