import { expect, it, vi } from 'vitest';
import type { CommandEntry, CommandType } from '../src/features/sync/entry';

vi.mock('../src/store', () => ({ app: () => ({}) }));
vi.mock('@alpinejs/csp', () => ({ default: { data: () => undefined } }));

const { what } = await import('../src/features/sync/needs-you');
const title = (type: CommandType, data: Record<string, unknown>, name?: string) => what({ kind: 'command', id: 'c', at: '', type, data, ...(name ? { hint: { name } } : {}) } satisfies CommandEntry);

it.each<[string, string]>([
  [title('LogSet', { load: { value: 100, unit: 'kg' }, reps: 8, note: 'Belt on' }, 'Bench Press'), 'Log set: Bench Press: 100 kg × 8: “Belt on”'],
  [title('DescribeExercise', { entryId: 'e', supersetId: null, note: 'Seat on four' }), 'Note: “Seat on four”'],
  [title('DescribeWorkout', { name: 'Legs', note: 'Tired' }), 'Rename workout: “Legs”: “Tired”'],
  [title('CorrectSet', { setId: 's', reps: 9 }), 'Correct set: 9 reps'],
  [title('LogBodyWeight', { weight: { value: 80, unit: 'kg' } }), 'Body weight: 80 kg'],
  [title('CreateTemplate', { name: 'Push', note: null }, 'Push'), 'New template: Push'],
  [title('RemoveSet', { setId: 's' }), 'Remove set'],
])('what needs the lifter is told with all that was typed for it: %s', (told, expected) => expect(told).toBe(expected));
