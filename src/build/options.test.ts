import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';
import { usageOf } from './usage.ts';

const usage = (...words: string[]): string => {
  const parsed = parseOptions('build', words);
  return 'usage' in parsed ? parsed.usage : 'accepted';
};

test('options are read in both spellings', () => {
  expect(
    parseOptions('build', [
      '--data=d',
      '--out',
      'o',
      '--lang',
      'en,zh',
      '--jobs',
      '3',
      '--force',
      '--only',
      'a-*/**',
    ]),
  ).toMatchObject({
    data: 'd',
    out: 'o',
    lang: ['en', 'zh'],
    jobs: 3,
    force: true,
    why: false,
    only: 'a-*/**',
    format: 'pretty',
  });
  expect(parseOptions('render', ['a.html', '--out', 'a.pdf', '--lenient'])).toMatchObject({
    operands: ['a.html'],
    lenient: true,
  });
});

test('wrong usage is told with the nearest option', () => {
  expect(usage('--ony', 'x')).toBe('there is no option --ony; did you mean --only?');
  expect(usage('--lenient')).toBe('there is no option --lenient');
  expect(usage('--out')).toBe('--out needs a value: --out DIR');
  expect(usage('--out', '--force')).toBe('--out needs a value: --out DIR');
  expect(usage('--force=yes')).toBe('--force takes no value');
  expect(usage('--force', '--force')).toBe('--force is given twice');
  expect(usage('--lang', 'en,de')).toBe('there is no edition in "de"; languages are en and zh');
  expect(usage('--jobs', '0')).toBe('"0" is not a number of jobs from 1 to 99');
  expect(usage('--format', 'sarfi')).toBe('there is no format "sarfi"; did you mean sarif?');
  expect(usage('--format', 'word')).toBe(
    'there is no format "word"; formats are pretty, json, github, sarif, junit, markdown',
  );
  expect(usage('park')).toBe('"park" is one word too many');
});

test('the help lists the options of its command only', () => {
  expect(usageOf('build')).toContain('--only GLOB');
  expect(usageOf('build')).not.toContain('--lenient');
  expect(usageOf('render')).toContain('npm run render -- FILE --out FILE [options]');
});
