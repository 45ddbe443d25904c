import { describe, expect, it } from 'vitest';
import type { CommandEntry, CommandType, OutboxEntry } from '../src/features/sync/entry';
import { foldAll, foldLog } from '../src/features/log/fold-log';
import { nextSet } from '../src/features/log/next-set';
import { setText } from '../src/format';

let tick = 0;
const run = (type: CommandType, data: Record<string, unknown> = {}, label?: string): CommandEntry =>
  ({ kind: 'command', id: `c${++tick}`, at: new Date(1.7e12 + tick * 1000).toISOString(), type, data, ...(label ? { hint: { name: label } } : {}) });
const set = (id: string, value = 100, reps = 8) => run('LogSet', { id, exerciseId: 'bench-press', load: { value, unit: 'kg' }, reps }, 'Bench Press');

describe('what the phone shows before the server has answered', () => {
  it('adds sets under their exercise and counts them', () => {
    const workout = foldAll(null, [run('StartWorkout', { id: 'w' }), set('s1'), set('s2', 102.5, 5)]);
    expect(workout?.exercises.map((entry) => [entry.name, entry.sets.map((each) => each.number)])).toEqual([['Bench Press', [1, 2]]]);
    expect(workout?.totals).toMatchObject({ sets: 2, reps: 13, volumeKg: 1312.5 });
  });

  it('puts a set of an exercise that stands twice where the newest one is, else into the later one, and into one only', () => {
    const started = foldAll(null, [run('StartWorkout', { id: 'w' }), set('s1')])!;
    const twice = { ...started, exercises: [started.exercises[0]!, { ...started.exercises[0]!, id: 'later', sets: [] }] };
    const sets = (workout: typeof twice | null) => workout!.exercises.map((entry) => entry.sets.map((each) => each.id));
    expect(sets(foldAll(twice, [set('s2')]))).toEqual([['s1', 's2'], []]);
    const untouched = { ...twice, exercises: twice.exercises.map((entry) => ({ ...entry, sets: [] })) };
    expect(sets(foldAll(untouched, [set('s2'), set('s3')]))).toEqual([[], ['s2', 's3']]);
  });

  it('takes a set twice for one, and a refused one for none', () => {
    const twice = set('s1');
    const workout = foldAll(null, [run('StartWorkout'), twice, twice, { ...set('s2'), refusal: 'no' }]);
    expect(workout?.totals.sets).toBe(1);
  });

  it('corrects and removes', () => {
    const start = [run('StartWorkout', { id: 'w' }), set('s1'), set('s2'), set('s3')];
    const workout = foldAll(null, [...start, run('CorrectSet', { workoutId: 'w', setId: 's1', reps: 9 }), run('RemoveSet', { workoutId: 'w', setId: 's2' })]);
    expect(workout?.exercises[0]?.sets.map((each) => [each.id, each.number, each.reps])).toEqual([['s1', 1, 9], ['s3', 2, 8]]);
  });

  it('moves a set to the exercise it was, whether that is there or not', () => {
    const start = [run('StartWorkout', { id: 'w' }), set('s1'), set('s2')];
    const sets = (...commands: CommandEntry[]) => foldAll(null, [...start, ...commands])!.exercises.map((entry) => [entry.exerciseId, entry.sets.map((each) => each.id).join()]);
    const moved = run('CorrectSet', { workoutId: 'w', setId: 's2', exerciseId: 'squat' }, 'Squat');
    expect(sets(moved)).toEqual([['bench-press', 's1'], ['squat', 's2']]);
    expect(sets(moved, run('CorrectSet', { workoutId: 'w', setId: 's2', exerciseId: 'bench-press' }))).toEqual([['bench-press', 's1,s2'], ['squat', '']]);
  });

  it('takes away what is null and keeps what is left out', () => {
    const start = [run('StartWorkout', { id: 'w', name: 'Push' }), set('s1'), run('CorrectSet', { workoutId: 'w', setId: 's1', rpe: 9, note: 'heavy' })];
    const workout = foldAll(null, [...start, run('CorrectSet', { workoutId: 'w', setId: 's1', load: null, rpe: null }), run('DescribeWorkout', { note: 'hot' })])!;
    expect([workout.exercises[0]!.sets[0], workout.name, workout.note]).toMatchObject([{ load: null, reps: 8, rpe: null, note: 'heavy' }, 'Push', 'hot']);
    expect(foldAll(workout, [run('DescribeWorkout', { name: null })])).toMatchObject({ name: null, note: 'hot' });
  });

  it('undoes the last command, whatever it was, and puts it back', () => {
    const queue = [run('StartWorkout', { id: 'w' }), set('s1'), run('CorrectSet', { workoutId: 'w', setId: 's1', reps: 9 }), run('Undo')];
    expect(foldAll(null, queue)?.exercises[0]?.sets[0]?.reps).toBe(8);
    expect(foldAll(null, [...queue, run('Redo')])?.exercises[0]?.sets[0]?.reps).toBe(9);
    const sent = foldAll(null, [run('StartWorkout', { id: 'w' }), set('s1')]);
    expect(foldAll(sent, [run('Undo')])?.totals.sets).toBe(0);
  });

  it('takes back nothing but what was done to the running workout', () => {
    const beside = [run('LogBodyWeight', { id: 'b' }), run('CreateTemplate', { id: 't' }), run('CorrectSet', { workoutId: 'past', setId: 'p1', reps: 1 })];
    const log = foldLog(null, [run('StartWorkout', { id: 'w' }), set('s1'), set('s2'), ...beside, run('Undo')]);
    expect(log.workout?.exercises[0]?.sets.map((each) => each.id)).toEqual(['s1']);
  });

  it('takes back what an undo names, and nothing where that was refused or is not the last', () => {
    const [first, second] = [set('s1'), set('s2')];
    const sets = (...more: OutboxEntry[]) => foldAll(null, [run('StartWorkout', { id: 'w' }), first, ...more])?.exercises[0]?.sets.map((each) => each.id).join('');
    const undo = (commandId: string, more = {}) => ({ ...run('Undo', { commandId }), ...more });
    expect([sets(second, undo(second.id)), sets(second, undo(first.id)), sets({ ...second, refusal: 'no' }, undo(second.id))]).toEqual(['s1', 's1s2', 's1']);
    expect(sets(undo('a sentence', { unsaid: true }))).toBe('s1');
    expect(sets(second, undo(second.id), undo(first.id), run('Redo'), run('Redo'))).toBe('s1s2');
  });

  it('knows what the next undo means, a sentence that waits included', () => {
    const [start, first] = [run('StartWorkout', { id: 'w' }), set('s1')];
    const said: OutboxEntry = { kind: 'voice', id: 'said', at: first.at, transcript: 'row 60 for 10', alternatives: [] };
    const last = (...entries: OutboxEntry[]) => foldLog(null, entries).last;
    const weight = run('LogBodyWeight', { id: 'b' });
    const [undo, redo] = [run('Undo', { commandId: first.id }), run('Redo')];
    expect([last(), last(weight), last(start, first, weight), last(start, first, said, weight)]).toEqual([undefined, undefined, first.id, 'said']);
    expect([last(start, first, undo), last(start, first, undo, redo), last(start, { ...first, refusal: 'no' })]).toEqual([start.id, redo.id, start.id]);
  });

  it('moves, replaces and removes exercises, and leaves another workout alone', () => {
    const queue = [run('StartWorkout', { id: 'w' }), set('s1'), run('AddExercise', { exerciseId: 'squat' }, 'Squat')];
    const [bench, squat] = foldAll(null, queue)!.exercises.map((entry) => entry.id);
    const after = (...more: CommandEntry[]) => foldAll(null, [...queue, ...more])?.exercises.map((entry) => entry.name);
    expect(after(run('ReorderExercises', { order: [squat, bench] }))).toEqual(['Squat', 'Bench Press']);
    expect(after(run('ReplaceExercise', { entryId: squat, exerciseId: 'leg-press' }, 'Leg Press'))).toEqual(['Bench Press', 'Leg Press']);
    expect(after(run('RemoveExercise', { entryId: bench }))).toEqual(['Squat']);
    expect(foldAll(null, [...queue, run('RemoveSet', { workoutId: 'other', setId: 's1' })])?.totals.sets).toBe(1);
  });

  it('has nothing to add to without a workout, and nothing left after the end', () => {
    expect(foldAll(null, [set('s1')])).toBeNull();
    expect(foldAll(null, [run('StartWorkout'), set('s1'), run('CompleteWorkout')])).toBeNull();
  });

  it('offers the last set again, or nothing it would have to guess', () => {
    const workout = foldAll(null, [run('StartWorkout'), set('s1'), run('AddExercise', { exerciseId: 'squat' }, 'Squat')]);
    expect(nextSet(workout, null)).toMatchObject({ exerciseId: 'bench-press', values: { reps: 8 } });
    expect(nextSet(workout, 'squat')).toBeNull();
  });

  it('goes round a superset in turn, and on where the plan is done', () => {
    const squat = (id: string) => run('LogSet', { id, exerciseId: 'squat', reps: 5 }, 'Squat');
    const queue = [run('StartWorkout', { id: 'w' }), run('AddExercise', { id: 'a', exerciseId: 'bench-press' }, 'Bench Press'), run('AddExercise', { id: 'b', exerciseId: 'squat' }, 'Squat'), set('s1'), squat('t1')];
    const bound = [...queue, run('MakeSuperset', { id: 'x', entryIds: ['a', 'b'] })];
    const next = (commands: CommandEntry[]) => nextSet(foldAll(null, commands), null)?.exerciseId;
    expect([next(queue), next(bound), next([...bound, set('s2')]), next([...bound, set('s2'), squat('t2')])]).toEqual(['squat', 'bench-press', 'squat', 'bench-press']);
    expect(next([...bound, run('BreakSuperset', { supersetId: 'x' })])).toBe('squat');
    const workout = foldAll(null, queue)!;
    const planned = { ...workout, exercises: workout.exercises.map((entry) => ({ ...entry, target: { sets: entry.id === 'b' ? 1 : 2 } })) };
    expect(nextSet(planned, null)?.exerciseId).toBe('bench-press');
  });

  it.each([
    [{ load: { value: 100, unit: 'kg' as const }, reps: 8 }, '100 kg × 8'],
    [{ reps: 1 }, '1 rep'],
    [{ durationSeconds: 90 }, '1:30'],
    [{ load: { value: 40, unit: 'kg' as const }, distance: { value: 30, unit: 'm' as const } }, '40 kg · 30 m'],
  ])('writes %j as %s', (values, text) => expect(setText(values)).toBe(text));
});
