/**
 * The guide for designers, `templates/README.md`. What it lists comes from the tables that Parkpress itself reads;
 * what it shows is run by tests. So it cannot say anything that is not so.
 */
import { cssChapter } from './chapters/css.ts';
import { dataChapter } from './chapters/data.ts';
import { elementsChapter } from './chapters/elements.ts';
import { fontsChapter } from './chapters/fonts.ts';
import { helpersChapter } from './chapters/helpers.ts';
import { picturesChapter } from './chapters/pictures.ts';
import { templatesChapter } from './chapters/templates.ts';
import { tryingChapter } from './chapters/trying.ts';
import { workbooksChapter } from './chapters/workbooks.ts';
import { paragraphs } from './markdown.ts';

interface Chapter {
  readonly title: string;
  readonly text: () => string;
}

/** The numbers of chapters are their places here; links name them. */
const chapters: readonly Chapter[] = [
  { title: 'Templates', text: templatesChapter },
  { title: 'Data', text: dataChapter },
  { title: 'Helpers', text: helpersChapter },
  { title: 'Brochures', text: elementsChapter },
  { title: 'Pictures and charts', text: picturesChapter },
  { title: 'CSS', text: cssChapter },
  { title: 'Fonts', text: fontsChapter },
  { title: 'Workbooks', text: workbooksChapter },
  { title: 'Trying and messages', text: tryingChapter },
];

/** The whole guide as Markdown. */
export function templateGuide(): string {
  const titles = chapters.map(({ title }, index) => `${index + 1}. ${title}`);
  const contents = titles.map((title) => `[${title}](#${anchorOf(title)})`).join(' · ');
  const text = paragraphs(
    '# Templates',
    'For designers who know HTML and CSS. No TypeScript is needed.',
    contents,
    ...chapters.flatMap((chapter, index) => [`## ${titles[index]}`, chapter.text()]),
    '<!-- Made by npm run docs. Do not edit: change src/guide instead. -->',
  );
  return `${text}\n`;
}

/** The anchor that GitHub gives to a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
