import type { Exercise } from '../../types';

const fold = (text: string) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, ' ').trim();
const singular = (word: string) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word);
const wordsOf = (text: string) => fold(text).split(' ').filter(Boolean).map(singular);

/** Whether two words are one slip apart: a letter more, less, other, or two swapped. */
export function nearly(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [left, right] = [a.slice(start), b.slice(start)];
  return left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)
    || (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2));
}

function wordScore(asked: string, words: string[]): number {
  let best = 0;
  for (const word of words) {
    if (word === asked) return 3;
    if (word.startsWith(asked)) best = Math.max(best, 2);
    else if (asked.length > 3 && nearly(asked, word)) best = Math.max(best, 1);
    else if (asked.length > 3 && nearly(asked, word.slice(0, asked.length))) best = Math.max(best, 0.5);
  }
  return best;
}

function nameScore(asked: string[], name: string): number {
  const words = wordsOf(name);
  const scores = asked.map((word) => wordScore(word, words));
  // The whole name said beats a longer one that contains it.
  return scores.some((score) => score === 0) ? 0 : scores.reduce((sum, score) => sum + score, 0) / asked.length + 1 / (words.length + 1);
}

export interface Filter { query: string; muscle: string; equipment: string }

/** Names, aliases, word order, beginnings and slips; without a query everything, by name. */
export function search(all: Exercise[], { query, muscle, equipment }: Filter): Exercise[] {
  const asked = wordsOf(query);
  const fits = all.filter((each) => (!muscle || each.primaryMuscle === muscle || each.secondaryMuscles?.includes(muscle)) && (!equipment || each.equipment === equipment));
  if (asked.length === 0) return [...fits].sort((a, b) => a.name.localeCompare(b.name));
  const scored = fits.map((each) => ({ each, score: Math.max(...[each.name, ...(each.aliases ?? [])].map((name) => nameScore(asked, name))) }));
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.each.name.localeCompare(b.each.name)).map(({ each }) => each);
}
