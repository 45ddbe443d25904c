import type { Entry, Measure, Problem } from '../../types';

export type CommandType =
  | 'StartWorkout' | 'DescribeWorkout' | 'CompleteWorkout' | 'DiscardWorkout' | 'RecordWorkout' | 'DeleteWorkout' | 'RestoreWorkout'
  | 'AddExercise' | 'ReplaceExercise' | 'DescribeExercise' | 'RemoveExercise' | 'ReorderExercises' | 'MakeSuperset' | 'BreakSuperset'
  | 'LogSet' | 'CorrectSet' | 'RemoveSet' | 'Undo' | 'Redo'
  | 'CreateExercise' | 'ChangeExercise' | 'ArchiveExercise'
  | 'CreateTemplate' | 'ChangeTemplate' | 'DeleteTemplate' | 'ReorderTemplates' | 'SaveTemplate'
  | 'LogBodyWeight' | 'RemoveBodyWeight' | 'ForgetAlias';

interface Queued {
  /** The place in the queue, given by the database. */
  order?: number;
  id: string;
  at: string;
  /** The account that made it, and the only one that sends it; absent until the phone has its first account. */
  by?: string;
  /** Why it needs the lifter; absent while it waits its turn. */
  refusal?: string;
}

/** What the screen shows before the server has answered; never sent. */
export interface Hint { name: string; measure?: Measure; entries?: Entry[] }

export interface CommandEntry extends Queued {
  kind: 'command';
  type: CommandType;
  data: Record<string, unknown>;
  hint?: Hint;
  /** Takes back a sentence of which nobody knows whether it has reached the server: where it has not, there is nothing to take back. */
  unsaid?: boolean;
}

/** What was said, as the recogniser heard it. */
export interface Sentence { transcript: string; alternatives: string[] }

export interface VoiceEntry extends Queued, Sentence {
  kind: 'voice';
  /** The sentence that a question was about which this one answers: where the question is gone when it is sent, that is what is left to decide. */
  about?: Sentence;
}

export type OutboxEntry = CommandEntry | VoiceEntry;

export interface CommandResult {
  id: string;
  status: 'applied' | 'duplicate' | 'rejected';
  sequence?: number | null;
  problem?: Problem | null;
}
