import type { PlannedExercise } from './template';

/** Whether it is done in turn with the exercise above it. */
export function bound(all: PlannedExercise[], place: number): boolean {
  const id = all[place]?.supersetId ?? null;
  return place > 0 && id !== null && all[place - 1]?.supersetId === id;
}

/** Binds an exercise to the one above it, or lets it go; those below that hung on it go with it. */
export function bind(all: PlannedExercise[], place: number, fresh: string): PlannedExercise[] {
  if (!bound(all, place)) {
    const id = all[place - 1]?.supersetId ?? fresh;
    return all.map((each, at) => (at === place - 1 || at === place ? { ...each, supersetId: id } : each));
  }

  const id = all[place]!.supersetId;
  const end = all.findIndex((each, at) => at > place && each.supersetId !== id);
  const tail = all.slice(place, end < 0 ? all.length : end).length;
  return all.map((each, at) => (at >= place && at < place + tail ? { ...each, supersetId: tail > 1 ? fresh : null } : each));
}
