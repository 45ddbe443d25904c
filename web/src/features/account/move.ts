import { database, keep, kept, type Session } from '../../storage';
import type { LoggedSet, Workout } from '../../types';
import { clean } from '../log/clean';
import { list, sessions } from '../sync/replica';
import type { CommandType } from '../sync/entry';
import { claim } from '../sync/outbox';
import type { Exercise } from '../../types';
import { holdProof } from './merge';
import type { Account } from './session';

/** What a guest logged on this phone, waiting to be brought along into the account that was signed in to. */
export interface Luggage { from: string; sessions: Session[]; running: Workout | null; exercises: Exercise[] }

export const luggage = (): Promise<Luggage | undefined> => kept<Luggage>('luggage');
export const unpacked = (): Promise<void> => keep('luggage', undefined);

export const setCount = ({ sessions: done, running }: Luggage): number =>
  done.reduce((sum, session) => sum + session.totals.sets, 0) + (running?.totals.sets ?? 0);

const own = (exercise: Exercise) => /^[0-9a-f]{8}-/.test(exercise.id);

/**
 * Makes the phone's copy ready for another account: a guest's log is packed, anybody else's is theirs and goes. So with what is not sent yet:
 * a guest can't sign in again and leaves it to the account that follows, anybody else's waits for its owner.
 */
export async function changeAccount(before: Account | undefined, after: Account): Promise<void> {
  if (!before || before.id === after.id) return;
  const running = (await kept<Workout | null>('workout')) ?? null;
  const packed: Luggage = { from: before.id, sessions: await sessions(), running, exercises: (await list<Exercise>('exercises')).filter(own) };
  if (before.isGuest && (packed.sessions.length > 0 || running)) {
    await keep('luggage', packed);
    holdProof();
  }
  await claim(before.isGuest ? after.id : before.id, before.id);
  const db = await database();
  await db.clear('sessions');
  for (const name of ['workout', 'cursor', 'templates', 'bodyweight', 'aliases', 'exercises', 'settings', 'settingsToSend', 'voiceContext']) await db.delete('kept', name);
}

const setData = ({ number: _number, records: _records, ...set }: LoggedSet) => clean(set);

function recorded(workout: Workout): Record<string, unknown> {
  const exercises = workout.exercises.map(({ id, exerciseId, supersetId, note, sets }) => clean({ id, exerciseId, supersetId, note, sets: sets.map(setData) }));
  return clean({ id: workout.id, name: workout.name, note: workout.note, startedAt: workout.startedAt, completedAt: workout.completedAt ?? workout.startedAt, exercises });
}

/** The commands that log it all again in the other account, under the same ids: done twice it is there once. */
export function unpack({ sessions: done, running, exercises }: Luggage): { type: CommandType; data: Record<string, unknown>; name: string }[] {
  const made = exercises.map(({ id, name, aliases, equipment, primaryMuscle, secondaryMuscles, measure }) =>
    ({ type: 'CreateExercise' as const, data: clean({ id, name, aliases, equipment, primaryMuscle, secondaryMuscles, measure }), name }));
  const last = running?.exercises.flatMap((entry) => entry.sets.map((set) => set.loggedAt)).sort().at(-1);
  const open = running && running.totals.sets > 0 ? [{ ...running, completedAt: last ?? running.startedAt }] : [];
  const whole = [...done, ...open].map((workout) => ({ type: 'RecordWorkout' as const, data: recorded(workout), name: workout.name ?? '' }));
  return [...made, ...whole];
}

/** What takes it back out again. */
export const takeBack = ({ sessions: done, running }: Luggage): string[] => [...done.map((session) => session.id), ...(running && running.totals.sets > 0 ? [running.id] : [])];
