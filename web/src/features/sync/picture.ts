import type { Workout } from '../../types';
import type { VoiceAnswer } from '../voice/answer';
import type { Chip } from './chip';
import type { OutboxEntry } from './entry';
import type { Stop } from './flush';

export interface Picture {
  workout: Workout | null;
  /** Finished here and not yet sent. */
  finished: Workout[];
  entries: OutboxEntry[];
  /** How many changes of other accounts wait on this phone for their sign-in. */
  others: number;
  chip: Chip;
  stop: Stop;
  loaded: boolean;
  /** The sentence being answered right now. */
  live: string | null;
}

export interface Watcher {
  changed(picture: Picture): void;
  answered(answer: VoiceAnswer, live: boolean): void;
  refused(entry: OutboxEntry, live: boolean): void;
  /** The phone's copy of what is finished has changed. */
  followed(): void;
  /** Whether this phone can keep anything: its storage may be full or closed. */
  keeping(works: boolean): void;
  /** The workout has no room for it. */
  full(): void;
}
