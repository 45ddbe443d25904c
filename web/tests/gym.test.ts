import { describe, expect, it } from 'vitest';
import type { Luggage } from '../src/features/account/luggage-kept';
import { setCount, takeBack, unpack } from '../src/features/account/move';
import { estimatedOneRepMax, progress, within } from '../src/features/exercises/progress';
import { foldExercises } from '../src/features/exercises/known';
import { nearly, search } from '../src/features/exercises/search';
import { foldSessions } from '../src/features/history/pending';
import { monthDays } from '../src/features/history/months';
import { periods, streak } from '../src/features/history/statistics';
import { foldWeights } from '../src/features/history/weights';
import { captions } from '../src/features/log/picture';
import { changes, platesFor, usualPlates, ways } from '../src/features/log/plates';
import { boxNames, changed, fill, isMeasured, read } from '../src/features/log/sheet-values';
import { extended, followed, remaining, restFor } from '../src/features/log/rest';
import { bind, bound } from '../src/features/templates/supersets';
import { foldTemplates } from '../src/features/templates/template';
import { foldAliases } from '../src/features/voice/aliases';
import { patienceLeft } from '../src/features/voice/hands-free';
import { parseClock, parseNumber, setText } from '../src/format';
import { parseRoute } from '../src/route';
import { placeFor } from '../src/place';
import type { Session } from '../src/storage';
import type { Exercise } from '../src/types';

const kg = (value: number) => ({ value, unit: 'kg' as const });
const set = (id: string, value: number, reps: number) => ({ id, number: 1, loggedAt: '2026-01-01T10:05:00Z', load: kg(value), reps, kind: 'working' as const });
const session = (id: string, startedAt: string, ...sets: ReturnType<typeof set>[]): Session => ({
  id, name: 'Push', templateId: null, startedAt, completedAt: startedAt, note: null, version: 1, exerciseIds: ['bench-press'],
  exercises: [{ id: `e${id}`, exerciseId: 'bench-press', name: 'Bench Press', supersetId: null, note: null, target: null, previous: [], sets }],
  totals: { sets: sets.length, reps: 0, volumeKg: 0, durationSeconds: 0 },
});

describe('plates', () => {
  it.each([[100, [25, 15]], [20, []], [102.5, [25, 15, 1.25]], [21, null], [10, null]])('for %d kg on a 20 kg bar', (load, side) => {
    expect(platesFor(load, 20, usualPlates.kg)).toEqual(side);
  });

  it('change as little as can be on a loaded bar', () => {
    expect(platesFor(110, 20, usualPlates.kg, [20, 20])).toEqual([20, 20, 5]);
    expect(changes([20, 20], [25, 20])).toBe(4);
  });

  it('looks at few enough ways to answer at once, whatever the load', () => {
    expect(platesFor(480, 20, usualPlates.kg)).not.toBeNull();
    const most = Math.max(...[100, 180, 230, 250].map((weight) => [...ways(weight, usualPlates.kg)].length));
    expect(most).toBeLessThan(5000);
  });
});

describe('the set sheet', () => {
  it('shows the boxes of the measure, and those the set has anyway', () => {
    expect(boxNames('time', {})).toEqual(['time', 'load']);
    expect(boxNames('time', { reps: 3 })).toEqual(['time', 'load', 'reps']);
  });

  it('reads what it was filled with', () => {
    const values = { load: kg(82.5), reps: 8, rpe: 8.5, kind: 'warmup' as const, note: 'easy' };
    expect(read(fill(values), boxNames('loadReps', values), 'kg', 'm')).toEqual(values);
    expect(read({ ...fill({}), time: '1:30' }, ['time'], 'kg', 'm')).toEqual({ durationSeconds: 90 });
  });

  it('gives back only what was changed, and null for what was emptied', () => {
    const values = { load: kg(82.5), reps: 8, rpe: 8.5, kind: 'warmup' as const, note: 'easy' };
    const after = (boxes: object) => {
      const all = { ...fill(values), ...boxes };
      return changed(fill(values), all, read(all, boxNames('loadReps', values), 'kg', 'm')!);
    };
    expect([after({}), after({ rpe: '', note: ' ' }), after({ load: '', reps: '9' }), after({ kind: 'working' })]).toEqual([{}, { rpe: null, note: null }, { load: null, reps: 9 }, { kind: 'working' }]);
  });

  it('shows as many decimals as the log keeps', () => {
    const values = { load: kg(1.125), reps: 8, distance: { value: 5.125, unit: 'km' as const } };
    expect(read(fill(values), boxNames('loadReps', values), 'kg', 'km')).toEqual(values);
    expect(setText(values)).toBe('1.125 kg × 8');
  });

  it('takes no words for numbers, and no load for a set', () => {
    expect(read({ ...fill({}), reps: 'eight' }, ['reps'], 'kg', 'm')).toBeNull();
    expect(isMeasured({ load: kg(80) })).toBe(false);
    expect([parseNumber('82,5'), parseClock('1:02:03'), Number.isNaN(parseNumber(''))]).toEqual([82.5, 3723, true]);
  });
});

describe('exercises', () => {
  const all: Exercise[] = [
    { id: 'bench-press', name: 'Bench Press', aliases: ['bench'], equipment: 'barbell', primaryMuscle: 'chest' },
    { id: 'incline-dumbbell-press', name: 'Incline Dumbbell Press', aliases: [], equipment: 'dumbbell', primaryMuscle: 'upper chest' },
    { id: 'romanian-deadlift', name: 'Romanian Deadlift', aliases: ['RDL'], equipment: 'barbell', primaryMuscle: 'hamstrings' },
  ];
  const found = (query: string, muscle = '') => search(all, { query, muscle, equipment: '' }).map((each) => each.id);

  it.each([['bench', 'bench-press'], ['rdl', 'romanian-deadlift'], ['dumbbell incline', 'incline-dumbbell-press'], ['romainan', 'romanian-deadlift'], ['dedlift', 'romanian-deadlift']])(
    'finds %s', (query, id) => expect(found(query)[0]).toBe(id));

  it('finds nothing that was not asked for', () => {
    expect(found('squat')).toEqual([]);
    expect(found('', 'chest')).toEqual(['bench-press']);
    expect([nearly('press', 'pres'), nearly('press', 'prses'), nearly('press', 'bench')]).toEqual([true, true, false]);
  });

  it('shows what this phone changed before it is sent', () => {
    const command = (type: 'CreateExercise' | 'ChangeExercise' | 'ArchiveExercise', data: Record<string, unknown>) => ({ kind: 'command' as const, id: type, at: '', type, data });
    const list = foldExercises(all, [command('CreateExercise', { id: 'x', name: 'Mine' }), command('ChangeExercise', { exerciseId: 'x', restSeconds: 90 }), command('ArchiveExercise', { exerciseId: 'bench-press' })]);
    expect(list.map((each) => each.name)).toEqual(['Incline Dumbbell Press', 'Romanian Deadlift', 'Mine']);
    expect(list.at(-1)?.restSeconds).toBe(90);
  });

  it('estimates by Epley up to twelve reps', () => {
    expect([estimatedOneRepMax(set('a', 100, 1)), Math.round(estimatedOneRepMax(set('a', 100, 8))), estimatedOneRepMax(set('a', 60, 15))]).toEqual([100, 127, 0]);
  });

  it('draws sessions in order and cuts the range', () => {
    const points = progress([session('b', '2026-03-01T10:00:00Z', set('s2', 105, 5)), session('a', '2025-01-01T10:00:00Z', set('s1', 100, 5))], 'bench-press');
    expect(points.map((point) => point.top)).toEqual([100, 105]);
    expect(within(points, '3m', Date.parse('2026-03-02')).map((point) => point.workoutId)).toEqual(['b']);
  });
});

describe('a guest who signs in', () => {
  const packed: Luggage = { from: 'g', sessions: [session('a', '2026-01-01T10:00:00Z', set('s1', 100, 8))], running: { ...session('r', '2026-01-02T10:00:00Z', set('s2', 60, 5)), completedAt: null }, exercises: [] };

  it('is told how much there is, and brings it under the same ids', () => {
    expect(setCount(packed)).toBe(2);
    expect(unpack(packed).map(({ type, data }) => [type, data['id'], data['completedAt']])).toEqual([['RecordWorkout', 'a', '2026-01-01T10:00:00Z'], ['RecordWorkout', 'r', '2026-01-01T10:05:00Z']]);
    expect(takeBack(packed)).toEqual(['a', 'r']);
  });

  it('sends no member that the contract does not know', () => {
    const [first] = unpack(packed);
    const [exercise] = first!.data['exercises'] as { sets: object[] }[];
    expect(Object.keys(exercise!.sets[0]!)).toEqual(['id', 'loggedAt', 'load', 'reps', 'kind']);
  });
});

describe('small things', () => {
  it('folds templates that are not sent yet', () => {
    const made = foldTemplates([], [{ type: 'CreateTemplate', data: { id: 'a', name: 'Push', exercises: [] } }, { type: 'CreateTemplate', data: { id: 'b', name: 'Pull' } }, { type: 'ReorderTemplates', data: { order: ['b', 'a'] } }, { type: 'DeleteTemplate', data: { templateId: 'a' } }]);
    expect(made.map((each) => each.name)).toEqual(['Pull']);
  });

  it('keeps the rest true over a clock that jumps', () => {
    const rest = restFor(90, 1000);
    expect([remaining(rest, 31_000), remaining(rest, -3_600_000), remaining(rest, 9_999_999)]).toEqual([60, 90, 0]);
    expect(extended(rest, 30, 31_000).endsAt).toBe(121_000);
    // Set back an hour with a minute left: a minute is left.
    expect([remaining(followed(rest, 31_000, 31_000 - 3_600_000), 31_000 - 3_600_000), followed(rest, 31_000, 32_000)]).toEqual([60, rest]);
    expect([patienceLeft(1000, 61_000), patienceLeft(1000, 200_000)]).toEqual([60_000, 0]);
  });

  it('lays out a month from Monday', () => {
    const days = monthDays(new Date(2026, 1, 1), [new Date(2026, 1, 3, 12).toISOString()], new Date(2026, 1, 28));
    expect([days.filter((day) => day.blank).length, days.length, days.find((day) => day.trained)?.text, days.at(-1)?.today]).toEqual([6, 34, '3', true]);
  });

  it.each([['#history', 'history', ''], ['#session/a%2Fb', 'session', 'a/b'], ['#reset=abc', 'account', 'reset=abc'], ['#session/%', 'log', ''], ['#nowhere', 'log', ''], ['', 'log', '']])('reads the address %s', (hash, view, id) => {
    expect(parseRoute(hash)).toMatchObject({ view, id });
  });
});

describe('statistics on the phone', () => {
  const now = new Date(2026, 2, 19, 12);
  const at = (month: number, day: number) => new Date(2026, month - 1, day, 9).toISOString();
  const bench: Exercise = { id: 'bench-press', name: 'Bench Press', primaryMuscle: 'chest', secondaryMuscles: ['triceps'] };
  const all = [session('a', at(3, 17), set('1', 100, 5), { ...set('2', 60, 5), kind: 'warmup' as never }), session('b', at(3, 2), set('3', 100, 5)), session('c', at(3, 12), set('4', 90, 5))];

  it('sum hard sets by week, the empty ones too, and by muscle whole and half', () => {
    const weeks = periods(all, [bench], 'week', now, 26);
    expect(weeks.map((week) => [week.start.getDate(), week.sessions, week.sets, week.volume])).toEqual([[16, 1, 1, 500], [9, 1, 1, 450], [2, 1, 1, 500]]);
    expect([...weeks[0]!.muscles]).toEqual([['chest', 1], ['triceps', 0.5]]);
    expect(periods(all, [bench], 'month', now, 24).map((month) => month.sets)).toEqual([3]);
    expect(periods([session('d', at(1, 5), set('5', 1, 1))], [], 'week', now, 5).map((week) => week.sessions)).toEqual([0, 0, 0, 0, 0]);
    expect(periods([], [], 'week', now, 5)).toEqual([]);
  });

  it('counts weeks in a row up to this one or the last', () => {
    expect([streak(all, now), streak(all, new Date(2026, 2, 24)), streak(all, new Date(2026, 3, 10)), streak([], now)]).toEqual([3, 3, 0, 0]);
  });
});

describe('a list that is dragged', () => {
  const boxes = [0, 60, 120, 220].map((top, place) => ({ top, height: place === 2 ? 88 : 48 }));
  it.each([[0, 0, 0], [0, 50, 1], [0, 400, 3], [3, -30, 3], [3, -60, 2], [3, -400, 0], [1, 70, 2], [2, -80, 1]])('puts item %d, moved by %d, at %d', (from, by, to) => expect(placeFor(from, boxes, by)).toBe(to));
});

describe('supersets of a template', () => {
  const ids = (all: { supersetId?: string | null }[]) => all.map((each) => each.supersetId ?? '-').join('');
  const plain = ['a', 'b', 'c', 'd'].map((exerciseId) => ({ exerciseId }));

  it('bind to the one above and let go with what hangs on them', () => {
    const two = bind(plain, 1, 'x');
    const three = bind(two, 2, 'y');
    expect([ids(two), ids(three), ids(bind(three, 1, 'z')), ids(bind(three, 2, 'z'))]).toEqual(['xx--', 'xxx-', 'xzz-', 'xx--']);
    expect([bound(three, 0), bound(three, 2), bound(three, 3)]).toEqual([false, true, false]);
  });
});

describe('a workout as a picture', () => {
  it('says same sets once, and how many exercises had no room', () => {
    const workout = session('a', '2026-01-01T10:00:00Z', set('1', 100, 5), set('2', 100, 5), set('3', 90, 8));
    expect(captions(workout, 'kg').lines).toEqual([{ name: 'Bench Press', sets: '2 × 100 kg × 5, 90 kg × 8', record: false }]);
    const long = { ...workout, exercises: Array.from({ length: 12 }, () => workout.exercises[0]!) };
    expect([captions(long, 'kg').lines.length, captions(long, 'kg').rest]).toEqual([8, 'and 4 more exercises']);
  });
});

describe('body weight and learned names', () => {
  const queued = (type: string, data: object) => ({ kind: 'command', id: type, at: '', type, data }) as never;

  it('show what was changed here and not sent yet', () => {
    const held = [{ id: 'a', weight: kg(80), measuredAt: '2026-01-01T07:00:00Z' }];
    const log = queued('LogBodyWeight', { id: 'b', weight: kg(79), measuredAt: '2026-01-02T07:00:00Z' });
    expect(foldWeights([...held], [log, log]).map((each) => each.id)).toEqual(['b', 'a']);
    expect(foldWeights([...held], [log, queued('RemoveBodyWeight', { id: 'a' })]).map((each) => each.id)).toEqual(['b']);
    const alias = { id: 'x', phrase: 'chest thing', exerciseId: 'bench-press', name: 'Bench Press', learnedAt: '' };
    expect([foldAliases([alias], []).length, foldAliases([alias], [queued('ForgetAlias', { aliasId: 'x' })]).length]).toEqual([1, 0]);
  });
});

describe('history before it is sent', () => {
  const queued = (type: string, data: object) => ({ kind: 'command', id: type, at: '2026-01-03T10:00:00Z', type, data }) as never;
  const first = session('a', '2026-01-01T10:00:00Z', set('1', 100, 5));

  it('has what was finished, put right and deleted here', () => {
    const second = session('b', '2026-01-02T10:00:00Z', set('2', 90, 5));
    expect(foldSessions([first], [second], []).map((each) => each.id)).toEqual(['b', 'a']);
    expect(foldSessions([first], [first], []).length).toBe(1);
    const fixed = foldSessions([first], [], [queued('CorrectSet', { workoutId: 'a', setId: '1', reps: 6 })]);
    expect(fixed[0]!.exercises[0]!.sets[0]!.reps).toBe(6);
    expect(foldSessions([first], [], [queued('DeleteWorkout', { workoutId: 'a' })])).toEqual([]);
    expect(foldSessions([first], [], [queued('DeleteWorkout', { workoutId: 'a' }), queued('RestoreWorkout', { workoutId: 'a' })]).length).toBe(1);
  });
});
