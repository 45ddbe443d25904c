import type { Entry, LoggedSet, SetValues, Workout } from '../../types';
import type { CommandEntry } from '../sync/entry';

type Data = SetValues & { id?: string; exerciseId?: string; setId?: string; workoutId?: string; name?: string };

const kilos = (set: SetValues) => (set.load ? set.load.value * (set.load.unit === 'lb' ? 0.45359237 : 1) : 0);

function retotal(workout: Workout): Workout {
  const sets = workout.exercises.flatMap((entry) => entry.sets);
  const counted = sets.filter((set) => set.kind !== 'warmup');
  const totals = {
    sets: sets.length,
    reps: sets.reduce((sum, set) => sum + (set.reps ?? 0), 0),
    volumeKg: counted.reduce((sum, set) => sum + Math.max(0, kilos(set)) * (set.reps ?? 0), 0),
    durationSeconds: workout.totals.durationSeconds,
  };
  return { ...workout, totals };
}

function mapSets(workout: Workout, change: (sets: LoggedSet[], entry: Entry) => LoggedSet[]): Workout {
  const renumber = (sets: LoggedSet[]) => sets.map((set, index) => ({ ...set, number: index + 1 }));
  return retotal({ ...workout, exercises: workout.exercises.map((entry) => ({ ...entry, sets: renumber(change(entry.sets, entry)) })) });
}

function started(command: CommandEntry, data: Data): Workout {
  const totals = { sets: 0, reps: 0, volumeKg: 0, durationSeconds: 0 };
  return { id: data.id ?? command.id, name: data.name ?? null, templateId: null, startedAt: command.at, completedAt: null, note: null, version: 0, exercises: [], totals };
}

function withExercise(workout: Workout, command: CommandEntry, exerciseId: string): Workout {
  if (workout.exercises.some((entry) => entry.exerciseId === exerciseId)) return workout;
  const entry: Entry = { id: command.id, exerciseId, name: command.label ?? exerciseId, supersetId: null, note: null, target: null, previous: [], sets: [] };
  return { ...workout, exercises: [...workout.exercises, entry] };
}

export function lastLogged(workout: Workout): { entry: Entry; set: LoggedSet } | null {
  const all = workout.exercises.flatMap((entry) => entry.sets.map((set) => ({ entry, set })));
  return all.reduce<{ entry: Entry; set: LoggedSet } | null>((last, each) => (last && last.set.loggedAt > each.set.loggedAt ? last : each), null);
}

function logged(workout: Workout, command: CommandEntry, data: Data): Workout {
  const exerciseId = data.exerciseId ?? lastLogged(workout)?.entry.exerciseId;
  const id = data.id ?? command.id;
  // The reply to a set may be lost: the server's copy and the queued one are the same set.
  if (!exerciseId || workout.exercises.some((entry) => entry.sets.some((set) => set.id === id))) return workout;
  const { load, reps, rpe, kind, durationSeconds, distance, note } = data;
  const set: LoggedSet = { id, number: 0, loggedAt: command.at, kind: kind ?? 'working', load, reps, rpe, durationSeconds, distance, note };
  return mapSets(withExercise(workout, command, exerciseId), (sets, entry) => (entry.exerciseId === exerciseId ? [...sets, set] : sets));
}

function corrected(workout: Workout, data: Data): Workout {
  const { setId, workoutId: _workout, ...values } = data;
  return mapSets(workout, (sets) => sets.map((set) => (set.id === setId ? { ...set, ...values, id: set.id } : set)));
}

function without(workout: Workout, setId: string | undefined): Workout {
  return mapSets(workout, (sets) => sets.filter((set) => set.id !== setId));
}

/** What the workout will look like once the server has taken this command; the server's answer replaces the guess. */
export function fold(workout: Workout | null, command: CommandEntry): Workout | null {
  const data = command.data as Data;
  if (command.type === 'StartWorkout') return workout ?? started(command, data);
  if (!workout) return null;
  switch (command.type) {
    case 'AddExercise': return withExercise(workout, command, data.exerciseId ?? '');
    case 'LogSet': return logged(workout, command, data);
    case 'CorrectSet': return corrected(workout, data);
    case 'RemoveSet': return without(workout, data.setId);
    case 'Undo': return without(workout, lastLogged(workout)?.set.id);
    case 'Redo': return workout;
    case 'CompleteWorkout':
    case 'DiscardWorkout': return null;
  }
}

export function foldAll(workout: Workout | null, commands: CommandEntry[]): Workout | null {
  return commands.filter((command) => command.refusal === undefined).reduce(fold, workout);
}
