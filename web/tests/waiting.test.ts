import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxEntry } from '../src/features/sync/entry';
import type { VoiceAnswer } from '../src/features/voice/answer';
import { createGym, type Picture } from '../src/features/sync/gym';
import { all, remove } from '../src/features/sync/outbox';
import { forgetCopy, keep } from '../src/storage';

const workout = { id: 'w', name: null, templateId: null, startedAt: '2026-01-01T10:00:00Z', completedAt: null, note: null, version: 1, exercises: [], totals: { sets: 0, reps: 0, volumeKg: 0, durationSeconds: 0 } };
const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
interface Sent { id: string; type: string; data: { commandId?: string } }

/** A server that takes what it is told to take, when there is a way to it. */
function server() {
  const state = { reachable: false, heard: [] as { key: string; transcript: string }[], answer: { outcome: 'applied', message: 'Logged' } as VoiceAnswer, sent: [] as Sent[], hears: null as (() => Promise<Response>) | null, takes: (_command: Sent): string | true => true };
  vi.stubGlobal('fetch', async (address: string, { method, body, headers }: { method: string; body: string; headers: Record<string, string> }) => {
    if (!state.reachable) throw new TypeError('gone');
    if (address === '/api/account/guest') return json({ accessToken: 't', expiresIn: 900, account: { id: 'me', email: null, isGuest: true, createdAt: '', settings: {} } });
    if (address === '/api/voice/process') {
      state.heard.push({ key: headers['Idempotency-Key']!, transcript: (JSON.parse(body) as { transcript: string }).transcript });
      return state.hears ? state.hears() : json(state.answer);
    }
    if (method !== 'POST' || address !== '/api/events') return json(address === '/api/workouts/current' ? workout : { items: [], nextCursor: null, cursor: 0 });
    const { commands } = JSON.parse(body) as { commands: Sent[] };
    state.sent.push(...commands);
    return json({ results: commands.map((command) => {
      const taken = state.takes(command);
      return taken === true ? { id: command.id, status: 'applied' } : { id: command.id, status: 'rejected', problem: { type: `https://titantrakr.com/problems/${taken}` } };
    }) });
  });
  return state;
}

async function open() {
  let picture: Picture;
  const nothing = () => undefined;
  const answers: [VoiceAnswer, boolean][] = [];
  const refusals: string[] = [];
  const gym = createGym({ changed: (next) => { picture = next; }, answered: (...answer) => void answers.push(answer), refused: ({ id }) => void refusals.push(id), followed: nothing, keeping: nothing, full: nothing });
  await gym.reload();
  return {
    gym,
    answers,
    refusals,
    log: (id: string) => gym.run('LogSet', { id, exerciseId: 'bench-press', reps: 8 }),
    sets: () => picture.workout?.exercises.flatMap((entry) => entry.sets.map((set) => set.id)).join('') ?? '',
  };
}

const kinds = (entries: OutboxEntry[]) => entries.map((entry) => (entry.kind === 'voice' ? entry.transcript : entry.type));

beforeEach(async () => {
  vi.stubGlobal('navigator', { language: 'en-US', locks: { request: (_name: string, run: () => unknown) => Promise.resolve().then(run) } });
  vi.stubGlobal('BroadcastChannel', class { postMessage() { /* There is no other tab. */ } });
  await remove(await all());
  await forgetCopy();
  await keep('workout', workout);
});

afterEach(() => vi.unstubAllGlobals());

describe('an undo that waits', () => {
  it('names the set that it means, whatever was done beside the workout', async () => {
    const door = server();
    const { gym, log, sets } = await open();
    await log('a');
    await log('b');
    await gym.run('LogBodyWeight', { id: 'x', weight: { value: 80, unit: 'kg' } });
    await gym.run('Undo', {});
    expect(sets()).toBe('a');
    door.reachable = true;
    await gym.sync();
    const [, second, , undo] = door.sent;
    expect([door.sent.map((each) => each.type), undo!.data]).toEqual([['LogSet', 'LogSet', 'LogBodyWeight', 'Undo'], { commandId: second!.id }]);
    expect(await all()).toEqual([]);
  });

  it('takes a sentence that waits out of the queue, and what came of it where it was heard all the same', async () => {
    const door = server();
    const { gym, log, sets } = await open();
    await log('a');
    expect(await gym.say('row 60 for 10', [])).toBe('offline');
    const said = (await all())[1]!.id;
    await gym.run('Undo', {});
    expect([sets(), kinds(await all())]).toEqual(['a', ['LogSet', 'Undo']]);
    Object.assign(door, { reachable: true, takes: ({ type }: Sent) => (type === 'Undo' ? 'nothing-to-undo' : true) });
    await gym.sync();
    expect([door.sent[1]!.data, await all()]).toEqual([{ commandId: said }, []]);
  });

  it('of what is refused takes back nothing else, and asks nobody', async () => {
    const door = server();
    const { gym, log } = await open();
    await log('a');
    await log('b');
    await gym.run('Undo', {});
    const b = (await all())[1]!.id;
    Object.assign(door, { reachable: true, takes: ({ id, data }: Sent) => (id === b ? 'workout-full' : data.commandId === b ? 'nothing-to-undo' : true) });
    await gym.sync();
    expect((await all()).map(({ id, refusal }) => [id, refusal !== undefined])).toEqual([[b, true]]);
  });

  it('stays in sight where another device has done something since', async () => {
    const door = server();
    const { gym, log } = await open();
    await log('a');
    await gym.run('Undo', {});
    Object.assign(door, { reachable: true, takes: ({ type }: Sent) => (type === 'Undo' ? 'nothing-to-undo' : true) });
    await gym.sync();
    expect((await all()).map((entry) => [entry.kind === 'command' && entry.type, entry.refusal])).toEqual([['Undo', 'There is nothing to take back.']]);
  });

  it('names nothing where everything is sent: the server knows what was last', async () => {
    const door = server();
    door.reachable = true;
    const { gym, log } = await open();
    await log('a');
    await gym.sync();
    await gym.run('Undo', {});
    await gym.sync();
    expect(door.sent.map(({ type, data }) => [type, data.commandId])).toEqual([['LogSet', undefined], ['Undo', undefined]]);
  });
});

describe('a sentence that is taken back while it is on its way', () => {
  it.each<[string, VoiceAnswer | null]>([
    ['refused', null],
    ['answered with a question', { outcome: 'needsClarification', message: 'Which one?', options: [{ label: 'a' }] }],
    ['done', { outcome: 'applied', message: 'Logged' }],
  ])('stays so where it is %s after that, and nobody hears of it', async (_name, answer) => {
    const door = server();
    const { gym, answers, refusals, log } = await open();
    await log('a');
    await gym.sync();
    const refused = () => new Response('{"detail":"No."}', { status: 409, headers: { 'Content-Type': 'application/json' } });
    Object.assign(door, {
      reachable: true,
      takes: ({ type }: Sent) => (type === 'Undo' ? 'nothing-to-undo' : true),
      hears: async () => {
        await gym.run('Undo', {});
        return answer ? json(answer) : refused();
      },
    });
    expect(await gym.say('row 60 for 10', [])).toBe('empty');
    await gym.sync();
    expect([await all(), answers, refusals]).toEqual([[], [], []]);
  });
});

describe('a sentence that turns out to be a question', () => {
  const question: VoiceAnswer = { outcome: 'needsClarification', message: 'Which one?', options: [{ label: 'a' }, { label: 'b' }] };

  it('is asked with its options when it is tried again, and not answered with what was asked before', async () => {
    const door = server();
    const { gym, answers } = await open();
    await gym.say('shoulder press 40 for 10', ['older']);
    Object.assign(door, { reachable: true, answer: question });
    await gym.sync();
    const [held] = await all();
    expect([held!.refusal, answers]).toEqual(['Which one?', []]);
    await gym.retry(held!.id);
    const [first, second] = door.heard;
    expect([second!.transcript, second!.key === first!.key]).toEqual(['shoulder press 40 for 10', false]);
    expect(answers).toEqual([[{ ...question, said: { transcript: 'shoulder press 40 for 10', alternatives: ['older'] } }, true]]);
    expect(await all()).toEqual([]);
  });

  it('is what is left to decide where its answer came too late', async () => {
    const door = server();
    const { gym } = await open();
    await gym.say('the first one', [], { transcript: 'row 60 for 10', alternatives: [] });
    Object.assign(door, { reachable: true, answer: { outcome: 'rejected', message: 'No question is open.' } });
    await gym.sync();
    expect(await all()).toMatchObject([{ transcript: 'row 60 for 10', refusal: 'No question is open.' }]);
  });
});
