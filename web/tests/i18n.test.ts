import { describe, expect, it } from 'vitest';
import german, { sentences } from '../src/i18n/de';
import { t, tn, useCatalogue } from '../src/i18n';
import { words } from './words';

// What is no sentence of the page's own: its name, what one says to it, terms of the field, the languages' own names.
const same = ['Titan Trakr', 'bench press 100 for 8', 'e1RM', 'English', 'Deutsch'];
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe('the catalogue', () => {
  it('has every sentence in German', () => {
    expect(words().length).toBeGreaterThan(200);
    expect(words().filter((text) => !same.includes(text) && sentences[text] === undefined)).toEqual([]);
  });

  it('has none that is shown no more', () => {
    const shown = words();
    expect(Object.keys(sentences).filter((text) => !shown.includes(text))).toEqual([]);
  });

  it('keeps what is filled in', () => {
    expect(Object.entries(sentences).filter(([english, other]) => holes(english).join() !== holes(other).join())).toEqual([]);
  });

  it('fills in, counts and falls back to English', () => {
    expect(tn('{n} set', '{n} sets', 1)).toBe('1 set');
    expect(t('{a} and {b}', { a: 'x', b: 2 })).toBe('x and 2');
    useCatalogue(german);
    expect([tn('{n} set', '{n} sets', 2), t('chest'), t('Titan Trakr')]).toEqual(['2 Sätze', 'Brust', 'Titan Trakr']);
    useCatalogue({});
  });
});
