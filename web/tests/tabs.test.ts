import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGym, type Picture } from '../src/features/sync/gym';
import { snapshot } from '../src/features/sync/outbox';
import { keep } from '../src/storage';

const workout = { id: 'w', name: null, templateId: null, startedAt: '2026-01-01T10:00:00Z', completedAt: null, note: null, version: 1, exercises: [], totals: { sets: 0, reps: 0, volumeKg: 0, durationSeconds: 0 } };
const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });

// As long as a busy machine takes.
const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000 });

/** A server whose answer to the queue can be held back. */
function server() {
  let open: () => void = () => undefined;
  let gate: Promise<void> = Promise.resolve();
  let taken = 0;
  const answers: Record<string, () => unknown> = {
    '/api/account/guest': () => ({ accessToken: 't', expiresIn: 900, account: { id: 'me', email: null, isGuest: true, createdAt: '', settings: {} } }),
    '/api/workouts/current': () => { throw new TypeError('gone'); },
    '/api/events': () => ({ items: [], cursor: 0 }),
    '/api/voice/context': () => ({}),
  };
  vi.stubGlobal('fetch', async (address: string, { method, body }: { method: string; body: string }) => {
    const path = address.split('?')[0]!;
    if (method !== 'POST' || path !== '/api/events') return json((answers[path] ?? (() => ({ items: [], nextCursor: null })))());
    await gate;
    const { commands } = JSON.parse(body) as { commands: { id: string }[] };
    taken += commands.length;
    return json({ results: commands.map(({ id }) => ({ id, status: 'applied' })) });
  });
  return { hold: () => { gate = new Promise((go) => { open = go; }); }, release: () => open(), get taken() { return taken; } };
}

function tab() {
  const seen: { picture: Picture | null } = { picture: null };
  const gym = createGym({ changed: (picture) => { seen.picture = picture; }, answered: () => undefined, refused: () => undefined, followed: () => undefined, keeping: () => undefined, full: () => undefined });
  return { gym, chip: () => seen.picture?.chip.text, sets: () => seen.picture?.workout?.exercises.flatMap((entry) => entry.sets).length ?? 0 };
}

beforeEach(() => {
  const turns = new Map<string, Promise<unknown>>();
  const request = (name: string, run: () => unknown) => {
    const turn = (turns.get(name) ?? Promise.resolve()).then(run);
    turns.set(name, turn.catch(() => undefined));
    return turn;
  };
  vi.stubGlobal('navigator', { onLine: true, language: 'en-US', locks: { request } });
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: () => undefined });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('setInterval', () => 0);
});
afterEach(() => vi.unstubAllGlobals());

it('no tab calls all sent what another has only just kept, and both see the same', async () => {
  const door = server();
  await keep('workout', workout);
  const [one, other] = [tab(), tab()];
  await Promise.all([one.gym.open(), other.gym.open()]);
  await soon(() => expect([one.chip(), other.chip()]).toEqual(['All sent', 'All sent']));
  door.hold();
  const log = (each: typeof one, id: string) => each.gym.run('LogSet', { id, exerciseId: 'bench-press', reps: 8 });
  await log(one, 's1');
  await soon(() => expect([one.chip(), other.chip()]).toEqual(['Saved here · 1 to send', 'Saved here · 1 to send']));
  expect(door.taken).toBe(0);
  await Promise.all([log(other, 's2'), log(one, 's3')]);
  door.release();
  await soon(() => expect([one.chip(), other.chip()]).toEqual(['All sent', 'All sent']));
  await soon(() => expect([one.sets(), other.sets()]).toEqual([3, 3]));
  // The server's own word did not come through: the copy on the phone must have all of it by itself.
  expect((await snapshot()).workout?.exercises[0]?.sets.map((set) => set.id).sort()).toEqual(['s1', 's2', 's3']);
}, 60_000);

it('quick taps are sent in few rounds', async () => {
  const door = server();
  await keep('workout', workout);
  const one = tab();
  await one.gym.open();
  const fetched = vi.spyOn(globalThis, 'fetch');
  door.hold();
  for (let n = 0; n < 20; n++) await one.gym.run('LogSet', { id: `q${n}`, exerciseId: 'bench-press', reps: 8 });
  door.release();
  await soon(() => expect(one.chip()).toBe('All sent'));
  expect(door.taken).toBe(20);
  expect(fetched.mock.calls.filter(([path, options]) => path === '/api/events' && options?.method === 'POST').length).toBe(2);
}, 60_000);
