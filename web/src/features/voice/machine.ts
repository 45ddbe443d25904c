import { t } from '../../i18n';
import type { VoiceAnswer } from './answer';
import { chips } from './chips';
import { reasonText } from './reasons';

export type Phase = 'idle' | 'starting' | 'listening' | 'thinking' | 'heard' | 'asking' | 'unheard' | 'kept';

export interface VoiceState {
  phase: Phase;
  transcript: string;
  message: string;
  chips: string[];
  options: string[];
  canUndo: boolean;
}

export type VoiceEvent =
  | { type: 'tapped' }
  | { type: 'started' }
  | { type: 'interim'; text: string }
  | { type: 'sentence'; text: string; alternatives: string[]; spoken: boolean }
  | { type: 'failed'; reason: string }
  | { type: 'stopped' }
  | { type: 'answered'; answer: VoiceAnswer }
  | { type: 'kept' }
  | { type: 'refused'; reason: string }
  | { type: 'dismissed' };

export type VoiceEffect =
  | { type: 'listen' }
  | { type: 'stopListening' }
  | { type: 'send'; text: string; alternatives: string[] }
  | { type: 'speak'; text: string }
  | { type: 'focusBox' };

export const quiet: VoiceState = { phase: 'idle', transcript: '', message: '', chips: [], options: [], canUndo: false };

type Step = { state: VoiceState; effects: VoiceEffect[] };
const step = (state: VoiceState, ...effects: VoiceEffect[]): Step => ({ state, effects });

/** Nothing names options as well as their place: a recogniser mangles a label, the server knows which question is open. */
export const ordinals = ['the first one', 'the second one', 'the third one', 'the fourth one'];

function answered(state: VoiceState, answer: VoiceAnswer): Step {
  const options = (answer.options ?? []).slice(0, 4).map((option) => option.label);
  const phase = options.length || answer.outcome === 'needsClarification' ? 'asking' : answer.outcome === 'notUnderstood' || answer.outcome === 'rejected' ? 'unheard' : 'heard';
  const next = { ...state, phase, message: answer.message, options, chips: chips(answer), canUndo: answer.outcome === 'applied' } as VoiceState;
  return step(next, { type: 'speak', text: answer.speech ?? answer.message });
}

export function voice(state: VoiceState, event: VoiceEvent): Step {
  const busy = state.phase === 'starting' || state.phase === 'listening';
  switch (event.type) {
    case 'tapped':
      return busy ? step(quiet, { type: 'stopListening' }) : step({ ...quiet, phase: 'starting', options: state.options }, { type: 'listen' });
    case 'started':
      return step(state.phase === 'starting' ? { ...state, phase: 'listening' } : state);
    case 'interim':
      return step(busy ? { ...state, phase: 'listening', transcript: event.text } : state);
    case 'sentence':
      return step({ ...quiet, phase: 'thinking', transcript: event.text }, { type: 'stopListening' }, { type: 'send', text: event.text, alternatives: event.alternatives });
    case 'failed':
      return step({ ...quiet, phase: 'unheard', message: reasonText(event.reason) }, { type: 'stopListening' }, { type: 'focusBox' });
    case 'stopped':
      return step(busy ? quiet : state);
    case 'answered':
      return answered(state, event.answer);
    case 'kept':
      return step(state.phase === 'thinking' ? { ...state, phase: 'kept', message: t('No connection: kept as a note to sort out') } : state);
    case 'refused':
      return step({ ...quiet, phase: 'unheard', transcript: state.transcript, message: event.reason });
    case 'dismissed':
      return step(quiet, { type: 'stopListening' });
  }
}
