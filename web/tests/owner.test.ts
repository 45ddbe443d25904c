import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onExpired, useToken } from '../src/api';
import { changeAccount } from '../src/features/account/move';
import { accept, enter, forget, saveSettings, settings, type Account } from '../src/features/account/session';
import { dropAside, setAside, unsent } from '../src/features/account/unsent';
import type { CommandEntry, OutboxEntry } from '../src/features/sync/entry';
import { flush, type Heard } from '../src/features/sync/flush';
import { createGym, type Picture } from '../src/features/sync/gym';
import { all, put, putInstead, remove, settle } from '../src/features/sync/outbox';
import { database, forgetCopy, keep, kept } from '../src/storage';

const account = (id: string, isGuest = false): Account => ({ id, email: isGuest ? null : `${id}@example.com`, isGuest, createdAt: '2026-01-01T00:00:00Z', settings: {} });
const tokens = (id: string, isGuest = false) => ({ accessToken: `token of ${id}`, expiresIn: 900, account: account(id, isGuest) });
const command = (id: string, by?: string): CommandEntry => ({ kind: 'command', id, at: '2026-11-24T06:00:00Z', type: 'LogSet', data: {}, ...(by ? { by } : {}) });
const whose = (entries: OutboxEntry[]) => entries.map((entry) => `${entry.id}: ${entry.by}`);

/** Takes everything in, and says as whom it was sent. */
function server(refuseFirst = false): string[] {
  const sent: string[] = [];
  let refuse = refuseFirst;
  const answer = (path: string, init: RequestInit): [number, object] => {
    if (refuse) {
      refuse = false;
      return [401, {}];
    }
    const as = new Headers(init.headers).get('Authorization')?.replace('Bearer token of ', '');
    const { commands = [], transcript } = JSON.parse(String(init.body ?? '{}')) as { commands?: { id: string }[]; transcript?: string };
    sent.push(...commands.map((each) => `${each.id}: ${as}`), ...(transcript ? [`${transcript}: ${as}`] : []));
    if (path.endsWith('/voice/process')) return [200, { outcome: 'applied', message: 'Logged' }];
    return [200, path.endsWith('/events') ? { results: commands.map(({ id }) => ({ id, status: 'applied' })) } : { items: [], nextCursor: null, cursor: 0 }];
  };
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const [status, body] = answer(path, init);
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  });
  return sent;
}

const heard: Heard = { acknowledged: (done) => settle(done, null), refused: () => undefined, needless: (entry) => remove([entry]), answered: (entry) => remove([entry]), isLive: () => false, asksToWait: () => undefined, settle: async () => undefined };

async function open(): Promise<{ gym: ReturnType<typeof createGym>; seen: () => Picture }> {
  let picture: Picture;
  const nothing = () => undefined;
  const gym = createGym({ changed: (next) => { picture = next; }, answered: nothing, refused: nothing, followed: nothing, keeping: nothing, full: nothing });
  await gym.reload();
  return { gym, seen: () => picture };
}

beforeEach(async () => {
  vi.stubGlobal('navigator', { language: 'en-US', locks: { request: (_name: string, run: () => unknown) => Promise.resolve().then(run) } });
  vi.stubGlobal('BroadcastChannel', class { postMessage() { /* There is no other tab. */ } });
  await remove(await all());
  await forgetCopy();
  await (await database()).delete('kept', 'heirs');
  useToken(null);
});

afterEach(() => vi.unstubAllGlobals());

describe('whose command it is', () => {
  it('is told when it is made: the account that the phone has then', async () => {
    await put(command('before any account'));
    await keep('account', account('ann'));
    await put(command('as ann'));
    await put(command('of a tab that still shows bob', 'bob'));
    expect(whose(await all())).toEqual(['before any account: undefined', 'as ann: ann', 'of a tab that still shows bob: bob']);
  });

  it('decides what is sent: what another account made stays, in its order', async () => {
    const sent = server();
    for (const entry of [command('1', 'ann'), command('2', 'bob'), { ...command('3', 'ann'), kind: 'voice', transcript: 'ann said this', alternatives: [] } as OutboxEntry, command('4', 'bob')]) await put(entry);
    useToken('token of bob', 'bob');
    expect(await flush(heard, 'bob')).toBe('empty');
    expect(sent).toEqual(['2: bob', '4: bob']);
    expect(whose(await all())).toEqual(['1: ann', '3: ann']);
    useToken('token of ann', 'ann');
    expect(await flush(heard, 'ann')).toBe('empty');
    expect(sent.slice(2)).toEqual(['1: ann', 'ann said this: ann']);
  });

  it('is a lost guest\'s heir\'s where a set was tapped in the very moment of the change, in this tab or in one that has not heard of it', async () => {
    server();
    await keep('account', account('guest 1', true));
    const { gym } = await open();
    await changeAccount(account('guest 1', true), account('guest 2', true));
    await gym.run('LogSet', {});
    await changeAccount(account('guest 2', true), account('ann'));
    await forgetCopy();
    await put(command('of a tab that has slept', 'guest 1'));
    expect((await all()).map((entry) => entry.by)).toEqual(['ann', 'ann']);
  });

  it('comes with how the lost guest does an exercise, the library\'s and its own', async () => {
    server();
    await keep('account', account('guest 1', true));
    const own = { id: '01900000-0000-7000-8000-000000000001', name: 'Zercher Carry', measure: 'distance', restSeconds: 60 };
    await keep('exercises', [own, { id: 'bench-press', name: 'Bench Press', unit: 'lb', step: { value: 5, unit: 'lb' } }, { id: 'squat', name: 'Squat', step: null }]);
    await changeAccount(account('guest 1', true), account('guest 2', true));
    const sent = (await all()).map((entry) => (entry.kind === 'command' ? [entry.type, entry.data] : []));
    expect(sent).toEqual([
      ['CreateExercise', { id: own.id, name: own.name, measure: 'distance' }],
      ['ChangeExercise', { exerciseId: own.id, restSeconds: 60 }],
      ['ChangeExercise', { exerciseId: 'bench-press', unit: 'lb', step: { value: 5, unit: 'lb' } }],
    ]);
  });

  it('stays told where an entry is put right, or tried again from the end of the line', async () => {
    const future = '2099-01-01T00:00:00Z';
    for (const entry of [{ ...command('1', 'bob'), at: future }, { ...command('2', 'ann'), at: future }, command('3', 'ann')]) await put(entry);
    const second = (await all())[1]!;
    await putInstead(second, second);
    expect(whose(await all())).toEqual(['1: bob', '3: ann', '2: ann']);
    vi.stubGlobal('fetch', async () => new Response('{}', { status: 503, headers: { 'Content-Type': 'application/json' } }));
    useToken('token of ann', 'ann');
    expect(await flush(heard, 'ann')).toBe('busy');
    expect(whose(await all())).toEqual(['1: bob', '3: ann', '2: ann']);
    // What another account made is not this one's to put right.
    expect((await all()).map((entry) => entry.at === future)).toEqual([true, false, false]);
  });

  it('holds where the session turns into another one in the middle of sending', async () => {
    const sent = server(true);
    await put(command('1', 'ann'));
    useToken('token of ann', 'ann');
    onExpired(async () => {
      useToken('token of bob', 'bob');
      return true;
    });
    expect(await flush(heard, 'ann')).toBe('offline');
    expect(sent).toEqual([]);
    expect(whose(await all())).toEqual(['1: ann']);
  });

  it('is kept where another account signs in, but for a guest, who has no sign-in to come back with', async () => {
    for (const id of ['ann', 'guest']) await put(command(`1 of ${id}`, id));
    await changeAccount(account('ann'), account('bob'));
    expect(whose(await all())).toEqual(['1 of ann: ann', '1 of guest: guest']);
    await changeAccount(account('guest', true), account('bob'));
    expect(whose(await all())).toEqual(['1 of ann: ann', '1 of guest: bob']);
  });

  it('outlasts signing out', async () => {
    await keep('account', account('ann'));
    await put(command('1'));
    await forgetCopy();
    expect([await kept('account'), whose(await all())]).toEqual([undefined, ['1: ann']]);
  });
});

describe('settings that are not sent yet', () => {
  const offline = () => vi.stubGlobal('fetch', async () => { throw new TypeError('gone'); });
  const change = async () => (await unsent()).change;
  // The phone is the tests' own: what one leaves aside is not the next one's.
  beforeEach(() => dropAside());

  it('wait for their account and go out as nobody else, by another one’s sign-in and by signing out', async () => {
    offline();
    await accept(tokens('ann'));
    expect((await saveSettings({ weightUnit: 'lb' })).sent).toBe(false);
    await accept(tokens('bob'));
    expect([await change(), (await settings()).weightUnit]).toEqual([{}, 'kg']);
    await saveSettings({ restSeconds: 90 });
    await setAside();
    await forgetCopy();
    await accept(tokens('ann'));
    expect([await change(), (await settings()).weightUnit, (await settings()).restSeconds]).toEqual([{ weightUnit: 'lb' }, 'lb', 120]);
    await accept(tokens('bob'));
    expect([await change(), (await settings()).restSeconds]).toEqual([{ restSeconds: 90 }, 90]);
    await dropAside();
    await accept(tokens('ann'));
    expect(await change()).toEqual({});
  });

  it('of nobody and of a guest go to the account that follows', async () => {
    offline();
    await saveSettings({ speakBack: false });
    await accept(tokens('guest', true));
    expect(await change()).toEqual({ speakBack: false });
    await saveSettings({ weightUnit: 'lb' });
    await accept(tokens('ann'));
    expect(await change()).toEqual({ speakBack: false, weightUnit: 'lb' });
  });

  it('are let go once they are sent, but for what was changed meanwhile, and said where they are refused', async () => {
    await accept(tokens('ann'));
    const json = (status: number, body: object) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
    vi.stubGlobal('fetch', async () => {
      await keep('settingsToSend', { weightUnit: 'lb', restSeconds: 60 });
      return json(200, account('ann'));
    });
    expect((await saveSettings({ weightUnit: 'lb', restSeconds: 90 })).sent).toBe(true);
    expect(await change()).toEqual({ restSeconds: 60 });
    vi.stubGlobal('fetch', async () => json(400, { type: 'https://titantrakr.com/problems/validation', errors: { restSeconds: ['Server.'] } }));
    expect(await saveSettings({ restSeconds: 9999 })).toEqual({ sent: false, refusal: 'Rest is 0 to 3,600 seconds.' });
    expect(await change()).toEqual({});
  });
});

describe('a guest whose session is lost', () => {
  it('goes on as the guest that follows: log, plans, weights and settings, once, before what waited', async () => {
    const set = (id: string, reps: number, loggedAt: string) => ({ id, number: 1, loggedAt, reps, records: ['maxReps'] });
    const entry = (id: string, exerciseId: string, ...sets: ReturnType<typeof set>[]) => ({ id, exerciseId, name: exerciseId, supersetId: null, note: null, target: null, previous: [], sets });
    const workout = { id: 'w', name: 'Push', templateId: null, startedAt: '2026-11-24T06:00:00Z', completedAt: null, note: 'easy', version: 3, exercises: [entry('e1', 'bench', set('s1', 5, '2026-11-24T06:01:00Z'), set('s3', 7, '2026-11-24T06:03:00Z')), entry('e2', 'row', set('s2', 6, '2026-11-24T06:02:00Z'))], totals: { sets: 3, reps: 18, volumeKg: 0, durationSeconds: 0 } };
    await accept(tokens('guest', true));
    await keep('settings', { ...(await settings()), weightUnit: 'lb' });
    await keep('workout', workout);
    await (await database()).put('sessions', { ...workout, id: 'old', completedAt: '2026-11-24T07:00:00Z', exerciseIds: ['bench'] });
    await keep('templates', [{ id: 't', name: 'Plan', exercises: [] }]);
    await keep('bodyweight', [{ id: 'b', weight: { value: 80, unit: 'kg' }, measuredAt: '2026-11-20T06:00:00Z' }]);
    await put({ ...command('waiting', 'guest'), data: { id: 's4', exerciseId: 'row', reps: 8 } });

    // A phone that dies in the middle of it begins again with the account that it had, or has done it.
    await accept(tokens('next', true));
    await accept(tokens('next', true));
    const queue = await all();
    expect([...new Set(queue.map((each) => each.by))]).toEqual(['next']);
    expect(queue.map((each) => (each.kind === 'command' ? `${each.type} ${each.data['id'] ?? each.data['note']}` : ''))).toEqual([
      'RecordWorkout old', 'CreateTemplate t', 'LogBodyWeight b', 'StartWorkout w', 'DescribeWorkout easy', 'AddExercise e1', 'AddExercise e2', 'LogSet s1', 'LogSet s2', 'LogSet s3', 'LogSet s4',
    ]);
    expect(queue.find((each) => each.kind === 'command' && each.data['id'] === 's2')).toMatchObject({ at: '2026-11-24T06:02:00Z', data: { exerciseId: 'row', reps: 6 } });
    expect([await kept('luggage'), (await unsent()).change.weightUnit, await (await database()).count('sessions')]).toEqual([undefined, 'lb', 1]);
    const { seen } = await open();
    expect(seen().workout).toMatchObject({ id: 'w', note: 'easy', exercises: [{ sets: [{ id: 's1' }, { id: 's3' }] }, { sets: [{ id: 's2' }, { id: 's4' }] }] });
  });
});

describe('a guest whose session is lost in the middle of a plan', () => {
  const entry = (id: string, exerciseId: string, more: object = {}) => ({ id, exerciseId, name: exerciseId, supersetId: null, note: null, target: null, previous: [], sets: [], ...more });
  const workout = (...exercises: object[]) => ({ id: 'w', name: 'Plan', templateId: 't', startedAt: '2026-11-24T06:00:00Z', completedAt: null, note: null, version: 3, exercises, totals: { sets: 0, reps: 0, volumeKg: 0, durationSeconds: 0 } });
  const planned = [{ exerciseId: 'bench', supersetId: 'x' }, { exerciseId: 'squat', supersetId: 'x' }, { exerciseId: 'row' }];
  const sent = async (running: object, exercises: object[] = planned) => {
    await accept(tokens('guest', true));
    await keep('workout', running);
    await keep('templates', [{ id: 't', name: 'Plan', exercises }]);
    await accept(tokens('next', true));
    return (await all()).flatMap((each) => (each.kind === 'command' && each.type !== 'CreateTemplate' ? [each] : []));
  };

  it('goes on in it: its template lays it out again, under the ids that it had', async () => {
    const target = { sets: 3, restSeconds: 90 };
    const [start, note, ...more] = await sent(workout(entry('e1', 'bench', { supersetId: 'x', target, note: 'pause' }), entry('e2', 'squat', { supersetId: 'x' }), entry('e3', 'row')));
    expect([start!.type, start!.data]).toEqual(['StartWorkout', { id: 'w', name: 'Plan', startedAt: '2026-11-24T06:00:00Z', templateId: 't', entryIds: ['e1', 'e2', 'e3'] }]);
    expect([note!.type, note!.data, more]).toEqual(['DescribeExercise', { entryId: 'e1', supersetId: 'x', note: 'pause' }, []]);
    const { seen } = await open();
    expect(seen().workout).toMatchObject({ templateId: 't', exercises: [{ id: 'e1', note: 'pause', target }, { id: 'e2' }, { id: 'e3' }] });
  });

  it('and keeps what it made of it: what it took out, added, took apart and moved', async () => {
    const [start, ...more] = await sent(workout(entry('e4', 'curl'), entry('e3', 'row'), entry('e1', 'bench')));
    const [e1, gone, e3] = start!.data['entryIds'] as string[];
    expect([e1, e3]).toEqual(['e1', 'e3']);
    expect(more.map(({ type, data }) => [type, data])).toEqual([
      ['RemoveExercise', { entryId: gone }], ['AddExercise', { id: 'e4', exerciseId: 'curl' }],
      ['DescribeExercise', { entryId: 'e1', supersetId: null, note: null }], ['ReorderExercises', { order: ['e4', 'e3', 'e1'] }],
    ]);
    const { seen } = await open();
    expect(seen().workout!.exercises.map((each) => each.id)).toEqual(['e4', 'e3', 'e1']);
  });

  it('and without it where it can not be made again', async () => {
    const own = '01900000-0000-7000-8000-000000000009';
    const [start, ...more] = await sent(workout(entry('e1', 'bench')), [{ exerciseId: own }]);
    expect([start!.data, more.map(({ type }) => type)]).toEqual([{ id: 'w', name: 'Plan', startedAt: '2026-11-24T06:00:00Z' }, ['AddExercise']]);
  });
});

describe('a guest whose making got no answer', () => {
  const json = (status: number, body: object) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

  /** Answers in turn, and writes down under which keys a guest was asked for. */
  function makes(...answers: (Response | null)[]): (string | null)[] {
    const keys: (string | null)[] = [];
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      if (path !== '/api/account/guest') return json(200, { items: [], nextCursor: null, cursor: 0 });
      keys.push(new Headers(init.headers).get('Idempotency-Key'));
      const answer = answers.shift();
      if (!answer) throw new TypeError('gone');
      return answer;
    });
    return keys;
  }

  beforeEach(forget);

  it('is asked for again under the same key: it is one account, however many answers are lost', async () => {
    const keys = makes(null, json(503, {}), json(201, tokens('guest', true)), json(201, tokens('other', true)));
    expect([await enter(), await enter(), await enter()]).toEqual(['offline', 'busy', 'ready']);
    await forgetCopy();
    forget();
    expect(await enter()).toBe('ready');
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect([keys[1] === keys[0], keys[2] === keys[0], keys[3] === keys[0]]).toEqual([true, true, false]);
  });

  it('is another one once the server repeats it no more', async () => {
    const keys = makes(null, json(422, {}), json(201, tokens('guest', true)));
    expect([await enter(), await enter(), await enter()]).toEqual(['offline', 'busy', 'ready']);
    expect([keys[1] === keys[0], keys[2] === keys[0], keys[2] === null]).toEqual([true, false, false]);
  });

  it('is not hurried as a renewal is, where nothing waits to be sent', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const keys = makes();
      const { gym } = await open();
      expect(await gym.sync()).toBe('offline');
      expect([keys.length, vi.getTimerCount()]).toEqual([1, 0]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a renewed session whose answer stalls', () => {
  const json = (status: number, body: object) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  const turn = () => new Promise((go) => { setImmediate(go); });
  let asked: ((answer: Response | Error) => void)[] = [];

  beforeEach(async () => {
    await keep('account', account('ann'));
    forget();
    asked = [];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.stubGlobal('fetch', () => new Promise((answer, fail) => { asked.push((given) => (given instanceof Error ? fail(given) : answer(given))); }));
  });
  afterEach(() => void vi.useRealTimers());

  /** Until it has been asked so often. */
  async function times(n: number): Promise<void> {
    while (asked.length < n) await turn();
  }

  it('is asked for again within the seconds for which it is repeated', async () => {
    const entered = enter();
    await times(1);
    vi.advanceTimersByTime(3999);
    await turn();
    expect(asked.length).toBe(1);
    vi.advanceTimersByTime(1);
    await times(2);
    asked[1]!(json(200, tokens('ann')));
    expect(await entered).toBe('ready');
  });

  it('is taken from the first one too, where that was only slow', async () => {
    const entered = enter();
    await times(1);
    vi.advanceTimersByTime(4000);
    await times(2);
    asked[1]!(new Error('gone'));
    asked[0]!(json(200, tokens('ann')));
    expect(await entered).toBe('ready');
  });

  it('is no end of it: without any answer the phone is offline, and told to wait it is busy', async () => {
    const offline = enter();
    await times(1);
    asked[0]!(new Error('gone'));
    expect(await offline).toBe('offline');
    const busy = enter();
    await times(2);
    asked[1]!(json(503, {}));
    expect(await busy).toBe('busy');
  });
});

describe('the phone', () => {
  it('gives entries from before they said whose they are to the account it has', async () => {
    await put(command('old'));
    await keep('account', account('ann'));
    const { seen } = await open();
    expect([whose(seen().entries), seen().others, whose(await all())]).toEqual([['old: ann'], 0, ['old: ann']]);
  });

  it('shows the own ones, counts the others, and lets those go only when told to', async () => {
    await keep('account', account('bob'));
    for (const entry of [command('1', 'ann'), command('2', 'ann'), command('3', 'bob')]) await put(entry);
    const { gym, seen } = await open();
    expect([whose(seen().entries), seen().others, seen().chip.text]).toEqual([['3: bob'], 2, 'Saved here · 1 to send']);
    expect(whose(await gym.othersEntries())).toEqual(['1: ann', '2: ann']);
    await gym.dismissOthers();
    expect([seen().others, whose(await all())]).toEqual([0, ['3: bob']]);
  });

  it('sends what waited once its owner is back, and as nobody else', async () => {
    const sent = server();
    await accept(tokens('ann'));
    const { gym, seen } = await open();
    useToken(null);
    await put(command('1'));
    await accept(tokens('bob'));
    await gym.sync();
    expect([sent, seen().others]).toEqual([[], 1]);
    await accept(tokens('ann'));
    await gym.sync();
    expect([sent, seen().others, await all()]).toEqual([['1: ann'], 0, []]);
  });

  it('waits for its session where a screen asks before it is there', async () => {
    const sent = server();
    await accept(tokens('ann'));
    useToken(null);
    onExpired(async () => {
      useToken('token of ann', 'ann');
      return true;
    });
    await put(command('1'));
    await flush(heard, 'ann');
    expect(sent).toEqual(['1: ann']);
  });

  it('asks for its session anew where another tab has signed in as somebody else', async () => {
    await accept(tokens('ann'));
    expect(await enter()).toBe('ready');
    await keep('account', account('bob'));
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(tokens('bob')), { headers: { 'Content-Type': 'application/json' } }));
    expect(await enter()).toBe('ready');
    const sent = server();
    await put(command('1'));
    await flush(heard, 'bob');
    expect(sent).toEqual(['1: bob']);
  });
});
