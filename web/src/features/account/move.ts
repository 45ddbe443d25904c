import { database, keep, kept } from '../../storage';
import type { Entry, Exercise, LoggedSet, Workout } from '../../types';
import { clean } from '../log/clean';
import { list, sessions } from '../sync/replica';
import type { CommandEntry, CommandType } from '../sync/entry';
import { claim, putFirst } from '../sync/outbox';
import type { Template } from '../templates/template';
import { uuidv7 } from '../../ids';
import type { BodyWeight } from '../history/weights';
import { holdProof } from './merge';
import type { Luggage } from './luggage-kept';
import type { Account } from './session';

export const setCount = ({ sessions: done, running }: Luggage): number =>
  done.reduce((sum, session) => sum + session.totals.sets, 0) + (running?.totals.sets ?? 0);

const isOwn = (exerciseId: string) => /^[0-9a-f]{8}-/.test(exerciseId);

/**
 * Makes the phone's copy ready for another account: a guest's log is packed, anybody else's is theirs and goes. So with what is not sent yet:
 * a guest can't sign in again and leaves it to the account that follows, anybody else's waits for its owner.
 */
export async function changeAccount(before: Account, after: Account): Promise<void> {
  const open = (await kept<Workout | null>('workout')) ?? null;
  const packed: Luggage = { from: before.id, sessions: await sessions(), running: open, exercises: (await list<Exercise>('exercises')).filter((each) => isOwn(each.id)) };
  if (before.isGuest && after.isGuest) return goOn(packed, before, after);
  if (before.isGuest && (packed.sessions.length > 0 || open)) {
    await keep('luggage', packed);
    holdProof();
  }
  await claim(before.isGuest ? after.id : before.id, before.id);
  const db = await database();
  await db.clear('sessions');
  for (const name of ['workout', 'cursor', 'templates', 'bodyweight', 'aliases', 'exercises', 'settings', 'voiceContext']) await db.delete('kept', name);
}

const command = (at: string, type: CommandType, data: Record<string, unknown>, name?: string | null, entries?: Entry[]): CommandEntry =>
  ({ kind: 'command', id: uuidv7(), at, type, data, ...(name || entries ? { hint: { name: name ?? '', ...(entries ? { entries } : {}) } } : {}) });

/**
 * The running workout as it was planned and logged, set by set. Its template lays it out under the ids that the exercises have; what it would lay
 * out otherwise is put as it stood.
 */
function running({ id, name, note, startedAt, exercises }: Workout, plan: Template | undefined): CommandEntry[] {
  const added = [...exercises];
  const laid = (plan?.exercises ?? []).map(({ exerciseId, supersetId = null }) => {
    const at = added.findIndex((entry) => entry.exerciseId === exerciseId);
    const [entry] = at < 0 ? [] : added.splice(at, 1);
    return { id: entry?.id ?? uuidv7(), entry, supersetId };
  });
  const kept = laid.flatMap(({ entry }) => entry ?? []);
  const told = exercises.filter((entry) => entry.note || laid.some((each) => each.entry === entry && each.supersetId !== entry.supersetId));
  const [order, stands] = [exercises, [...kept, ...added]].map((all) => all.map((entry) => entry.id));
  const sets = exercises.flatMap((entry) => entry.sets.map((set) => ({ entry, set }))).sort((a, b) => (a.set.loggedAt < b.set.loggedAt ? -1 : 1));
  return [
    command(startedAt, 'StartWorkout', clean({ id, name, startedAt, templateId: plan?.id, entryIds: plan && laid.map((each) => each.id) }), name, exercises.map((entry) => ({ ...entry, sets: [] }))),
    ...(note ? [command(startedAt, 'DescribeWorkout', { note })] : []),
    ...laid.filter(({ entry }) => !entry).map((each) => command(startedAt, 'RemoveExercise', { entryId: each.id })),
    ...added.map((entry) => command(startedAt, 'AddExercise', clean({ id: entry.id, exerciseId: entry.exerciseId, supersetId: entry.supersetId }), entry.name)),
    ...told.map((entry) => command(startedAt, 'DescribeExercise', { entryId: entry.id, supersetId: entry.supersetId, note: entry.note }, entry.name)),
    ...(order!.join() === stands!.join() ? [] : [command(startedAt, 'ReorderExercises', { order })]),
    ...sets.map(({ entry, set }) => command(set.loggedAt, 'LogSet', { exerciseId: entry.exerciseId, ...setData(set) }, entry.name)),
  ];
}

/** How the account does the exercise, where it does so in its own way. */
function preferences({ id, name, unit, step, barLoad, restSeconds }: Exercise): (Record<string, unknown> & { name: string })[] {
  const own = clean({ unit, step, barLoad, restSeconds });
  return Object.keys(own).length ? [{ exerciseId: id, name, ...own }] : [];
}

/**
 * A guest whose session is lost is the same lifter as the guest that follows: nobody has signed in. Its log, as far as this phone has it, goes on
 * without a question and is sent anew, before what was waiting.
 */
async function goOn(held: Luggage, before: Account, after: Account): Promise<void> {
  const now = new Date().toISOString();
  const [plans, weights, liked] = [await list<Template>('templates'), await list<BodyWeight>('bodyweight'), (await list<Exercise>('exercises')).flatMap(preferences)];
  // One that can't be made again, as an exercise of it is not there any more, would take the running workout along.
  const whole = ({ exercises }: Template) => exercises.every(({ exerciseId }) => !isOwn(exerciseId) || held.exercises.some((each) => each.id === exerciseId));
  const plan = plans.find((each) => each.id === held.running?.templateId && whole(each));
  await claim(after.id, before.id);
  await putFirst([
    ...unpack({ ...held, running: null }).map(({ type, data, name }) => command(now, type, data, name)),
    ...liked.map(({ name, ...data }) => command(now, 'ChangeExercise', data, name)),
    ...plans.map(({ id, name, note, exercises }) => command(now, 'CreateTemplate', clean({ id, name, note, exercises }), name)),
    ...weights.map(({ id, weight, measuredAt, note }) => command(measuredAt, 'LogBodyWeight', clean({ id, weight, measuredAt, note }))),
    ...(held.running ? running(held.running, plan) : []),
  ], after);
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
