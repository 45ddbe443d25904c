import type { Session } from '../../storage';
import { app } from '../../store';
import type { Workout } from '../../types';
import type { OutboxEntry } from '../sync/entry';
import { sessions } from '../sync/replica';
import { foldSessions } from './pending';

/** What this phone knows of finished workouts, all or those with an exercise. */
export async function knownSessions(exerciseId?: string): Promise<Session[]> {
  const { finished, entries } = JSON.parse(JSON.stringify({ finished: app().finished, entries: app().entries })) as { finished: Workout[]; entries: OutboxEntry[] };
  const all = foldSessions(await sessions(), finished, entries);
  return exerciseId ? all.filter((each) => each.exerciseIds.includes(exerciseId)) : all;
}
