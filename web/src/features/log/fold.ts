import type { Entry, LoggedSet, SetValues, Workout } from '../../types';
import type { CommandEntry } from '../sync/entry';
import { retotal } from './totals';

type Data = SetValues & { id?: string; exerciseId?: string; entryId?: string; setId?: string; workoutId?: string; templateId?: string; name?: string | null; order?: string[]; entryIds?: string[]; supersetId?: string | null };

function mapSets(workout: Workout, change: (sets: LoggedSet[], entry: Entry) => LoggedSet[]): Workout {
  const renumber = (sets: LoggedSet[]) => sets.map((set, index) => ({ ...set, number: index + 1 }));
  return retotal({ ...workout, exercises: workout.exercises.map((entry) => ({ ...entry, sets: renumber(change(entry.sets, entry)) })) });
}

function mapEntry(workout: Workout, entryId: string | undefined, change: (entry: Entry) => Entry): Workout {
  return { ...workout, exercises: workout.exercises.map((entry) => (entry.id === entryId ? change(entry) : entry)) };
}

function started(command: CommandEntry, data: Data): Workout {
  const totals = { sets: 0, reps: 0, volumeKg: 0, durationSeconds: 0 };
  return { id: data.id ?? command.id, name: data.name ?? command.hint?.name ?? null, templateId: data.templateId ?? null, startedAt: command.at, completedAt: null, note: null, version: 0, exercises: command.hint?.entries ?? [], totals };
}

function withExercise(workout: Workout, command: CommandEntry, exerciseId: string, id = command.id): Workout {
  if (workout.exercises.some((entry) => entry.exerciseId === exerciseId)) return workout;
  const { name = exerciseId, measure } = command.hint ?? {};
  const entry: Entry = { id, exerciseId, name, measure, supersetId: null, note: null, target: null, previous: [], sets: [] };
  return { ...workout, exercises: [...workout.exercises, entry] };
}

export function lastLogged(workout: Workout): { entry: Entry; set: LoggedSet } | null {
  const all = workout.exercises.flatMap((entry) => entry.sets.map((set) => ({ entry, set })));
  return all.reduce<{ entry: Entry; set: LoggedSet } | null>((last, each) => (last && last.set.loggedAt > each.set.loggedAt ? last : each), null);
}

/** Where an exercise stands in a workout. It may stand twice: the one with the newest set counts, else the later one, as for the server. */
export function standing(workout: Workout, exerciseId: string | undefined): Entry | undefined {
  const newest = lastLogged(workout)?.entry;
  return newest?.exerciseId === exerciseId ? newest : workout.exercises.filter((entry) => entry.exerciseId === exerciseId).at(-1);
}

function logged(workout: Workout, command: CommandEntry, data: Data): Workout {
  const exerciseId = data.exerciseId ?? lastLogged(workout)?.entry.exerciseId;
  const id = data.id ?? command.id;
  // The reply to a set may be lost: the server's copy and the queued one are the same set.
  if (!exerciseId || workout.exercises.some((entry) => entry.sets.some((set) => set.id === id))) return workout;
  const { load, reps, rpe, kind, side, durationSeconds, distance, note } = data;
  const set: LoggedSet = { id, number: 0, loggedAt: command.at, kind: kind ?? 'working', load, reps, rpe, side, durationSeconds, distance, note };
  const into = withExercise(workout, command, exerciseId);
  const taker = standing(into, exerciseId)?.id;
  return mapSets(into, (sets, entry) => (entry.id === taker ? [...sets, set] : sets));
}

function corrected(workout: Workout, command: CommandEntry, data: Data): Workout {
  const { setId, workoutId: _workout, exerciseId, ...values } = data;
  const from = workout.exercises.find((entry) => entry.sets.some((set) => set.id === setId));
  const change = (set: LoggedSet) => (set.id === setId ? { ...set, ...values, id: set.id } : set);
  if (!from || !exerciseId || exerciseId === from.exerciseId) return mapSets(workout, (sets) => sets.map(change));
  const into = withExercise(workout, command, exerciseId);
  const [taker, moved] = [standing(into, exerciseId)?.id, change(from.sets.find((set) => set.id === setId)!)];
  return mapSets(into, (sets, entry) => (entry.id === taker ? [...sets, moved] : sets.filter((set) => set.id !== setId)));
}

// Null takes it away.
function described(workout: Workout, { name = workout.name, note = workout.note }: Data): Workout {
  return { ...workout, name, note };
}

function reordered(workout: Workout, order: string[]): Workout {
  const place = (entry: Entry) => (order.includes(entry.id) ? order.indexOf(entry.id) : order.length);
  return { ...workout, exercises: [...workout.exercises].sort((a, b) => place(a) - place(b)) };
}

function bound(workout: Workout, id: string, entryIds: string[]): Workout {
  return { ...workout, exercises: workout.exercises.map((entry) => (entryIds.includes(entry.id) ? { ...entry, supersetId: id } : entry)) };
}

function unbound(workout: Workout, id: string): Workout {
  return { ...workout, exercises: workout.exercises.map((entry) => (entry.supersetId === id ? { ...entry, supersetId: null } : entry)) };
}

const without = (workout: Workout, setId: string | undefined) => mapSets(workout, (sets) => sets.filter((set) => set.id !== setId));

function replaced(entry: Entry, command: CommandEntry, exerciseId: string): Entry {
  const { name = exerciseId, measure } = command.hint ?? {};
  return { ...entry, exerciseId, name, measure, previous: [] };
}

/** What the workout will look like once the server has taken this command; the server's answer replaces the guess. */
export function fold(workout: Workout | null, command: CommandEntry): Workout | null {
  const data = command.data as Data;
  if (command.type === 'StartWorkout') return workout ?? started(command, data);
  if (!workout || (data.workoutId && data.workoutId !== workout.id)) return workout;
  switch (command.type) {
    case 'DescribeWorkout': return described(workout, data);
    case 'AddExercise': return withExercise(workout, command, data.exerciseId ?? '', data.id);
    case 'ReplaceExercise': return mapEntry(workout, data.entryId, (entry) => replaced(entry, command, data.exerciseId ?? ''));
    case 'DescribeExercise': return mapEntry(workout, data.entryId, (entry) => ({ ...entry, note: data.note ?? null, supersetId: data.supersetId ?? null }));
    case 'RemoveExercise': return retotal({ ...workout, exercises: workout.exercises.filter((entry) => entry.id !== data.entryId) });
    case 'ReorderExercises': return reordered(workout, data.order ?? []);
    case 'MakeSuperset': return bound(workout, data.id ?? command.id, data.entryIds ?? []);
    case 'BreakSuperset': return unbound(workout, data.supersetId ?? '');
    case 'LogSet': return logged(workout, command, data);
    case 'CorrectSet': return corrected(workout, command, data);
    case 'RemoveSet': return without(workout, data.setId);
    case 'Undo': return without(workout, lastLogged(workout)?.set.id);
    case 'CompleteWorkout':
    case 'DiscardWorkout': return null;
    default: return workout;
  }
}
