import type { Session } from '../../storage';
import type { Exercise } from '../../types';
import { volume } from '../log/totals';

export type Bucket = 'week' | 'month';

/** A week from Monday or a month, on this phone's calendar. Volume in kilograms; sets are hard ones, warm-ups left out. */
export interface Period { start: Date; sessions: number; sets: number; volume: number; seconds: number; muscles: Map<string, number> }

export function startOf(time: Date, bucket: Bucket): Date {
  const back = bucket === 'month' ? time.getDate() - 1 : (time.getDay() + 6) % 7;
  return new Date(time.getFullYear(), time.getMonth(), time.getDate() - back);
}

const before = (start: Date, bucket: Bucket): Date =>
  bucket === 'month' ? new Date(start.getFullYear(), start.getMonth() - 1, 1) : new Date(start.getFullYear(), start.getMonth(), start.getDate() - 7);

const empty = (start: Date): Period => ({ start, sessions: 0, sets: 0, volume: 0, seconds: 0, muscles: new Map() });

/** A set counts whole for the primary muscle and half for each secondary one. */
function add(period: Period, session: Session, known: Map<string, Exercise>): void {
  period.sessions += 1;
  period.seconds += session.totals.durationSeconds;
  for (const { exerciseId, sets } of session.exercises) {
    const hard = sets.filter((set) => set.kind !== 'warmup');
    period.sets += hard.length;
    period.volume += hard.reduce((sum, set) => sum + volume(set), 0);
    const exercise = known.get(exerciseId);
    if (!exercise || hard.length === 0) continue;
    const trains = (muscle: string, share: number) => period.muscles.set(muscle, (period.muscles.get(muscle) ?? 0) + hard.length * share);
    if (exercise.primaryMuscle) trains(exercise.primaryMuscle, 1);
    for (const muscle of exercise.secondaryMuscles ?? []) trains(muscle, 0.5);
  }
}

/** The newest periods up to now, newest first, those without training too; none before the first session. */
export function periods(sessions: Session[], exercises: Exercise[], bucket: Bucket, now: Date, most: number): Period[] {
  const first = sessions.reduce((least, session) => Math.min(least, Date.parse(session.startedAt)), Infinity);
  const all: Period[] = [];
  for (let start = startOf(now, bucket); all.length < most && first !== Infinity && (all.length === 0 || start >= startOf(new Date(first), bucket)); start = before(start, bucket)) all.push(empty(start));
  const known = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  const byStart = new Map(all.map((period) => [period.start.getTime(), period]));
  for (const session of sessions) {
    const period = byStart.get(startOf(new Date(session.startedAt), bucket).getTime());
    if (period) add(period, session, known);
  }
  return all;
}

/** Weeks in a row with a session, up to this one or, while it has none yet, the last. */
export function streak(sessions: Session[], now: Date): number {
  const trained = new Set(sessions.map((session) => startOf(new Date(session.startedAt), 'week').getTime()));
  let week = startOf(now, 'week');
  if (!trained.has(week.getTime())) week = before(week, 'week');
  let weeks = 0;
  for (; trained.has(week.getTime()); week = before(week, 'week')) weeks += 1;
  return weeks;
}
