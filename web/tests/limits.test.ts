import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { readFileSync } from 'node:fs';
import { fits, isLoad, isReps, isRest, most, offLimits } from '../src/features/log/limits';
import type { CommandEntry } from '../src/features/sync/entry';
import { createGym, type Picture } from '../src/features/sync/gym';
import { all, put, remove } from '../src/features/sync/outbox';
import { forgetCopy } from '../src/storage';
import type { Entry, LoggedSet, Workout } from '../src/types';

const at = '2026-11-24T06:00:00Z';
const entry = (exerciseId: string, sets: number): Entry => ({
  id: `e-${exerciseId}`, exerciseId, name: exerciseId, supersetId: null, note: null, target: null, previous: [],
  sets: Array.from({ length: sets }, (_, place): LoggedSet => ({ id: `${exerciseId} ${place}`, number: place + 1, loggedAt: at, reps: 5 })),
});
const workout = (...exercises: Entry[]): Workout => ({ id: 'w', name: null, templateId: null, startedAt: at, completedAt: null, note: null, version: 1, exercises, totals: { sets: 0, reps: 0, volumeKg: 0, durationSeconds: 0 } });
const many = (n: number) => workout(...Array.from({ length: n }, (_, place) => entry(`exercise-${place}`, 0)));

describe('limits', () => {
  it('are those of the domain', () => {
    const source = (path: string) => readFileSync(`../src/Domain/${path}`, 'utf8');
    const decider = source('Workouts/WorkoutDecider.cs');
    expect(decider).toContain(`MostExercises = ${most.exercises}, MostSets = ${most.sets};`);
    expect(source('Workouts/SetTarget.cs')).toMatch(new RegExp(`MostSets = ${most.plannedSets};[\\s\\S]*LongestRest = ${most.restSeconds};`));
    expect(source('Templates/Template.cs')).toContain(`Most = ${most.templates};`);
    expect(source('Exercises/Exercise.cs')).toContain(`MostOwn = ${most.ownExercises};`);
    expect(source('Shared/Reps.cs')).toContain(`Max = ${most.reps};`);
    expect(source('Shared/Load.cs')).toContain(`Limit = ${most.load}m;`);
  });

  it.each([
    ['the hundredth set', workout(entry('squat', 99)), 'LogSet', { exerciseId: 'squat' }, true],
    ['one more', workout(entry('squat', 100)), 'LogSet', { exerciseId: 'squat' }, false],
    ['one of another exercise', workout(entry('squat', 100)), 'LogSet', { exerciseId: 'row' }, true],
    ['a set that brings the fifty-first exercise', many(50), 'LogSet', { exerciseId: 'row' }, false],
    ['the fiftieth exercise', many(49), 'AddExercise', { exerciseId: 'row' }, true],
    ['the fifty-first', many(50), 'AddExercise', { exerciseId: 'row' }, false],
    ['a turn to one of fifty', many(50), 'AddExercise', { exerciseId: 'exercise-3', focus: true }, true],
    ['a set moved to a full exercise', workout(entry('squat', 100), entry('row', 1)), 'CorrectSet', { exerciseId: 'squat', setId: 'row 0' }, false],
    ['a set of a full exercise put right', workout(entry('squat', 100)), 'CorrectSet', { exerciseId: 'squat', setId: 'squat 0' }, true],
    ['anything without a workout', null, 'LogSet', { exerciseId: 'squat' }, true],
  ] as const)('%s', (_name, held, type, data, room) => expect(fits(held, type, data)).toBe(room));

  it.each([
    [{ load: { value: 2000, unit: 'kg' as const }, reps: 1000, rpe: 9.5 }, 'loadReps', undefined],
    [{ load: { value: 2000.5, unit: 'lb' as const }, reps: 5 }, 'loadReps', 'load'],
    [{ load: { value: -20, unit: 'kg' as const }, reps: 5 }, 'loadReps', 'load'],
    [{ load: { value: -20, unit: 'kg' as const }, reps: 5 }, 'assistedReps', undefined],
    [{ load: { value: 20.0005, unit: 'kg' as const }, reps: 5 }, 'loadReps', 'load'],
    [{ reps: 0 }, 'loadReps', 'reps'], [{ reps: 5.5 }, 'loadReps', 'reps'], [{ reps: 1001 }, 'loadReps', 'reps'],
    [{ durationSeconds: 86_401 }, 'time', 'durationSeconds'], [{ durationSeconds: 0.5 }, 'time', 'durationSeconds'],
    [{ distance: { value: 1000, unit: 'km' as const } }, 'distanceTime', undefined], [{ distance: { value: 700, unit: 'mi' as const } }, 'distanceTime', 'distance'],
    [{ reps: 5, rpe: 11 }, 'loadReps', 'rpe'], [{ reps: 5, rpe: 8.2 }, 'loadReps', 'rpe'],
  ] as const)('%o of %s: %s', (values, measure, member) => expect(offLimits(values, measure)).toBe(member));

  it('hold for plans too', () => expect([isReps(12), isReps(0), isRest(0), isRest(3601), isLoad(0, 0), isLoad(-1, 0), isLoad(-1)]).toEqual([true, false, true, false, true, false, true]));
});

describe('the phone without a connection', () => {
  beforeEach(async () => {
    vi.stubGlobal('navigator', { language: 'en-US', locks: { request: (_name: string, run: () => unknown) => Promise.resolve().then(run) } });
    vi.stubGlobal('BroadcastChannel', class { postMessage() { /* There is no other tab. */ } });
    vi.stubGlobal('fetch', async () => { throw new TypeError('gone'); });
    await remove(await all());
    await forgetCopy();
  });
  afterEach(() => vi.unstubAllGlobals());

  it('refuses the hundred and first set at once, and queues nothing that would be refused later', async () => {
    const queued = (id: string, type: CommandEntry['type'], data: object): CommandEntry => ({ kind: 'command', id, at, type, data: { ...data } });
    await put(queued('start', 'StartWorkout', { id: 'w' }));
    for (let n = 1; n <= 99; n++) await put(queued(`set ${n}`, 'LogSet', { id: `set ${n}`, exerciseId: 'squat', reps: 5 }));
    let picture: Picture | undefined;
    const full = vi.fn();
    const nothing = () => undefined;
    const gym = createGym({ changed: (next) => { picture = next; }, answered: nothing, refused: nothing, followed: nothing, keeping: nothing, full });
    await gym.reload();
    const log = () => gym.run('LogSet', { id: crypto.randomUUID(), exerciseId: 'squat', reps: 5 });
    expect([await log(), full.mock.calls.length]).toEqual([true, 0]);
    expect([await log(), full.mock.calls.length]).toEqual([false, 1]);
    expect([picture!.workout!.totals.sets, (await all()).length]).toEqual([100, 101]);
    await gym.run('Undo', {});
    expect(await log()).toBe(true);
    await gym.sync();
  });
});
