/** Chapter 1: what a template is, and how text comes from data. */
import { leaflet } from '../examples/leaflet.ts';
import { refusals, snippetPartials, snippets } from '../examples/snippets.ts';
import { code, fence, paragraphs, table } from '../markdown.ts';

export function templatesChapter(): string {
  const partial = Object.entries(snippetPartials)
    .map(([name, text]) => `The partial \`${name}\` of the last example but one is ${code(text)}.`)
    .join(' ');
  return paragraphs(
    'A template is a folder in `templates/` with these files. Every template is made for every park and every language: `output/<park>/<template>.<language>.pdf`, or `.xlsx`.',
    table(
      ['file', 'is'],
      [
        [
          '`template.yaml`',
          'what it is: kind (`brochure` or `workbook`), entry file, title, languages, and what data it leaves out; `of: all` makes one file of all parks in place of one for each, `csv: yes` their tables as CSV as well',
        ],
        ['`<entry>.hbs`', 'the document: markup with tags in `{{ }}` where data go'],
        [
          'other `.hbs` files',
          'partials: parts that other files call by name, `{{> glance}}` for `glance.hbs`',
        ],
        [
          '`strings.en.yaml`, `strings.zh.yaml`',
          'all fixed words, under the same keys; keys may be nested (`a.b`)',
        ],
        ['`.css` files', 'looks, linked from the head; pictures may lie beside them'],
        [
          '`../shared/`',
          'partials, strings and style sheets for all templates; a partial or string of the same name in the template wins',
        ],
      ],
    ),
    'To begin, copy a template that is near to what you want and rename the folder. Or take this whole one, a leaflet:',
    ...leafletBlocks(),
    '### Tags',
    'Names start at the root of the data. Inside `{{#each}}` and `{{#with}}` they start at the item; `../` leads one step out, `@root` to the root. ' +
      'Inside `{{#each}}` there are `@index` (from 0), `@key`, `@first` and `@last`. Empty for `{{#if}}` are null, false, 0, "" and an empty list. ' +
      'A call inside a call stands in brackets. `{{~` and `~}}` take away the white space beside a tag.',
    table(
      ['write', 'English', 'Chinese'],
      snippets.map(({ write, en, zh }) => [code(write), quoted(en), quoted(zh)]),
    ),
    `${partial} A partial sees the data where it is called, and the values given to it by name; \`{{> name item}}\` lets its names start at the item.`,
    '### What is checked before anything is made',
    'Every template is walked from its entry file through all its partials against the fields of chapter 2, without any data. So a fault is told even if no park shows it today:',
    [
      '- a name that does not exist, a `../` too many, an id that is no key of `data/metrics.yaml`;',
      '- a helper that gets a value of another kind, or something printed that holds more than one text;',
      '- a value that may be null, printed, looked into or given to a helper where no `{{#if}}`, `{{#unless}}` or `{{#with}}` has asked for it. `and`, `or`, `not`, `eq` and `ne` are understood, and what the caller of a partial has asked for holds inside the partial;',
      '- a comparison with a word that the field can never be: `(eq lang "zn")`;',
      '- a partial or string that nothing uses, a string that one language lacks (the former as a warning).',
    ].join('\n'),
    'A fault inside a partial is shown with the calls that lead to it. The other way round, one warning lists the data that no template prints. What is left out knowingly stands in `template.yaml`, by the names of chapter 2:',
    fence('yaml', 'leaves_out: [park.aliases, claim.note, figures.nbs_code, "waiver.*"]'),
    '`*` stands for all that begin so, alone for everything. A name there that does not exist is an error; one that a template prints after all is a warning.',
    '### What is refused',
    'Nothing is printed as an empty place in silence. Each of these is an error with its line:',
    table(
      ['write', 'what to know'],
      refusals.map(({ write, instead }) => [code(write), instead]),
    ),
  );
}

/** The YAML files in one block, each under its name as a remark; the others in blocks of their own. */
function leafletBlocks(): readonly string[] {
  const files = Object.entries(leaflet).map(([name, text]) => ({ path: `templates/leaflet/${name}`, text }));
  const isYaml = ({ path }: { readonly path: string }): boolean => path.endsWith('.yaml');
  const yaml = files.filter(isYaml).map(({ path, text }) => `# ${path}\n${text}`);
  const others = files.filter((file) => !isYaml(file));
  return [
    fence('yaml', yaml.join('\n')),
    ...others.map(
      ({ path, text }) => `\`${path}\`\n${fence(path.endsWith('.css') ? 'css' : 'handlebars', text)}`,
    ),
  ];
}

function quoted(text: string): string {
  return text === '' ? '(nothing)' : code(text.trim());
}
