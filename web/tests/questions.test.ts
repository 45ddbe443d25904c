import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { VoiceAnswer } from '../src/features/voice/answer';
import type { Workout } from '../src/types';

let workout: Workout = { id: 'w', name: null, templateId: null, startedAt: '2026-01-01T10:00:00Z', completedAt: null, note: null, version: 1, exercises: [], totals: { sets: 0, reps: 0, volumeKg: 0, durationSeconds: 0 } };
const run = vi.fn(async (..._command: unknown[]) => true);
const understand = vi.fn<(transcript: string, alternatives?: string[], now?: { open: VoiceAnswer | null }) => Promise<VoiceAnswer | null>>();
const obey = vi.fn();
vi.mock('../src/store', () => ({ app: () => ({ workout, focus: null, exercises: [], status: 'Full.', obey, gym: { run } }) }));
vi.mock('../src/features/voice/grammar', () => ({ understand }));

const { forgetQuestion, hear, served } = await import('../src/features/voice/offline');
const { flush } = await import('../src/features/sync/flush');
const { all, put, remove } = await import('../src/features/sync/outbox');
const said = (transcript: string) => ({ transcript, alternatives: [] });
const set = (exerciseId: string) => ({ label: exerciseId, commands: [{ type: 'LogSet', exerciseId, reps: 10 }] });
const question = (...options: { label: string; commands: object[] }[]) => ({ outcome: 'needsClarification', message: 'Which one?', options }) as VoiceAnswer;
const confirms = (option: number): VoiceAnswer => ({ outcome: 'understood', message: 'Yes', commands: [{ type: 'Confirm', option }] });
const beyond = { label: 'Make it', commands: [{ type: 'SaveTemplate', name: 'x' }] };
const online = (onLine: boolean) => vi.stubGlobal('navigator', { onLine, language: 'en-US' });
const done = () => run.mock.calls.map(([type, data]) => [type, (data as { exerciseId?: string }).exerciseId]);

async function askedHere(answer: VoiceAnswer) {
  online(false);
  understand.mockResolvedValueOnce(answer);
  await hear(said('shoulder press 40 for 10'));
}

/** A set by hand. */
function tappedIn() {
  const sets = [{ id: `s${Math.random()}`, number: 1, loggedAt: '2026-01-01T10:05:00Z', reps: 9 }];
  workout = { ...workout, exercises: [{ id: 'e', exerciseId: 'squat', name: 'Squat', supersetId: null, note: null, target: null, previous: [], sets }] };
}

function askedByServer(answer: VoiceAnswer) {
  online(true);
  served({ ...answer, said: said('row 60 for 10') });
}

beforeEach(() => {
  forgetQuestion();
  vi.useRealTimers();
  run.mockClear();
  obey.mockClear();
  understand.mockReset();
  understand.mockResolvedValue(null);
});

describe('a question that is open', () => {
  it('of the server is answered offline with its own option, and not with that of an older one', async () => {
    await askedHere(question(set('overhead-press'), set('machine-press')));
    forgetQuestion();
    askedByServer(question(set('cable-row'), set('barbell-row')));
    online(false);
    understand.mockResolvedValueOnce(confirms(1));
    expect(await hear(said('the first one'))).toMatchObject({ answer: { outcome: 'applied', commands: [{ exerciseId: 'cable-row' }] } });
    expect(done()).toEqual([['LogSet', 'cable-row']]);
  });

  it('of the phone is answered by the phone, when the signal is back too', async () => {
    await askedHere(question(set('overhead-press'), set('machine-press')));
    online(true);
    understand.mockResolvedValueOnce(confirms(2));
    expect(await hear(said('the second one'))).toMatchObject({ answer: { outcome: 'applied' } });
    expect(done()).toEqual([['LogSet', 'machine-press']]);
    expect(await hear(said('the second one'))).toEqual({ send: said('the second one') });
  });

  it('is answered by a tap without the grammar', async () => {
    askedByServer(question(set('cable-row'), set('barbell-row')));
    online(false);
    expect(await hear(said('the second one'))).toMatchObject({ answer: { outcome: 'applied', message: 'barbell-row' } });
    expect(done()).toEqual([['LogSet', 'barbell-row']]);
  });

  it.each(["Don't log it", 'no'])('is dropped by %s, and nothing is kept as a note', async (how) => {
    await askedHere(question(set('overhead-press'), { label: "Don't log it", commands: [{ type: 'Cancel' }] }));
    understand.mockResolvedValueOnce(how === 'no' ? { outcome: 'understood', message: 'Left', commands: [{ type: 'Cancel' }] } : confirms(2));
    expect(await hear(said(how))).toMatchObject({ answer: { outcome: 'answered' } });
    expect(run).not.toHaveBeenCalled();
    expect(await hear(said('the first one'))).toEqual({ send: said('the first one') });
  });

  it('goes as the sentence it was about, where what was chosen is beyond the phone', async () => {
    await askedHere(question(beyond, set('overhead-press')));
    understand.mockResolvedValueOnce(confirms(1));
    expect(await hear(said('the first one'))).toEqual({ send: said('shoulder press 40 for 10') });
    expect(run).not.toHaveBeenCalled();
  });

  it('of the server is answered there, with the sentence at hand should it be too late', async () => {
    vi.useFakeTimers();
    askedByServer(question(set('cable-row'), set('barbell-row')));
    expect(await hear(said('the first one'))).toEqual({ send: said('the first one'), about: said('row 60 for 10') });
    askedByServer(question(set('cable-row'), set('barbell-row')));
    vi.advanceTimersByTime(600_001);
    expect(await hear(said('the first one'))).toEqual({ send: said('row 60 for 10') });
    expect([run.mock.calls, understand.mock.calls]).toEqual([[], []]);
  });

  it('ends with the next sentence that goes to the server', async () => {
    await askedHere(question(set('overhead-press'), set('machine-press')));
    online(true);
    expect(await hear(said('what is my best squat'))).toEqual({ send: said('what is my best squat') });
    online(false);
    expect(await hear(said('the first one'))).toEqual({ send: said('the first one') });
  });

  it('is over once a set was logged by hand: a number is no answer to it, and a tap has it asked anew', async () => {
    await askedHere(question(set('overhead-press'), set('machine-press')));
    tappedIn();
    understand.mockResolvedValueOnce({ outcome: 'understood', message: '', commands: [{ type: 'LogSet', exerciseId: 'squat', reps: 8 }] });
    await hear(said('8'));
    expect(understand.mock.lastCall?.[2]?.open).toBeNull();
    await askedHere(question(set('overhead-press'), set('machine-press')));
    tappedIn();
    run.mockClear();
    understand.mockResolvedValueOnce(question(set('machine-press')));
    expect(await hear(said('the first one'))).toMatchObject({ answer: { outcome: 'needsClarification' } });
    expect([run.mock.calls, understand.mock.lastCall?.[0]]).toEqual([[], 'shoulder press 40 for 10']);
    askedByServer(question(set('cable-row')));
    tappedIn();
    expect(await hear(said('the first one'))).toEqual({ send: said('row 60 for 10') });
  });

  it('that the server no longer knows keeps the sentence it was about, waited for or not', async () => {
    vi.stubGlobal('navigator', { language: 'en-US', locks: { request: (_name: string, send: () => unknown) => send() } });
    const body = JSON.stringify({ outcome: 'rejected', message: 'No question is open.' });
    vi.stubGlobal('fetch', async () => new Response(body, { status: 200, headers: { 'Content-Type': 'application/json' } }));
    await put({ kind: 'voice', id: 'v', at: '2026-01-01T10:05:00Z', ...said('the first one'), about: said('row 60 for 10') });
    const answered = vi.fn();
    const heard = { acknowledged: vi.fn(), refused: vi.fn(), needless: vi.fn(), answered, isLive: () => true, asksToWait: vi.fn(), settle: vi.fn() };
    expect(await flush(heard, undefined)).toBe('empty');
    expect(await all()).toMatchObject([{ id: 'v', transcript: 'row 60 for 10', refusal: 'No question is open.' }]);
    expect(answered).not.toHaveBeenCalled();
    await remove(await all());
  });
});
