import { app } from '../../store';
import type { Entry } from '../../types';
import { uuidv7 } from '../../ids';
import { knownSessions } from '../history/known';
import { list } from '../sync/replica';
import type { CommandEntry } from '../sync/entry';
import { foldTemplates, type Template } from './template';

/** What this phone knows of the account's templates. */
export async function templates(): Promise<Template[]> {
  const waiting = app().entries.filter((entry): entry is CommandEntry => entry.kind === 'command' && entry.refusal === undefined);
  return foldTemplates(await list<Template>('templates'), waiting.map(({ type, data }) => ({ type, data: JSON.parse(JSON.stringify(data)) as Record<string, unknown> })));
}

async function previous(exerciseId: string): Promise<Entry['previous']> {
  const [last] = await knownSessions(exerciseId);
  return last?.exercises.filter((entry) => entry.exerciseId === exerciseId).flatMap((entry) => entry.sets) ?? [];
}

/** Starts a workout from it; without a connection the phone lays the exercises out itself. */
export async function startFrom(template: Template): Promise<void> {
  const plan = JSON.parse(JSON.stringify(template.exercises)) as Template['exercises'];
  const entries = await Promise.all(plan.map(async ({ exerciseId, supersetId, note, target }): Promise<Entry> => {
    const known = app().exercises.find((each) => each.id === exerciseId);
    return { id: uuidv7(), exerciseId, name: known?.name ?? exerciseId, measure: known?.measure, supersetId: supersetId ?? null, note: note ?? null, target: target ?? null, previous: await previous(exerciseId), sets: [] };
  }));
  const entryIds = entries.map((entry) => entry.id);
  if (!(await app().gym.run('StartWorkout', { id: uuidv7(), templateId: template.id, entryIds }, { name: template.name, entries }))) return;
  app().focus = entries[0]?.exerciseId ?? null;
  app().go('log');
}
