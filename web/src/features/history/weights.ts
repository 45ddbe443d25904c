import type { Load } from '../../types';
import type { OutboxEntry } from '../sync/entry';

export interface BodyWeight { id: string; weight: Load; measuredAt: string; note?: string | null }

/** The log of body weight, newest first, with what is still to be sent. */
export function foldWeights(all: BodyWeight[], entries: OutboxEntry[]): BodyWeight[] {
  const folded = entries.reduce((list, entry) => {
    if (entry.kind !== 'command' || entry.refusal !== undefined) return list;
    const { id, weight, measuredAt, note } = entry.data as unknown as BodyWeight;
    if (entry.type === 'LogBodyWeight') return [...list.filter((each) => each.id !== id), { id, weight, measuredAt, note }];
    return entry.type === 'RemoveBodyWeight' ? list.filter((each) => each.id !== id) : list;
  }, all);
  return folded.sort((a, b) => (a.measuredAt < b.measuredAt ? 1 : -1));
}
