import { kept, type Session } from '../../storage';
import { app } from '../../store';
import type { Workout } from '../../types';
import type { OutboxEntry } from '../sync/entry';
import { latestSessions, sessions } from '../sync/replica';
import { foldSessions } from './pending';

// What the store hands out is watched: a copy is not.
const unsent = () => JSON.parse(JSON.stringify({ finished: app().finished, entries: app().entries })) as { finished: Workout[]; entries: OutboxEntry[] };

/** What this phone knows of finished workouts, all or those with an exercise. */
export async function knownSessions(exerciseId?: string): Promise<Session[]> {
  const { finished, entries } = unsent();
  const all = foldSessions(await sessions(), finished, entries);
  return exerciseId ? all.filter((each) => each.exerciseIds.includes(exerciseId)) : all;
}

/** The last of them, without reading them all. */
export async function lastSession(): Promise<Session | undefined> {
  const { finished, entries } = unsent();
  const deleted = entries.filter((entry) => entry.kind === 'command' && entry.type === 'DeleteWorkout').length;
  return foldSessions(await latestSessions(deleted + 1), finished, entries)[0];
}

/** All of it as a screen shows it, and whether the server's part has ever come to this phone. */
export const knownLog = async (): Promise<{ all: Session[]; complete: boolean; loading: false }> =>
  ({ all: await knownSessions(), complete: (await kept<number>('cursor')) !== undefined, loading: false });
