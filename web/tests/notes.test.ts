import { beforeEach, describe, expect, it, vi } from 'vitest';

const run = vi.fn(async (..._command: unknown[]) => true);
const store = { workout: null as object | null, entrySheet: null as object | null, menu: true, toast: '', say: () => undefined, gym: { run } };
const made: Record<string, () => Record<string, unknown>> = {};
vi.mock('@alpinejs/csp', () => ({ default: { data: (name: string, make: () => Record<string, unknown>) => { made[name] = make; } } }));
vi.mock('../src/store', () => ({ app: () => store }));
vi.mock('../src/features/settings/install', () => ({}));

await import('../src/features/log/entry-sheet');
await import('../src/features/log/menu');

/** The sheet as it stands open, with what was typed into it. */
const sheet = <T>(name: string, typed: object) => Object.defineProperties(made[name]!(), Object.getOwnPropertyDescriptors(typed)) as T;
const asked = () => run.mock.calls.map(([type, data]) => [type, data]);

beforeEach(() => {
  run.mockClear();
  Object.assign(store, { menu: true });
});

describe('a note that is left as it was', () => {
  // The server records nothing where nothing has changed: an Undo that names the command would be refused.
  it.each<[string | null | undefined, string]>([['Slow', ' Slow '], [null, ''], [undefined, ' ']])('of an exercise (%j) is no command, and closes its sheet', async (note, typed) => {
    store.entrySheet = { entry: { id: 'e', supersetId: null, note } };
    await sheet<{ saveNote(): Promise<void> }>('entrySheet', { note: typed }).saveNote();
    expect([asked(), store.entrySheet]).toEqual([[], null]);
  });

  it('of a workout is no command either, where the workout has none', async () => {
    store.workout = { id: 'w' };
    await sheet<{ describe(): Promise<void> }>('workoutMenu', { name: '', note: ' ' }).describe();
    expect([asked(), store.menu]).toEqual([[], false]);
  });
});

describe('a note that was changed', () => {
  it('or emptied is kept', async () => {
    const save = async (note: string | null, typed: string) => {
      store.entrySheet = { entry: { id: 'e', supersetId: null, note } };
      await sheet<{ saveNote(): Promise<void> }>('entrySheet', { note: typed }).saveNote();
    };
    await save(null, 'Slow');
    await save('Slow', '');
    expect(asked()).toEqual([['DescribeExercise', { entryId: 'e', supersetId: null, note: 'Slow' }], ['DescribeExercise', { entryId: 'e', supersetId: null, note: null }]]);
  });
});
