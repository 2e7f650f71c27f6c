/** `check -- --explain CODE`: what a code or a rule means, from the tables of all phases. */
import type { CodeTable } from '../diagnostics/diagnostic.ts';
import { type CodePage, pagesOf } from '../diagnostics/extras.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Rule, RuleExample } from '../rules/define-rule.ts';
import type { UsageFault } from './options.ts';

/** A page of text, or what is wrong with the code. Letter case does not matter. */
export async function explain(code: string): Promise<string | UsageFault> {
  const [rules, codes] = await Promise.all([allRules(), allCodes()]);
  const wanted = code.toUpperCase();
  const rule = rules.find(({ id }) => id.toUpperCase() === wanted);
  if (rule) return rulePage(rule);
  const entry = Object.hasOwn(codes, wanted) ? codes[wanted] : undefined;
  if (entry) return `${wanted}: ${entry.title}\n\n${entry.why}\n\nWhat to do: ${entry.help}\n`;
  const near = nearest(wanted, [...Object.keys(codes), ...rules.map(({ id }) => id)]);
  return { usage: `there is no code ${code}${near === undefined ? '' : `; did you mean ${near}?`}` };
}

/** The pages of all codes and rules, for reports that say what a code means. */
export async function allPages(): Promise<readonly CodePage[]> {
  const [rules, codes] = await Promise.all([allRules(), allCodes()]);
  const severities = new Map(rules.map(({ id, severity }) => [id, severity]));
  return pagesOf(codes).map((page) => {
    const severity = severities.get(page.id);
    return severity ? { ...page, severity } : page;
  });
}

function rulePage({ id, title, why, help, severity, scope, examples }: Rule): string {
  const bad = severity === 'info' ? 'note' : severity;
  return [
    `${id}: ${title.en}\n`,
    `${why}\n`,
    `What to do: ${help}\n`,
    `Severity: ${bad}. Looks at: ${scopes[scope]}.\n`,
    `Examples:\n\n${examples.map(exampleText).join('\n\n')}\n`,
  ].join('\n');
}

const scopes: Readonly<Record<Rule['scope'], string>> = {
  field: 'one value',
  record: 'one park',
  'cross-record': 'several parks',
  'cross-file': 'several files',
};

const outcomes: Readonly<Record<RuleExample['outcome'], string>> = {
  pass: 'passes',
  finding: 'is found',
  acknowledged: 'is found and acknowledged',
  'not-applicable': 'is not applicable',
  refused: 'is refused when the data is read',
};

function exampleText({ name, yaml, files = {}, outcome, message }: RuleExample): string {
  const others = Object.entries(files).map(([file, text]) => `    # ${file}\n${indented(text)}`);
  const said = message === undefined ? '' : `: ${message}`;
  return [`  ${name}`, indented(yaml), ...others, `  → ${outcomes[outcome]}${said}`].join('\n');
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');
}

async function allRules(): Promise<readonly Rule[]> {
  return (await import('../rules/all-rules.ts')).rules;
}

/** The codes of all phases in one table, those of the rules among them. */
async function allCodes(): Promise<CodeTable> {
  const tables = await Promise.all([
    import('../source/codes.ts').then((module) => module.sourceCodes),
    import('../model/codes.ts').then((module) => module.modelCodes),
    import('../rules/codes.ts').then((module) => module.ruleCodes),
    import('../template/codes.ts').then((module) => module.templateCodes),
    import('../markup/codes.ts').then((module) => module.markupCodes),
    import('../graphics/codes.ts').then((module) => module.graphicsCodes),
    import('../layout/codes.ts').then((module) => module.layoutCodes),
    import('../layout/text/codes.ts').then((module) => module.fontCodes),
    import('../pdf/codes.ts').then((module) => module.pdfCodes),
    import('../sheet/codes.ts').then((module) => module.sheetCodes),
    import('../pull/codes.ts').then((module) => module.pullCodes),
    import('./codes.ts').then((module) => module.buildCodes),
  ]);
  return Object.assign({}, ...tables);
}
