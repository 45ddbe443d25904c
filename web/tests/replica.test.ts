import { afterEach, expect, it, vi } from 'vitest';
import { follow, sessions } from '../src/features/sync/replica';
import { keep, kept } from '../src/storage';

const workout = (name: string) => ({
  id: 'w1', name: 'Push', templateId: null, startedAt: '2026-01-01T10:00:00Z', completedAt: '2026-01-01T11:00:00Z', note: null, version: 1,
  exercises: [{ id: 'e1', exerciseId: name, name, supersetId: null, note: null, target: null, previous: [], sets: [] }],
  totals: { sets: 0, reps: 0, volumeKg: 0, durationSeconds: 0 },
});

function server(events: { sequence: number; type: string; payload: object }[], history: () => object[], status = (_path: string) => 200): string[] {
  const asked: string[] = [];
  const answer = (url: URL) => {
    const id = /\/history\/(.+)$/.exec(url.pathname)?.[1];
    if (id) return history().find((workout) => 'id' in workout && workout.id === id);
    if (!url.pathname.endsWith('/events')) return { items: url.pathname.endsWith('/history') ? history() : [], nextCursor: null };
    const items = events.filter((event) => event.sequence > Number(url.searchParams.get('after')));
    return { items, cursor: items.at(-1)?.sequence ?? Number(url.searchParams.get('after')) };
  };
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const body = answer(new URL(path, 'http://here'));
    return new Response(JSON.stringify(body ?? {}), { status: body ? status(path) : 404, headers: { 'Content-Type': 'application/json' } });
  });
  vi.stubGlobal('navigator', { onLine: true, language: 'en-US', locks: { request: (_name: string, run: () => unknown) => Promise.resolve().then(run) } });
  return asked;
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

it('nobody asks history for the workout that runs; once it is finished it is fetched, once it is resumed it is gone', async () => {
  await keep('cursor', 10);
  const events = [{ sequence: 11, type: 'WorkoutStarted', payload: { workoutId: 'w2' } }, { sequence: 12, type: 'SetLogged', payload: { workoutId: 'w2' } }];
  let history: object[] = [];
  const asked = server(events, () => history);
  await follow();
  expect(asked.filter((path) => path.includes('/history/'))).toEqual([]);

  history = [{ ...workout('squat'), id: 'w2' }];
  events.push({ sequence: 13, type: 'WorkoutCompleted', payload: { workoutId: 'w2' } });
  await follow();
  expect((await sessions('squat')).map((each) => each.id)).toEqual(['w2']);

  history = [];
  events.push({ sequence: 14, type: 'WorkoutResumed', payload: { workoutId: 'w2' } });
  await follow();
  expect(await sessions('squat')).toEqual([]);
  expect(await kept<number>('cursor')).toBe(14);
});

it.each(['/history/', '/exercises'])('what the server could not give now is asked for again: %s', async (failing) => {
  await keep('cursor', 20);
  const events = [{ sequence: 21, type: 'WorkoutCompleted', payload: { workoutId: 'w3' } }, { sequence: 22, type: 'ExerciseCreated', payload: {} }];
  let status = 503;
  server(events, () => [{ ...workout('row'), id: 'w3' }], (path) => (path.includes(failing) ? status : 200));
  await follow();
  expect(await kept<number>('cursor')).toBe(20);

  status = 200;
  await follow();
  expect((await sessions('row')).map((each) => each.id)).toEqual(['w3']);
  expect(await kept<number>('cursor')).toBe(22);
});
