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

/** Without a plan there is always one more set. */
const open = (entry: Entry) => !entry.skipped && entry.sets.length < (entry.target?.sets ?? Infinity);
const untouched = (entry: Entry) => open(entry) && (entry.target?.sets != null || entry.sets.length === 0);

/** After a set: the superset in turn, else the same exercise until its plan is done, then the next one open. */
function inTurn(workout: Workout, last: Entry): Entry {
  const mates = workout.exercises.filter((each) => each.id === last.id || (last.supersetId !== null && each.supersetId === last.supersetId));
  const turn = mates.filter(open).reduce<Entry | null>((least, each) => (least && least.sets.length <= each.sets.length ? least : each), null);
  const at = workout.exercises.indexOf(last);
  return turn ?? [...workout.exercises.slice(at + 1), ...workout.exercises.slice(0, at)].find(untouched) ?? last;
}

/** The exercise the next set goes to: the one chosen since the last set, else the one whose turn it is. */
export function focused(workout: Workout, focus: string | null): Entry | undefined {
  const chosen = workout.exercises.find((each) => each.exerciseId === focus);
  const last = lastLogged(workout)?.entry;
  return chosen ?? (last ? inTurn(workout, last) : workout.exercises.at(-1));
}

/** The set one tap would log. */
export function nextSet(workout: Workout | null, focus: string | null): NextSet | null {
  const entry = workout ? focused(workout, focus) : undefined;
  const values = entry ? likely(entry) : null;
  return entry && values && measured(values) ? { exerciseId: entry.exerciseId, name: entry.name, values } : null;
}
