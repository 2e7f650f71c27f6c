/** Template folders: what makes one, what they share, and strings. */
import { expect, test } from 'vitest';
import { loadTemplates } from './load.ts';
import { lineOf, memoryFiles, mergeTexts } from './testing.ts';

function load(texts: Readonly<Record<string, string>>) {
  const { value = [], diagnostics } = loadTemplates(memoryFiles(texts), 't');
  return { templates: value, lines: diagnostics.map(lineOf) };
}

test('only folders with a template.yaml are templates', () => {
  const { templates, lines } = load({ 'main.hbs': 'x', '../showcase/a.html': '<p/>', '../b/main.hbs': '{{' });
  expect(lines).toEqual([]);
  expect(templates.map(({ name, kind, languages, entry }) => [name, kind, languages, entry.path])).toEqual([
    ['a', 'brochure', ['en', 'zh'], 't/a/main.hbs'],
  ]);
});

test('a template depends on its own and the shared files', () => {
  const { templates } = load({
    'main.hbs': 'x',
    '../shared/head.hbs': 'y',
    '../shared/strings.en.yaml': 'a: b\n',
    '../shared/strings.zh.yaml': 'a: b\n',
  });
  expect(templates[0]?.files.map(({ path }) => path).sort()).toEqual([
    't/a/main.hbs',
    't/a/template.yaml',
    't/shared/head.hbs',
    't/shared/strings.en.yaml',
    't/shared/strings.zh.yaml',
  ]);
});

test('own partials and strings stand over the shared ones', () => {
  const texts = {
    'main.hbs': '{{> p}}{{> q}}{{t "a.b"}}{{t "c"}}',
    'p.hbs': 'own ',
    '../shared/p.hbs': 'shared ',
    '../shared/q.hbs': 'q ',
    'strings.en.yaml': 'a: { b: "own " }\n',
    'strings.zh.yaml': 'a: { b: "自 " }\n',
    '../shared/strings.en.yaml': 'a.b: shared\nc: see\n',
    '../shared/strings.zh.yaml': 'a.b: 共\nc: 见\n',
  };
  expect(mergeTexts(texts).merged?.text).toBe('own q own see');
  expect(mergeTexts(texts, {}, { lang: 'zh' }).merged?.text).toBe('own q 自 见');
});

test('a template with faults is left out, the others stand', () => {
  const other = 'kind: workbook\nentry: w.hbs\ntitle: { en: W, zh: 表 }\n';
  const { templates, lines } = load({
    'main.hbs': '{{nope lang}}',
    '../b/template.yaml': other,
    '../b/w.hbs': 'w',
  });
  expect(templates.map(({ name }) => name)).toEqual(['b']);
  expect(lines).toHaveLength(1);
});

test('a fault in a shared file is reported once', () => {
  const other = 'kind: workbook\nentry: w.hbs\ntitle: { en: W, zh: 表 }\n';
  const { templates, lines } = load({
    'main.hbs': '{{> s}}',
    '../b/template.yaml': other,
    '../b/w.hbs': '{{> s}}',
    '../shared/s.hbs': '{{{lang}}}',
  });
  expect(templates).toEqual([]);
  expect(lines).toEqual([
    'T006 shared/s.hbs:1:1 output without escaping ({{{ }}} or {{& }}) is not allowed | Write {{x}}; markup in a value is printed as text.',
  ]);
});

test('an unused string is a warning, but not when keys are made at run time', () => {
  const strings = { 'strings.en.yaml': 'a: x\nb: y\n', 'strings.zh.yaml': 'a: x\nb: y\n' };
  expect(load({ 'main.hbs': '{{t "a"}}', ...strings }).lines).toEqual([
    'warning T004 a/strings.en.yaml:2:1 the string `b` is never used',
    'warning T004 a/strings.zh.yaml:2:1 the string `b` is never used',
  ]);
  expect(load({ 'main.hbs': '{{t (concat "a")}}', ...strings }).lines).toEqual([]);
});
