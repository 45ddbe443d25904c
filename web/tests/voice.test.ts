import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VoiceAnswer } from '../src/features/voice/answer';
import { quiet, voice, type VoiceEvent, type VoiceState } from '../src/features/voice/machine';
import { listen, type Ear, type Recognition } from '../src/features/voice/speech';

const after = (...events: VoiceEvent[]): VoiceState => events.reduce((state, event) => voice(state, event).state, quiet);
const sentence: VoiceEvent = { type: 'sentence', id: 'first', text: 'bench 100 for 8', alternatives: [] };
const answer = (more: Partial<VoiceAnswer>): VoiceEvent => ({ type: 'answered', answer: { outcome: 'applied', message: 'Logged 100 kg × 8', ...more } });

describe('the voice panel', () => {
  it('goes from tap to listening to thinking to heard', () => {
    expect(after({ type: 'tapped' }).phase).toBe('starting');
    expect(after({ type: 'tapped' }, { type: 'started' }, { type: 'interim', text: 'ben' })).toMatchObject({ phase: 'listening', transcript: 'ben' });
    expect(after({ type: 'tapped' }, sentence).phase).toBe('thinking');
    expect(after(sentence, answer({}))).toMatchObject({ phase: 'heard', canUndo: true });
  });

  it('asks with the options, and four at most', () => {
    const options = ['a', 'b', 'c', 'd', 'e'].map((label) => ({ label }));
    expect(after(sentence, answer({ outcome: 'needsClarification', options }))).toMatchObject({ phase: 'asking', options: ['a', 'b', 'c', 'd'], canUndo: false });
  });

  it('keeps the sentence in sight without a connection', () => {
    expect(after(sentence, { type: 'kept', id: 'first', stop: 'offline' })).toMatchObject({ phase: 'kept', transcript: 'bench 100 for 8', message: 'No connection: kept as a note to sort out' });
  });

  it('says why a sentence is kept that the server would not take now', () => {
    const why = (stop: 'unauthenticated' | 'busy') => after(sentence, { type: 'kept', id: 'first', stop }).message;
    expect([why('unauthenticated'), why('busy')]).toEqual(['Signed out: kept as a note to sort out', 'The server has no time just now: kept as a note to sort out']);
  });

  it('is not taken away from a sentence by what came of the one before', () => {
    const next: VoiceEvent = { ...sentence, id: 'second', text: 'same again' };
    for (const type of ['kept', 'elsewhere'] as const) {
      expect(after(sentence, answer({}), next, { type, id: 'first', stop: 'offline' } as VoiceEvent)).toMatchObject({ phase: 'thinking', transcript: 'same again' });
    }
  });

  it('closes when another tab has the answer', () => {
    expect(after(sentence, { type: 'elsewhere', id: 'first' })).toEqual(quiet);
  });

  it('neither interrupts nor speaks into the next sentence, which would hear it', () => {
    const listening: VoiceEvent[] = [sentence, { type: 'tapped' }, { type: 'started' }, { type: 'interim', text: 'same' }];
    const { state, effects } = voice(after(...listening), answer({}));
    expect([state.phase, state.transcript, state.message, effects]).toEqual(['listening', 'same', 'Logged 100 kg × 8', []]);
    expect(voice(after(...listening.slice(0, 2)), answer({}))).toMatchObject({ state: { phase: 'starting' }, effects: [] });
    expect(voice(after(...listening), { type: 'refused', reason: 'No.' }).state).toMatchObject({ phase: 'listening', message: 'No.' });
    const question = answer({ outcome: 'needsClarification', message: 'Which one?', options: [{ label: 'a' }, { label: 'b' }] });
    expect(after(...listening, question, { type: 'stopped' })).toMatchObject({ phase: 'asking', message: 'Which one?', options: ['a', 'b'] });
  });

  it('takes the tap that stops it for the end of the sentence', () => {
    const listening = after({ type: 'tapped' }, { type: 'started' }, { type: 'interim', text: 'bench press' });
    expect(voice(listening, { type: 'tapped' })).toEqual({ state: listening, effects: [{ type: 'endSentence' }] });
    expect(voice(after({ type: 'tapped' }), { type: 'tapped' })).toEqual({ state: quiet, effects: [{ type: 'stopListening' }] });
    expect(voice(listening, { type: 'dismissed' })).toEqual({ state: quiet, effects: [{ type: 'stopListening' }] });
  });

  it('stops listening before it speaks', () => {
    expect(voice(after({ type: 'tapped' }), sentence).effects.map((effect) => effect.type)).toEqual(['stopListening', 'send']);
  });
});

class Recogniser implements Recognition {
  static last: Recogniser;
  lang = ''; continuous = false; interimResults = false; maxAlternatives = 0;
  onstart: Recognition['onstart'] = null; onresult: Recognition['onresult'] = null;
  onerror: Recognition['onerror'] = null; onend: Recognition['onend'] = null;
  start = vi.fn(); stop = vi.fn(); abort = vi.fn();
  constructor() { Recogniser.last = this; }
}

const result = (isFinal: boolean, ...said: string[]) => Object.assign(said.map((transcript) => ({ transcript })), { isFinal }) as never;
const ear = () => ({ started: vi.fn(), interim: vi.fn(), sentence: vi.fn(), failed: vi.fn(), stopped: vi.fn() }) satisfies Ear;

describe('the ear', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('passes on the alternatives, once, however often the final is repeated', () => {
    const heard = ear();
    listen(Recogniser, heard, 'en-US');
    const { onresult } = Recogniser.last;
    onresult!({ resultIndex: 0, results: [result(false, 'bench')] });
    onresult!({ resultIndex: 0, results: [result(true, 'bench 100 for 8', 'bent 100 for 8')] });
    onresult!({ resultIndex: 0, results: [result(true, 'bench 100 for 8')] });
    expect(heard.interim).toHaveBeenCalledWith('bench');
    expect(heard.sentence).toHaveBeenCalledExactlyOnceWith('bench 100 for 8', ['bent 100 for 8']);
    expect(Recogniser.last.maxAlternatives).toBe(3);
  });

  it('gives up after three seconds without an answer', () => {
    const heard = ear();
    listen(Recogniser, heard, 'en-US');
    vi.advanceTimersByTime(3000);
    expect(heard.failed).toHaveBeenCalledOnce();
    expect(Recogniser.last.abort).toHaveBeenCalled();
  });

  it('says why it cannot hear', () => {
    const heard = ear();
    listen(Recogniser, heard, 'en-US');
    Recogniser.last.onerror!({ error: 'not-allowed' });
    listen(null, heard, 'en-US');
    expect(heard.failed.mock.calls.flat()).toEqual(['not-allowed', 'unsupported']);
    expect(after({ type: 'failed', reason: 'not-allowed' }).message).toBe('The microphone is not allowed. Type the set instead.');
  });

  it('stops when told to, and then stays silent', () => {
    const heard = ear();
    listen(Recogniser, heard, 'en-US').stop();
    vi.advanceTimersByTime(5000);
    expect(heard.stopped).toHaveBeenCalledOnce();
    expect(heard.failed).not.toHaveBeenCalled();
  });

  it('hands on what was heard when enough was said, by the last word of the recogniser or without it', () => {
    const turns = (['final', 'end', 'silence', 'error'] as const).map((how) => {
      const heard = ear();
      const turn = listen(Recogniser, heard, 'en-US');
      const { onstart, onresult, onend, onerror, stop } = Recogniser.last;
      onstart!();
      onresult!({ resultIndex: 0, results: [result(false, 'bench 100 for')] });
      turn.end();
      expect(stop).toHaveBeenCalledOnce();
      if (how === 'final') onresult!({ resultIndex: 0, results: [result(true, 'bench 100 for 8', 'bent 100 for 8')] });
      if (how === 'end') onend!();
      if (how === 'error') onerror!({ error: 'no-speech' });
      vi.advanceTimersByTime(5000);
      return [heard.sentence.mock.calls, heard.failed.mock.calls.length, heard.stopped.mock.calls.length];
    });
    const partly = [[['bench 100 for', []]], 0, 0];
    expect(turns).toEqual([[[['bench 100 for 8', ['bent 100 for 8']]], 0, 0], partly, partly, partly]);
  });

  it('has nothing to hand on where nothing was heard', () => {
    const heard = ear();
    const turn = listen(Recogniser, heard, 'en-US');
    Recogniser.last.onstart!();
    turn.end();
    turn.end();
    vi.advanceTimersByTime(5000);
    expect([heard.stopped.mock.calls.length, heard.sentence.mock.calls.length]).toEqual([1, 0]);
  });
});
