/** Chapter 7: fonts. */
import { fontRules } from '../examples/font.ts';
import { fence, paragraphs } from '../markdown.ts';

export function fontsChapter(): string {
  return paragraphs(
    'Only fonts that `@font-face` declares are used, never those of the machine, so that every machine sets the same pages. `templates/shared/fonts.css` declares Source Sans 3 and Noto Sans SC in the weights 300, 400, 500 and 700; link it, or write your own:',
    fence('css', fontRules),
    '- One file and one weight per rule. Files are `.ttf` or `.otf`; web fonts (`.woff`), collections and variable fonts are refused. A font may also lie in the template: `url("fonts/My.ttf")`.\n' +
      '- `npm:<package>/<file>` names a file of an installed package. Families of Google Fonts come as `@expo-google-fonts/<family>`: `npm install @expo-google-fonts/lora`, and look into `node_modules/@expo-google-fonts/lora` for the files.\n' +
      '- Name the Latin family first and the Chinese after it; every character is taken from the first that has it. A character that none has is an error.\n' +
      '- Slanted letters are a face of their own (`font-style: italic` in its rule), nothing is slanted by machine: without one, `em` and `i` stand upright. A weight that is not declared is set in the nearest one.\n' +
      '- Workbooks name fonts of the reader’s machine (`font` of `workbook`) and embed none.',
  );
}
