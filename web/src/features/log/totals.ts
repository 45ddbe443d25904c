import type { LoggedSet, SetValues, Workout } from '../../types';

const poundInKilos = 0.45359237;

export const kilos = (set: SetValues): number => (set.load ? set.load.value * (set.load.unit === 'lb' ? poundInKilos : 1) : 0);

/** Kilos lifted: warm-ups count as sets but lift no volume, and assistance lifts none. */
export const volume = (set: SetValues): number => (set.kind === 'warmup' ? 0 : Math.max(0, kilos(set)) * (set.reps ?? 0));

export function retotal(workout: Workout): Workout {
  const sets: LoggedSet[] = workout.exercises.flatMap((entry) => entry.sets);
  const totals = {
    sets: sets.length,
    reps: sets.reduce((sum, set) => sum + (set.reps ?? 0), 0),
    volumeKg: sets.reduce((sum, set) => sum + volume(set), 0),
    durationSeconds: workout.totals.durationSeconds,
  };
  return { ...workout, totals };
}
