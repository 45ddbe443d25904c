import type { Exercise } from '../../types';
import type { OutboxEntry } from '../sync/entry';
import { exercises } from '../sync/replica';

/** The list with what this phone changed and has not sent yet. */
export function foldExercises(all: Exercise[], entries: OutboxEntry[]): Exercise[] {
  return entries.reduce((list, entry) => {
    if (entry.kind !== 'command' || entry.refusal !== undefined) return list;
    const data = JSON.parse(JSON.stringify(entry.data)) as Partial<Exercise> & { exerciseId?: string };
    const { exerciseId, ...change } = data;
    if (entry.type === 'CreateExercise') return [...list.filter((each) => each.id !== data.id), { measure: 'loadReps', aliases: [], isOwn: true, ...change } as Exercise];
    if (entry.type === 'ChangeExercise') return list.map((each) => (each.id === exerciseId ? { ...each, ...change } : each));
    return entry.type === 'ArchiveExercise' ? list.filter((each) => each.id !== exerciseId) : list;
  }, all);
}

/** What can be logged, as far as this phone knows. */
export const knownExercises = async (entries: OutboxEntry[]): Promise<Exercise[]> =>
  foldExercises((await exercises()).filter((each) => !each.archived), entries);
