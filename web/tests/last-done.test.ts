import { afterEach, expect, it, vi } from 'vitest';
import type { OutboxEntry } from '../src/features/sync/entry';
import { lastSession } from '../src/features/history/known';
import { agoText } from '../src/format';
import { database } from '../src/storage';
import { app } from '../src/store';

vi.hoisted(() => Object.assign(globalThis, { location: { hash: '' } }));
vi.mock('@alpinejs/csp', () => {
  const stores: Record<string, unknown> = {};
  return { default: { store: (name: string, value?: unknown) => (value === undefined ? stores[name] : (stores[name] = value)), nextTick: (run: () => void) => run() } };
});

const session = (id: string, startedAt: string) =>
  ({ id, name: id, templateId: null, startedAt, completedAt: startedAt, note: null, version: 1, exercises: [], exerciseIds: [], totals: { sets: 0, reps: 0, volumeKg: 0, durationSeconds: 0 } });
const deleted = (workoutId: string) => ({ kind: 'command' as const, order: 1, id: `delete-${workoutId}`, type: 'DeleteWorkout' as const, data: { workoutId }, at: '2026-11-03T10:00:00Z' });

afterEach(async () => {
  app().entries = [];
  await (await database()).clear('sessions');
});

it('the last workout is the newest that is not deleted here, sent or not', async () => {
  expect(await lastSession()).toBeUndefined();
  const db = await database();
  for (const [id, day] of [['legs', '01'], ['pull', '03'], ['push', '02']]) await db.put('sessions', session(id!, `2026-11-${day}T10:00:00Z`));
  expect((await lastSession())?.id).toBe('pull');
  app().entries = [deleted('pull')] as unknown as OutboxEntry[];
  expect((await lastSession())?.id).toBe('push');
});

it('days are counted by the calendar, not by hours', () => {
  const morning = new Date(2026, 10, 26, 6, 30).getTime();
  const at = (day: number, hour: number) => agoText(new Date(2026, 10, day, hour).toISOString(), morning);
  expect([at(26, 5), at(25, 23), at(25, 1), at(20, 8)]).toEqual(['today', 'yesterday', 'yesterday', '6 days ago']);
  expect(at(19, 8)).toMatch(/19/);
});
