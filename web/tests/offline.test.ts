import { describe, expect, it } from 'vitest';
import type { VoiceAnswer } from '../src/features/voice/answer';
import { confirmed, orders } from '../src/features/voice/carry-out';
import type { Exercise, Workout } from '../src/types';

const exercises: Exercise[] = [{ id: 'bench-press', name: 'Bench Press', measure: 'loadReps' }];
const workout: Workout = {
  id: 'w', name: null, templateId: null, startedAt: '2026-01-01T10:00:00Z', completedAt: null, note: null, version: 1, totals: { sets: 1, reps: 8, volumeKg: 800, durationSeconds: 0 },
  exercises: [{ id: 'e', exerciseId: 'bench-press', name: 'Bench Press', supersetId: null, note: null, target: null, previous: [], sets: [{ id: 's1', number: 1, loggedAt: '2026-01-01T10:05:00Z', load: { value: 100, unit: 'kg' }, reps: 8 }] }],
};
const types = (...commands: { type: string }[]) => orders(commands as never, workout, exercises)?.map((each) => each.type);

describe('what was understood without a connection', () => {
  it('becomes commands of the queue, sets by their ids', () => {
    expect(orders([{ type: 'CorrectSet', exerciseId: 'bench-press', set: 1, reps: 9 }], workout, exercises)).toEqual([{ type: 'CorrectSet', data: { workoutId: 'w', setId: 's1', reps: 9 } }]);
    expect(orders([{ type: 'LogSet', exerciseId: 'bench-press', reps: 5 }], workout, exercises)).toMatchObject([{ type: 'LogSet', data: { exerciseId: 'bench-press', reps: 5 }, hint: { name: 'Bench Press' } }]);
  });

  it('is done whole or not at all', () => {
    expect(types({ type: 'Undo' }, { type: 'AskVolume' })).toBeUndefined();
    expect(types({ type: 'StartWorkout' })).toBeUndefined();
    expect(orders([], workout, exercises)).toBeNull();
    expect(orders([{ type: 'LogSet', exerciseId: 'bench-press', reps: 5 }], null, exercises)).toBeNull();
    expect(orders([{ type: 'RemoveSet', exerciseId: 'bench-press', set: 7 }], workout, exercises)).toBeNull();
  });

  it('leaves the rest timer to the phone', () => expect(types({ type: 'StartRest' })).toEqual([]));

  it('takes an answer for what its option would have done', () => {
    const open: VoiceAnswer = { outcome: 'needsClarification', message: '', options: [{ label: 'a', commands: [{ type: 'Undo' }] }, { label: 'b', commands: [{ type: 'Redo' }] }] };
    expect(confirmed({ outcome: 'understood', message: '', commands: [{ type: 'Confirm', option: 2 }] }, open)).toEqual([{ type: 'Redo' }]);
    expect(confirmed({ outcome: 'understood', message: '', commands: [{ type: 'Undo' }] }, open)).toEqual([{ type: 'Undo' }]);
  });
});
