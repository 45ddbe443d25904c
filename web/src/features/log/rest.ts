import { keep, kept } from '../../storage';

export interface Rest { endsAt: number; total: number }

export const restFor = (seconds: number, now: number): Rest => ({ endsAt: now + seconds * 1000, total: seconds });
export const extended = (rest: Rest | null, seconds: number, now: number): Rest => restFor(seconds + (rest ? remaining(rest, now) : 0), now);
/** A clock that is set back takes the end with it; one that is set ahead can't be told from a phone that slept. */
export const followed = (rest: Rest, before: number, now: number): Rest => (now < before ? { ...rest, endsAt: rest.endsAt - (before - now) } : rest);
/** Never longer than it ever was, whatever the clock says. */
export const remaining = (rest: Rest, now: number): number => Math.min(rest.total, Math.max(0, (rest.endsAt - now) / 1000));

export const keepRest = (rest: Rest | null): Promise<void> => keep('rest', rest);

/** The end is kept, not the count: a locked phone stops timers but not the rest. */
export async function keptRest(now: number): Promise<Rest | null> {
  const rest = await kept<Rest | null>('rest');
  return rest && rest.endsAt > now ? { ...rest, endsAt: Math.min(rest.endsAt, now + rest.total * 1000) } : null;
}
