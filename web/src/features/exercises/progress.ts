import { kilos, volume } from '../log/totals';
import type { Session } from '../../storage';
import type { SetValues } from '../../types';

/** One session of an exercise, as charts and tables need it. Weights in kilograms. */
export interface Point { at: string; workoutId: string; e1rm: number; volume: number; top: number; topSet: SetValues; sets: SetValues[] }

/** Epley's estimate, load × (1 + reps / 30), for up to 12 reps; one rep is itself, and beyond 12 it says nothing. */
export function estimatedOneRepMax(set: SetValues): number {
  const reps = set.reps ?? 0;
  if (reps < 1 || reps > 12 || set.kind === 'warmup') return 0;
  return reps === 1 ? kilos(set) : kilos(set) * (1 + reps / 30);
}

const better = (a: SetValues, b: SetValues) => kilos(b) - kilos(a) || (b.reps ?? 0) - (a.reps ?? 0) || (b.durationSeconds ?? 0) - (a.durationSeconds ?? 0);

/** Oldest first; sessions without a working set are left out. */
export function progress(sessions: Session[], exerciseId: string): Point[] {
  return sessions.flatMap((session) => {
    const sets = session.exercises.filter((entry) => entry.exerciseId === exerciseId).flatMap((entry) => entry.sets);
    const worked = sets.filter((set) => set.kind !== 'warmup');
    const topSet = [...worked].sort(better)[0];
    if (!topSet) return [];
    const point = { at: session.startedAt, workoutId: session.id, topSet, sets, top: kilos(topSet) };
    return [{ ...point, e1rm: Math.max(...worked.map(estimatedOneRepMax)), volume: worked.reduce((sum, set) => sum + volume(set), 0) }];
  }).sort((a, b) => (a.at < b.at ? -1 : 1));
}

export type Range = '3m' | '1y' | 'all';
const days: Record<Range, number> = { '3m': 92, '1y': 366, all: Infinity };

export const within = (points: Point[], range: Range, now: number): Point[] => points.filter((point) => now - Date.parse(point.at) <= days[range] * 86_400_000);

/** The best of each kind, with the session it is from. */
export function bests(points: Point[]): { kind: 'maxLoad' | 'estimatedOneRepMax' | 'maxSessionVolume'; point: Point }[] {
  const best = (kind: 'maxLoad' | 'estimatedOneRepMax' | 'maxSessionVolume', of: (point: Point) => number) => {
    const point = points.reduce<Point | null>((top, each) => (of(each) > (top ? of(top) : 0) ? each : top), null);
    return point ? [{ kind, point }] : [];
  };
  return [...best('maxLoad', (point) => point.top), ...best('estimatedOneRepMax', (point) => point.e1rm), ...best('maxSessionVolume', (point) => point.volume)];
}
