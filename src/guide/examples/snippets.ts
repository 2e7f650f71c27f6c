/** Short calls of the guide with the data they print from and what they give in both editions. */
import type { Publication } from '../../model/publication.ts';

/** Data that is there in part only. */
type Part<T> = T extends readonly (infer Item)[]
  ? readonly Part<Item>[]
  : T extends object
    ? { readonly [K in keyof T]?: Part<T[K]> }
    : T;

const words = (en: string, zh: string) => ({ en, zh });

export const snippetData = {
  park: {
    name: words('North Park', '北园'),
    industries: [{ name: words('rails', '轨道') }, { name: words('motors', '电机') }],
    access: [
      { name: words('Station', '车站'), kind: 'rail', time: null },
      {
        name: words('Airport', '机场'),
        kind: 'air',
        time: { value: '20', unit: 'min', digit: 0, bound: 'about' },
      },
    ],
  },
  figures: {
    area_built: {
      main: {
        quantity: { value: '8', unit: 'km2', digit: 0, bound: 'exact' },
        text: null,
        verbatim: '8 sq km',
      },
    },
    tax_revenue: null,
  },
} satisfies Part<Publication>;

export const snippetStrings = {
  'strings.en.yaml': 'welcome: "Welcome to {place}"\n',
  'strings.zh.yaml': 'welcome: "欢迎来到{place}"\n',
};

/** The file `name-line.hbs`, which one of the calls uses. */
export const snippetPartials = { 'name-line.hbs': '<b>{{text place.name}}</b>{{end}}' };

export interface Snippet {
  readonly write: string;
  readonly en: string;
  readonly zh: string;
}

export const snippets: readonly Snippet[] = [
  { write: '{{text park.name}}', en: 'North Park', zh: '北园' },
  { write: '{{quantity figures.area_built.main.quantity}}', en: '8 km²', zh: '8平方公里' },
  {
    write: '{{t "welcome" place=(text park.name)}}',
    en: 'Welcome to North Park',
    zh: '欢迎来到北园',
  },
  { write: '{{#if figures.tax_revenue}}…{{else}}not stated{{/if}}', en: 'not stated', zh: 'not stated' },
  { write: '{{#unless figures.tax_revenue}}not stated{{/unless}}', en: 'not stated', zh: 'not stated' },
  {
    write: '{{#each park.industries}}{{@index}} {{text name}}{{#unless @last}}, {{/unless}}{{/each}}',
    en: '0 rails, 1 motors',
    zh: '0 轨道, 1 电机',
  },
  {
    write:
      '{{#each park.industries as |industry|}}{{text industry.name}} in {{text ../park.name}}. {{/each}}',
    en: 'rails in North Park. motors in North Park. ',
    zh: '轨道 in 北园. 电机 in 北园. ',
  },
  { write: '{{#with figures.area_built}}{{value main}}{{/with}}', en: '8 km²', zh: '8平方公里' },
  {
    write: '{{#each park.access}}{{#if (and time (eq kind "air"))}}{{text name}}{{/if}}{{/each}}',
    en: 'Airport',
    zh: '机场',
  },
  {
    write: '{{> name-line place=park end="!"}}',
    en: '<b>North Park</b>!',
    zh: '<b>北园</b>!',
  },
  { write: '{{!-- a remark, printed nowhere --}}', en: '', zh: '' },
];

/** What is refused, with the code of the message and what to do instead. */
export const refusals: readonly {
  readonly write: string;
  readonly code: string;
  readonly instead: string;
}[] = [
  {
    write: '{{{park.name.en}}}',
    code: 'T006',
    instead: 'Text is always escaped, so that a `<` in the data cannot break the page. Write two braces.',
  },
  {
    write: '{{park.nmae}}',
    code: 'T011',
    instead: 'A misspelt name is an error, never an empty place.',
  },
  {
    write: '{{quantity figures.tax_revenue.main.quantity}}',
    code: 'T012',
    instead: 'A fact this park does not state is null. Put `{{#if figures.tax_revenue}}` around it.',
  },
  {
    write: '{{park.name}}',
    code: 'T013',
    instead: 'It holds both languages. Say how to print it: `{{text park.name}}`.',
  },
  { write: '{{upper park.name.en}}', code: 'T007', instead: 'There are only the helpers listed below.' },
  {
    write: '{{> (lookup park "id")}}',
    code: 'T006',
    instead: 'Partials are named outright, so that they can be checked. Choose with `{{#if}}`.',
  },
  {
    write: '{{#*inline "a"}}…{{/inline}}',
    code: 'T006',
    instead: 'Put the part into a file of its own.',
  },
  { write: '{{t "missing"}}', code: 'T003', instead: 'Every string stands in both strings files.' },
];
