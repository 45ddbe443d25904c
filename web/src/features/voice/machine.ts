import { t, word } from '../../i18n';
import type { Stop } from '../sync/flush';
import type { VoiceAnswer } from './answer';
import { chips } from './chips';
import { reasonText } from './reasons';

export type Phase = 'idle' | 'starting' | 'listening' | 'thinking' | 'heard' | 'asking' | 'unheard' | 'kept';

export interface VoiceState {
  phase: Phase;
  /** Which sentence it speaks of: another one may be said before it is known what came of this. */
  sentence: string;
  transcript: string;
  message: string;
  chips: string[];
  options: string[];
  canUndo: boolean;
}

/** Why a sentence is not sent yet. */
type Unsent = Exclude<Stop, 'empty'>;

export type VoiceEvent =
  | { type: 'tapped' }
  | { type: 'started' }
  | { type: 'interim'; text: string }
  | { type: 'sentence'; id: string; text: string; alternatives: string[] }
  | { type: 'failed'; reason: string }
  | { type: 'stopped' }
  | { type: 'answered'; answer: VoiceAnswer }
  | { type: 'kept'; id: string; stop: Unsent }
  | { type: 'elsewhere'; id: string }
  | { type: 'refused'; reason: string }
  | { type: 'dismissed' };

export type VoiceEffect =
  | { type: 'listen' }
  | { type: 'stopListening' }
  /** Enough was said: what was heard by now is the sentence. */
  | { type: 'endSentence' }
  | { type: 'send'; id: string; text: string; alternatives: string[] }
  | { type: 'speak'; text: string }
  | { type: 'focusBox' };

export const quiet: VoiceState = { phase: 'idle', sentence: '', transcript: '', message: '', chips: [], options: [], canUndo: false };

type Step = { state: VoiceState; effects: VoiceEffect[] };
const step = (state: VoiceState, ...effects: VoiceEffect[]): Step => ({ state, effects });

const keptFor: Record<Unsent, string> = {
  offline: word('No connection: kept as a note to sort out'),
  unauthenticated: word('Signed out: kept as a note to sort out'),
  busy: word('The server has no time just now: kept as a note to sort out'),
};

const isBusy = ({ phase }: VoiceState): boolean => phase === 'starting' || phase === 'listening';

function answered(state: VoiceState, answer: VoiceAnswer): Step {
  const options = (answer.options ?? []).slice(0, 4).map((option) => option.label);
  const phase = options.length || answer.outcome === 'needsClarification' ? 'asking' : answer.outcome === 'notUnderstood' || answer.outcome === 'rejected' ? 'unheard' : 'heard';
  const told = { message: answer.message, options, chips: chips(answer), canUndo: answer.outcome === 'applied' };
  // Who says the next one already is not interrupted, and what was spoken now would be heard as part of it.
  if (isBusy(state)) return step({ ...state, ...told });
  return step({ ...state, ...told, phase, transcript: answer.said?.transcript ?? state.transcript }, { type: 'speak', text: answer.speech ?? answer.message });
}

/** Nothing was said; a question that stands there still does. */
const unsaid = ({ options, message }: VoiceState): VoiceState => (options.length ? { ...quiet, phase: 'asking', options, message } : quiet);

function tapped(state: VoiceState): Step {
  if (state.phase === 'listening') return step(state, { type: 'endSentence' });
  if (state.phase === 'starting') return step(unsaid(state), { type: 'stopListening' });
  const { options, message } = state;
  return step({ ...quiet, phase: 'starting', options, message: options.length ? message : '' }, { type: 'listen' });
}

export function voice(state: VoiceState, event: VoiceEvent): Step {
  const busy = isBusy(state);
  const waitsFor = (id: string) => state.phase === 'thinking' && state.sentence === id;
  switch (event.type) {
    case 'tapped':
      return tapped(state);
    case 'started':
      return step(state.phase === 'starting' ? { ...state, phase: 'listening' } : state);
    case 'interim':
      return step(busy ? { ...state, phase: 'listening', transcript: event.text } : state);
    case 'sentence':
      return step({ ...quiet, phase: 'thinking', sentence: event.id, transcript: event.text }, { type: 'stopListening' }, { type: 'send', id: event.id, text: event.text, alternatives: event.alternatives });
    case 'failed':
      return step({ ...quiet, phase: 'unheard', message: reasonText(event.reason) }, { type: 'stopListening' }, { type: 'focusBox' });
    case 'stopped':
      return step(busy ? unsaid(state) : state);
    case 'answered':
      return answered(state, event.answer);
    case 'kept':
      return step(waitsFor(event.id) ? { ...state, phase: 'kept', message: t(keptFor[event.stop]) } : state);
    case 'elsewhere':
      return step(waitsFor(event.id) ? quiet : state);
    case 'refused':
      return step(busy ? { ...state, message: event.reason } : { ...quiet, phase: 'unheard', transcript: state.transcript, message: event.reason });
    case 'dismissed':
      return step(quiet, { type: 'stopListening' });
  }
}
