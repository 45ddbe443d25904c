import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import german, { sentences } from '../src/i18n/de';
import { useCatalogue } from '../src/i18n';
import { memberText, problemText, types } from '../src/problems';

/** The types of problems that the server's code names; those of the command line stay there. */
const served = (() => {
  const names = (readdirSync('../src', { recursive: true }) as string[]).filter((name) => /^(Domain|Application|Infrastructure|Api)\//.test(name) && name.endsWith('.cs') && !/\/(obj|bin|Archive)\//.test(name));
  const code = names.map((name) => readFileSync(`../src/${name}`, 'utf8'));
  return [...new Set(code.flatMap((text) => [...text.matchAll(/(?:(?<!NotFound)Error\(|Problem(?:Factory)?\.\w+\((?:\w+, )?\w+,)\s*"([a-z]+(?:-[a-z]+)*)"/g)].map((match) => match[1]!)))].sort();
})();

const problem = (slug: string, more: object = {}) => ({ type: `https://titantrakr.com/problems/${slug}`, detail: 'The server says.', ...more });
const fault = (path: string) => problem('validation', { errors: { [path]: ['In the words of the server.'] } });

afterEach(() => useCatalogue({}));

describe('a refusal', () => {
  it('of every type that the server has is said in both languages', () => {
    expect(served.length).toBeGreaterThan(25);
    expect(served.filter((slug) => !types[slug])).toEqual([]);
    expect(Object.values(types).filter((text) => !sentences[text])).toEqual([]);
    useCatalogue(german);
    expect(problemText(problem('no-active-workout'))).toBe('Starte zuerst ein Training.');
  });

  it('has no type here that the server does not have', () => expect(Object.keys(types).filter((slug) => !served.includes(slug))).toEqual([]));

  it('of a value says what its member takes, wherever it stands in what was sent', () => {
    useCatalogue(german);
    expect(problemText(fault('reps'))).toBe('Wiederholungen sind eine ganze Zahl von 1 bis 1000.');
    expect(['exercises[0].sets[12].reps', 'load.value', 'exercises[3].target.restSeconds'].map((path) => problemText(fault(path)))).toEqual([memberText('reps'), memberText('load'), memberText('restSeconds')]);
    expect(problemText(fault('nobodyKnows'))).toBe('In the words of the server.');
  });

  it('of a kind that came after this version is said in the words of the server', () => {
    expect([problemText(problem('brand-new')), problemText({ title: 'Refused' }), problemText({})]).toEqual(['The server says.', 'Refused', undefined]);
  });

  it('is said better by a screen that knows what was asked', () => {
    expect(problemText(problem('unauthenticated'), { unauthenticated: 'Wrong.' })).toBe('Wrong.');
    expect(problemText(fault('password'), { password: 'Not that.' })).toBe('Not that.');
    expect(problemText(fault('email'), { password: 'Not that.' })).toBe('An e-mail address looks like name@example.com.');
  });

  it('of a file says where reading stopped', () => expect(problemText(problem('import-unreadable', { detail: 'Line 3: a date.' }))).toBe('This file can’t be read as a training log. Line 3: a date.'));
});
