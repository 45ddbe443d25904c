import type { Entry, SetValues, Workout } from '../../types';
import { lastLogged } from './fold';

export interface NextSet { exerciseId: string; name: string; values: SetValues }

const pick = ({ load, reps, durationSeconds, distance }: SetValues): SetValues => ({ load, reps, durationSeconds, distance });
const measured = (values: SetValues) => values.reps != null || values.durationSeconds != null || values.distance != null;

export function likely(entry: Entry): SetValues | null {
  const last = entry.sets.at(-1);
  if (last) return pick(last);
  const target = entry.target;
  if (target?.reps) return { load: target.load ?? entry.previous[0]?.load, reps: target.reps.min };
  return entry.previous[0] ? pick(entry.previous[0]) : null;
}

/** The exercise the next set goes to: the one chosen, else the one logged last. */
export function focused(workout: Workout, focus: string | null): Entry | undefined {
  return workout.exercises.find((each) => each.exerciseId === focus) ?? lastLogged(workout)?.entry ?? workout.exercises.at(-1);
}

/** The set one tap would log. */
export function nextSet(workout: Workout | null, focus: string | null): NextSet | null {
  const entry = workout ? focused(workout, focus) : undefined;
  const values = entry ? likely(entry) : null;
  return entry && values && measured(values) ? { exerciseId: entry.exerciseId, name: entry.name, values } : null;
}
