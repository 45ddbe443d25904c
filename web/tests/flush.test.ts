import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandEntry, OutboxEntry } from '../src/features/sync/entry';
import { believable, flush, type Heard } from '../src/features/sync/flush';
import { all, put, putInstead, remove } from '../src/features/sync/outbox';
import { createRetries } from '../src/features/sync/retries';
import { useToken } from '../src/api';

const at = '2026-11-24T06:00:00Z';
const command = (id: string): CommandEntry => ({ kind: 'command', id, at, type: 'LogSet', data: {} });
const json = (status: number, body: unknown, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
const applied = (ids: string[]) => json(200, { results: ids.map((id) => ({ id, status: 'applied' })) });
const ids = (entries: OutboxEntry[]) => entries.map((entry) => entry.id).join('');
const held = async (...letters: string[]) => { for (const id of letters) await put(command(id)); };

/** Answers each batch, and writes down what came. */
function server(answer: (ids: string[]) => Response | Promise<Response>): { batches: string[]; bodies: { at: string }[][] } {
  const [batches, bodies]: [string[], { at: string }[][]] = [[], []];
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    const { commands } = JSON.parse(body) as { commands: { id: string; at: string }[] };
    bodies.push(commands);
    batches.push(commands.map((each) => each.id).join(''));
    return answer(commands.map((each) => each.id));
  });
  return { batches, bodies };
}

const told = { acknowledged: '', needless: '', refused: [] as OutboxEntry[], waits: [] as number[], settled: 0 };
const heard: Heard = {
  acknowledged: async (done) => { told.acknowledged += ids(done); await remove(done); },
  refused: (entry) => void told.refused.push(entry),
  needless: async (entry) => { told.needless += entry.id; await remove([entry]); },
  answered: async () => undefined,
  isLive: () => false,
  asksToWait: (seconds) => void told.waits.push(seconds),
  settle: async () => { told.settled += 1; },
};

beforeEach(async () => {
  vi.stubGlobal('navigator', { language: 'en-US', locks: { request: (_name: string, run: () => unknown) => run() } });
  useToken(null);
  await remove(await all());
  Object.assign(told, { acknowledged: '', needless: '', refused: [], waits: [], settled: 0 });
});
afterEach(() => vi.unstubAllGlobals());

describe('a batch that is refused as a whole', () => {
  it('is sent in halves where it is too large, in its order', async () => {
    await held('a', 'b', 'c', 'd', 'e');
    const { batches } = server((sent) => (sent.length > 2 ? json(413, {}) : applied(sent)));
    expect(await flush(heard, undefined)).toBe('empty');
    expect(batches).toEqual(['abcde', 'abc', 'ab', 'c', 'de']);
    expect([told.acknowledged, told.refused, await all()]).toEqual(['abcde', [], []]);
  });

  it('gives up the one at fault and no other, keeps it in sight and sends it no more', async () => {
    await held('a', 'b', 'c', 'd');
    const { batches } = server((sent) => (sent.includes('c') ? json(409, { title: 'Conflict', detail: 'Another phone finished it.' }) : applied(sent)));
    expect(await flush(heard, undefined)).toBe('empty');
    expect(told.acknowledged).toBe('abd');
    expect(await all()).toMatchObject([{ id: 'c', refusal: 'Another phone finished it.' }]);
    expect(told.refused).toMatchObject([{ id: 'c', refusal: 'Another phone finished it.' }]);
    const before = batches.length;
    expect(await flush(heard, undefined)).toBe('empty');
    expect(batches.length).toBe(before);
  });

  it('stops where the network stops between the halves, and loses nothing', async () => {
    await held('a', 'b', 'c', 'd');
    let left = 2;
    server((sent) => (left-- <= 0 ? Promise.reject(new TypeError('gone')) : sent.length > 2 ? json(413, {}) : applied(sent)));
    expect(await flush(heard, undefined)).toBe('offline');
    expect([told.acknowledged, ids(await all())]).toEqual(['ab', 'cd']);
    expect(told.refused).toEqual([]);
  });
});

describe('a page instead of an answer', () => {
  const page = (status: number) => new Response('<h1>Request blocked</h1>', { status, headers: { 'Content-Type': 'text/html' } });

  /** Refuses what holds the word, or all of it, before it comes to the server. */
  function firewall(status: number, word: string, account: () => Response) {
    const sent: string[] = [];
    vi.stubGlobal('fetch', async (path: string, { body }: { body?: string }) => {
      if (path === '/api/account') return account();
      if (body!.includes(word)) return page(status);
      const { commands, transcript } = JSON.parse(body!) as { commands?: { id: string }[]; transcript?: string };
      sent.push(transcript ?? commands!.map((each) => each.id).join(''));
      return commands ? applied(commands.map((each) => each.id)) : json(200, { outcome: 'applied', message: 'Logged' });
    });
    return sent;
  }

  const blocked = async () => {
    await held('a');
    await put({ ...command('b'), data: { note: '<script>' } });
    await put({ kind: 'voice', id: 'c', at, transcript: 'note <script>', alternatives: [] });
    await held('d');
  };

  it.each([403, 413])('%i to what is in one of them isolates that one, and the others go on', async (status) => {
    await blocked();
    const sent = firewall(status, '<script>', () => json(200, { id: 'me' }));
    expect(await flush(heard, undefined)).toBe('empty');
    expect([sent, ids(await all())]).toEqual([['a', 'd'], 'bc']);
    expect(told.refused.map((entry) => [entry.id, entry.refusal])).toEqual([['b', 'The server refused this.'], ['c', 'The server refused this.']]);
  });

  it.each<[string, number, () => Response]>([
    ['a captive portal', 403, () => page(403)],
    ['a firewall that has shut this address out', 403, () => page(403)],
    ['a portal with JSON of its own', 403, () => json(200, { loggedIn: false })],
    ['an error of the way', 502, () => json(200, { id: 'me' })],
  ])('from %s changes nothing but the time', async (_name, status, account) => {
    await blocked();
    firewall(status, '', account);
    expect(await flush(heard, undefined)).toBe('offline');
    expect([told.refused, ids(await all())]).toEqual([[], 'abcd']);
  });
});

describe('what came of each command', () => {
  it('a conflict among others is shown with its reason; the others are done', async () => {
    await held('a', 'b', 'c');
    server(() => json(200, { results: [{ id: 'a', status: 'applied' }, { id: 'b', status: 'rejected', problem: { title: 'Conflict', detail: 'No workout is running.' } }, { id: 'c', status: 'duplicate' }] }));
    expect(await flush(heard, undefined)).toBe('empty');
    expect([told.acknowledged, ids(told.refused)]).toEqual(['ac', 'b']);
    expect(await all()).toMatchObject([{ id: 'b', refusal: 'No workout is running.' }]);
  });

  it('what the answer says nothing of is neither done nor refused', async () => {
    await held('a', 'b');
    const { batches } = server(() => json(200, { results: [{ id: 'a', status: 'applied' }] }));
    expect(await flush(heard, undefined)).toBe('busy');
    expect([told.acknowledged, told.refused, ids(await all()), batches]).toEqual(['a', [], 'b', ['ab']]);
  });
});

describe('a fault of the moment', () => {
  it.each<[string, string, () => Response | Promise<Response>]>([
    ['no network', 'offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    ["a captive portal's page", 'offline', () => new Response('<h1>Welcome</h1>', { headers: { 'Content-Type': 'text/html' } })],
    ["a captive portal's JSON", 'offline', () => json(200, { loggedIn: false })],
    ['an empty answer', 'offline', () => new Response(null, { status: 204 })],
    ['half an answer', 'offline', () => new Response('{"results": [{"id"', { headers: { 'Content-Type': 'application/json' } })],
    ['401', 'unauthenticated', () => json(401, {})],
    ['429', 'busy', () => json(429, {}, { 'Retry-After': '7' })],
    ['500', 'busy', () => json(500, {})],
    ['503', 'busy', () => json(503, {}, { 'Retry-After': '7' })],
  ])('%s changes nothing but the time', async (_name, stop, answer) => {
    await held('a', 'b');
    const { batches } = server(answer);
    expect(await flush(heard, undefined)).toBe(stop);
    expect([batches, told.acknowledged, told.refused, told.settled]).toEqual([['ab'], '', [], 0]);
    expect((await all()).map(({ id, refusal }) => [id, refusal])).toEqual([['a', undefined], ['b', undefined]]);
    const again = server(applied);
    expect(await flush(heard, undefined)).toBe('empty');
    expect([again.batches, told.acknowledged]).toEqual([['ab'], 'ab']);
  });

  it('hands on how long the server asks to wait', async () => {
    await held('a');
    server(() => json(429, {}, { 'Retry-After': '7' }));
    await flush(heard, undefined);
    expect(told.waits).toEqual([7]);
  });
});

describe('a clock that is wrong', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  const day = 86_400_000;
  it.each<[string, string, number, string]>([
    ['right', '2026-11-24T11:00:00Z', 0, '2026-11-24T11:00:00Z'],
    ['ahead by a day since', '2026-11-24T11:00:00Z', day, '2026-11-23T11:00:00.000Z'],
    ['ahead by a day then, right now', '2026-11-25T11:00:00Z', 0, '2026-11-24T12:00:00.000Z'],
    ['behind by a day', '2026-11-24T11:00:00Z', -day, '2026-11-24T11:00:00Z'],
    ['ahead by less than an answer takes', '2026-11-24T12:00:00Z', 900, '2026-11-24T12:00:00Z'],
  ])('%s: no moment lies in the future', (_name, moment, ahead, told) => expect(believable(moment, now, ahead)).toBe(told));

  it('is put right in the queue itself, so that a repeat is the same', async () => {
    const ahead = new Date(Date.now() - day).toUTCString();
    server(() => json(503, {}, { Date: ahead }));
    await put({ ...command('a'), at: new Date().toISOString() });
    await flush(heard, undefined);
    const { bodies } = server((sent) => json(sent.length ? 503 : 500, {}, { Date: ahead }));
    await flush(heard, undefined);
    await flush(heard, undefined);
    const [first, second] = bodies.map(([each]) => each!.at);
    expect(Math.abs(Date.parse(first!) - Date.now() + day)).toBeLessThan(60_000);
    expect(second).toBe(first);
    server(() => json(503, {}, { Date: new Date().toUTCString() }));
    await flush(heard, undefined);
  });
});

it('what is tried again goes to the end in one step', async () => {
  await held('a', 'b');
  const [first] = await all();
  await putInstead(first!, first!);
  expect(ids(await all())).toBe('ba');
});

describe('tries by itself', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('soon, then less often, and not before the server said', () => {
    const again = vi.fn();
    const retries = createRetries(again);
    const after = (...waits: number[]) => waits.map((wait) => {
      again.mockClear();
      retries.after('offline', true);
      vi.advanceTimersByTime(wait - 1);
      const early = again.mock.calls.length;
      vi.advanceTimersByTime(1);
      return [early, again.mock.calls.length];
    });
    expect(after(1000, 2000, 4000, 8000, 15_000, 15_000)).toEqual(Array(6).fill([0, 1]));
    retries.after('empty', false);
    expect(after(1000)).toEqual([[0, 1]]);
    retries.notBefore(30);
    expect(after(30_000)).toEqual([[0, 1]]);
  });

  it('within the seconds for which a renewed session is repeated, though nothing waits', () => {
    const again = vi.fn();
    const retries = createRetries(again);
    for (const wait of [1000, 2000, 4000, 4000, 4000]) {
      again.mockClear();
      retries.after('offline', false, true);
      vi.advanceTimersByTime(wait - 1);
      expect(again).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1);
      expect(again).toHaveBeenCalledOnce();
    }
  });

  it('not at all where nothing waits', () => {
    const again = vi.fn();
    createRetries(again).after('offline', false);
    vi.advanceTimersByTime(60_000);
    expect(again).not.toHaveBeenCalled();
  });
});
