import { keep, kept } from '../../storage';

export interface Rest { endsAt: number; total: number }

export const restFor = (seconds: number, now: number): Rest => ({ endsAt: now + seconds * 1000, total: seconds });
export const extended = (rest: Rest | null, seconds: number, now: number): Rest => restFor(seconds + (rest ? remaining(rest, now) : 0), now);
/** A clock that was set back would make the rest longer than it ever was. */
export const remaining = (rest: Rest, now: number): number => Math.min(rest.total, Math.max(0, (rest.endsAt - now) / 1000));

export const keepRest = (rest: Rest | null): Promise<void> => keep('rest', rest);

/** The end is kept, not the count: a locked phone stops timers but not the rest. */
export async function keptRest(now: number): Promise<Rest | null> {
  const rest = await kept<Rest | null>('rest');
  return rest && rest.endsAt > now ? rest : null;
}
