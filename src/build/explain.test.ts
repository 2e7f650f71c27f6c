import { expect, test } from 'vitest';
import { allPages, explain } from './explain.ts';

test('a code is explained by what it means, why it matters and what to do', async () => {
  expect(await explain('y010')).toBe(
    'Y010: Tab used for indentation\n\nYAML counts spaces; a tab has no agreed width.\n\n' +
      'What to do: Use spaces, two for each level.\n',
  );
});

test('a rule is explained with its severity, its scope and its examples', async () => {
  const page = await explain('p6');
  expect(page).toMatch(/^P6: A count times the amount of each is the total\n\n/);
  expect(page).toMatch(/\n\nWhat to do: .+\n\nSeverity: error\. Looks at: one park\.\n/);
  expect(page).toMatch(/\n {2}36 of 100 million are 3\.6 billion\n {4}figures:\n/);
  expect(page).toMatch(/ {2}→ is found: 36 × 100,000,000 CNY = 3,600,000,000 CNY/);
});

test('an unknown code is told with the nearest one', async () => {
  expect(await explain('Y0010')).toEqual({ usage: 'there is no code Y0010; did you mean Y001?' });
  expect(await explain('constructor')).toEqual({ usage: 'there is no code constructor' });
});

test('the pages of codes are whole sentences, each code once', async () => {
  const pages = await allPages();
  expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  // A word of the data, such as `leaves_out`, keeps its letter case.
  const isSentence = (text: string) => /[.?!]$/.test(text) && !/^\p{Ll}+ /u.test(text);
  const odd = pages.filter(({ why, help }) => !isSentence(why) || !isSentence(help));
  expect(odd.map(({ id, why, help }) => `${id}: ${why} ${help}`)).toEqual([]);
});
