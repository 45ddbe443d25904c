import { afterEach, expect, it, vi } from 'vitest';
import { follow, sessions } from '../src/features/sync/replica';
import { keep, kept } from '../src/storage';

const workout = (name: string) => ({
  id: 'w1', name: 'Push', templateId: null, startedAt: '2026-01-01T10:00:00Z', completedAt: '2026-01-01T11:00:00Z', note: null, version: 1,
  exercises: [{ id: 'e1', exerciseId: name, name, supersetId: null, note: null, target: null, previous: [], sets: [] }],
  totals: { sets: 0, reps: 0, volumeKg: 0, durationSeconds: 0 },
});

function server(events: { sequence: number; type: string; payload: object }[], history: () => object[]): void {
  const answer = (url: URL) => {
    if (!url.pathname.endsWith('/events')) return { items: url.pathname.endsWith('/history') ? history() : [], nextCursor: null };
    const items = events.filter((event) => event.sequence > Number(url.searchParams.get('after')));
    return { items, cursor: items.at(-1)?.sequence ?? Number(url.searchParams.get('after')) };
  };
  vi.stubGlobal('fetch', async (path: string) => new Response(JSON.stringify(answer(new URL(path, 'http://here'))), { headers: { 'Content-Type': 'application/json' } }));
  vi.stubGlobal('navigator', { onLine: true, language: 'en-US', locks: { request: (_name: string, run: () => unknown) => Promise.resolve().then(run) } });
}

afterEach(() => vi.unstubAllGlobals());

it('a merge of exercises, which names no workout, relabels the workouts on this phone', async () => {
  await keep('cursor', 1);
  server([{ sequence: 2, type: 'ExerciseMerged', payload: { exerciseId: 'old', intoId: 'bench-press' } }], () => [workout('bench-press')]);
  expect(await follow()).toBe(true);
  expect((await sessions()).map((each) => each.exerciseIds)).toEqual([['bench-press']]);
});

it('who asks while another reads gets a turn afterwards, and sees what came in meanwhile', async () => {
  await keep('cursor', 2);
  const events = [{ sequence: 3, type: 'SetLogged', payload: {} }];
  server(events, () => []);
  let turn: Promise<unknown> = Promise.resolve();
  vi.stubGlobal('navigator', { onLine: true, language: 'en-US', locks: { request: (_name: string, run: () => unknown) => (turn = turn.then(run)) } });
  const earlier = follow();
  await Promise.resolve();
  await Promise.resolve();
  const later = follow();
  await earlier;
  events.push({ sequence: 4, type: 'BodyWeightLogged', payload: {} });
  expect(await later).toBe(true);
  expect(await kept<number>('cursor')).toBe(4);
});
