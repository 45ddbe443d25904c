import type { Load, SetValues, Workout } from '../../types';

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

export interface VoiceAnswer {
  outcome: 'applied' | 'understood' | 'answered' | 'needsClarification' | 'notUnderstood' | 'rejected';
  message: string;
  speech?: string | null;
  commands?: SpokenCommand[] | null;
  options?: { label: string; commands?: SpokenCommand[] }[] | null;
  workout?: Workout | null;
}
