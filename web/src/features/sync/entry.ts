import type { Problem } from '../../types';

export type CommandType =
  | 'StartWorkout' | 'AddExercise' | 'LogSet' | 'CorrectSet' | 'RemoveSet'
  | 'Undo' | 'Redo' | 'CompleteWorkout' | 'DiscardWorkout';

interface Queued {
  /** The place in the queue, given by the database. */
  order?: number;
  id: string;
  at: string;
  /** Why it needs the lifter; absent while it waits its turn. */
  refusal?: string;
}

export interface CommandEntry extends Queued {
  kind: 'command';
  type: CommandType;
  data: Record<string, unknown>;
  /** What the screen shows before the server has answered; never sent. */
  label?: string;
}

export interface VoiceEntry extends Queued {
  kind: 'voice';
  transcript: string;
  alternatives: string[];
}

export type OutboxEntry = CommandEntry | VoiceEntry;

export interface CommandResult {
  id: string;
  status: 'applied' | 'duplicate' | 'rejected';
  sequence?: number | null;
  problem?: Problem | null;
}
