import { expect, it, vi } from 'vitest';
import type { Template } from '../src/features/templates/template';

const run = vi.fn(async (..._command: unknown[]) => true);
vi.mock('../src/store', () => ({ app: () => ({ gym: { run }, entries: [], finished: [], exercises: [], go: () => undefined }) }));

it('a workout from a template is sent with the ids that the phone gives its exercises: what is done to them before the answer finds them', async () => {
  const { startFrom } = await import('../src/features/templates/mine');
  await startFrom({ id: 't', name: 'Push', exercises: [{ exerciseId: 'bench-press' }, { exerciseId: 'dip' }] } as Template);
  const [type, data, hint] = run.mock.calls[0] as [string, { entryIds: string[] }, { entries: { id: string }[] }];
  expect([type, data.entryIds, new Set(data.entryIds).size]).toEqual(['StartWorkout', hint.entries.map((entry) => entry.id), 2]);
});
