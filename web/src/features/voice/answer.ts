import type { Load, SetValues, Workout } from '../../types';
import type { Sentence } from '../sync/entry';

export interface SpokenCommand extends SetValues {
  type: string;
  exerciseId?: string;
  withExerciseId?: string;
  /** The set's number within its exercise. */
  set?: number;
  /** Which answer to an open question, from 1. */
  option?: number | null;
  seconds?: number;
  on?: boolean | string;
  unit?: string;
  load?: Load | null;
}

/** One answer to a question, and what it would do. */
export interface Option { label: string; commands?: SpokenCommand[] }

export interface VoiceAnswer {
  outcome: 'applied' | 'understood' | 'answered' | 'needsClarification' | 'notUnderstood' | 'rejected';
  message: string;
  speech?: string | null;
  commands?: SpokenCommand[] | null;
  options?: Option[] | null;
  workout?: Workout | null;
  /** What it answers; the phone's own. */
  said?: Sentence;
}

/** Nothing names options as well as their place: a recogniser mangles a label, the server knows which question is open. */
export const ordinals = ['the first one', 'the second one', 'the third one', 'the fourth one'];
