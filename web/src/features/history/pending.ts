import type { Session } from '../../storage';
import type { Workout } from '../../types';
import { fold } from '../log/fold';
import type { CommandEntry, OutboxEntry } from '../sync/entry';
import { session } from '../sync/replica';

/** The finished workouts with what was finished, put right, deleted and brought back here and is not sent yet. Newest first. */
export function foldSessions(all: Session[], finished: Workout[], entries: OutboxEntry[]): Session[] {
  const mine = entries.filter((entry): entry is CommandEntry => entry.kind === 'command' && entry.refusal === undefined && entry.data['workoutId'] !== undefined);
  const gone = new Set<unknown>();
  for (const { type, data } of mine) {
    if (type === 'DeleteWorkout') gone.add(data['workoutId']);
    if (type === 'RestoreWorkout') gone.delete(data['workoutId']);
  }
  const ids = new Set(all.map((each) => each.id));
  const whole = [...all, ...finished.filter((each) => !ids.has(each.id)).map(session)].filter((each) => !gone.has(each.id));
  const corrected = whole.map((each) => {
    const own = mine.filter((entry) => entry.data['workoutId'] === each.id);
    return own.length ? session(own.reduce<Workout | null>(fold, each) ?? each) : each;
  });
  return corrected.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}
