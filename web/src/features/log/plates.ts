import type { WeightUnit } from '../../types';

export const usualPlates: Record<WeightUnit, number[]> = { kg: [25, 20, 15, 10, 5, 2.5, 1.25], lb: [45, 35, 25, 10, 5, 2.5] };
export const usualBar: Record<WeightUnit, number> = { kg: 20, lb: 45 };

/** The smallest increase that gyms have: two small plates, or the next dumbbell. */
export const usualStep = (unit: WeightUnit, equipment?: string | null): number => (unit === 'lb' ? 5 : equipment === 'dumbbell' ? 2 : 2.5);

const most = 10;

/** Every way to hang a weight on one side, heaviest plate first. */
export function* ways(weight: number, kinds: number[], from = 0, hung: number[] = []): Generator<number[]> {
  if (weight === 0) yield hung;
  for (let kind = from; kind < kinds.length && hung.length < most; kind++) {
    const plate = kinds[kind]!;
    if (plate <= weight) yield* ways(Math.round((weight - plate) * 1000) / 1000, kinds, kind, [...hung, plate]);
  }
}

/** Plates come off and go on from the outside: what is inside and the same stays. */
export function changes(before: number[], after: number[]): number {
  const same = before.findIndex((plate, place) => after[place] !== plate);
  const kept = same < 0 ? before.length : same;
  return before.length - kept + after.length - kept;
}

/** One side of the bar with the fewest changes from what hangs there now, then the fewest plates; null where it can't be made. */
export function platesFor(load: number, bar: number, kinds: number[], now: number[] = []): number[] | null {
  const side = Math.round(((load - bar) / 2) * 1000) / 1000;
  if (side < 0) return null;
  const sorted = [...kinds].sort((a, b) => b - a);
  let best: number[] | null = null;
  const worth = (way: number[]) => changes(now, way) * 100 + way.length;
  for (const way of ways(side, sorted)) if (!best || worth(way) < worth(best)) best = way;
  return best;
}
