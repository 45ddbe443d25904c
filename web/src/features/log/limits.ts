import type { Entry, Measure, SetValues, Workout } from '../../types';
import type { CommandType } from '../sync/entry';

/** As the domain has them: what does not fit is refused here, where the lifter still has it in hand, and not by the server hours later. */
export const most = { exercises: 50, sets: 100, plannedSets: 20, templates: 100, ownExercises: 500, reps: 1000, load: 2000, restSeconds: 3600 } as const;

function roomFor(workout: Workout, exerciseId: string): boolean {
  // The same exercise may stand twice: the later one counts.
  const entry = workout.exercises.filter((each) => each.exerciseId === exerciseId).at(-1);
  return entry ? entry.sets.length < most.sets : workout.exercises.length < most.exercises;
}

const entryOf = (workout: Workout, setId: unknown): Entry | undefined => workout.exercises.find((entry) => entry.sets.some((set) => set.id === setId));

/** Whether the running workout can take what this command would put into it. */
export function fits(workout: Workout | null, type: CommandType, data: Record<string, unknown>): boolean {
  const exerciseId = data['exerciseId'];
  if (!workout || typeof exerciseId !== 'string') return true;
  const isThere = workout.exercises.some((entry) => entry.exerciseId === exerciseId);
  if (type === 'AddExercise') return workout.exercises.length < most.exercises || (data['focus'] === true && isThere);
  if (type === 'LogSet') return roomFor(workout, exerciseId);
  const from = type === 'CorrectSet' ? entryOf(workout, data['setId']) : undefined;
  return !from || from.exerciseId === exerciseId || roomFor(workout, exerciseId);
}

const isWhole = (value: number, least: number, top: number) => Number.isInteger(value) && value >= least && value <= top;
const isFine = (value: number) => Math.round(value * 1000) / 1000 === value;
const metres = { m: 1, km: 1000, mi: 1609.344, yd: 0.9144 } as const;

export const isReps = (value: number): boolean => isWhole(value, 1, most.reps);
export const isRest = (value: number): boolean => isWhole(value, 0, most.restSeconds);
export const isLoad = (value: number, least = -most.load): boolean => value >= least && value <= most.load && isFine(value);

/** The first of a set's values that the log would not take; undefined where it takes all. */
export function offLimits({ load, reps, rpe, durationSeconds, distance }: SetValues, measure: Measure = 'loadReps'): string | undefined {
  const assisted = measure === 'assistedReps' || measure === 'bodyweightReps';
  if (load && !isLoad(load.value, assisted ? -most.load : 0)) return 'load';
  if (reps != null && !isReps(reps)) return 'reps';
  if (durationSeconds != null && !isWhole(durationSeconds, 1, 86_400)) return 'durationSeconds';
  if (distance && !(distance.value > 0 && distance.value * metres[distance.unit] <= 1_000_000 && isFine(distance.value))) return 'distance';
  return rpe != null && !(rpe >= 1 && rpe <= 10 && Number.isInteger(rpe * 2)) ? 'rpe' : undefined;
}
