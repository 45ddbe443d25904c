import { describe, expect, it } from 'vitest';
import type { SpokenCommand, VoiceAnswer } from '../src/features/voice/answer';
import { orders, picked } from '../src/features/voice/carry-out';
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

  it('leaves alone what shall be kept, and does what an option asks for', () => {
    expect(types({ type: 'Cancel' })).toEqual([]);
    expect(types({ type: 'DiscardWorkout' })).toEqual(['DiscardWorkout']);
    const curl: Exercise = { id: 'curl', name: 'Curl', measure: 'loadReps' };
    const swap = { type: 'ReplaceExercise', exerciseId: 'bench-press', withExerciseId: 'curl' };
    expect(orders([swap], workout, [...exercises, curl])).toEqual([{ type: 'ReplaceExercise', data: { entryId: 'e', exerciseId: 'curl' }, hint: { name: 'Curl', measure: 'loadReps' } }]);
    expect(orders([{ type: 'RemoveExercise', exerciseId: 'bench-press' }], workout, exercises)).toEqual([{ type: 'RemoveExercise', data: { entryId: 'e' } }]);
    expect(orders([{ type: 'RemoveExercise', exerciseId: 'curl' }], workout, exercises)).toBeNull();
  });

  it('takes an answer for what its option would have done', () => {
    const open: VoiceAnswer = { outcome: 'needsClarification', message: '', options: [{ label: 'a', commands: [{ type: 'Undo' }] }, { label: 'b', commands: [{ type: 'Redo' }] }] };
    const said = (transcript: string) => ({ transcript, alternatives: [] });
    const understood = (...commands: SpokenCommand[]): VoiceAnswer => ({ outcome: 'understood', message: '', commands });
    expect([picked(understood({ type: 'Confirm', option: 2 }), said('b'), open)?.label, picked(understood({ type: 'Confirm' }), said('yes'), open)?.label]).toEqual(['b', 'a']);
    expect([picked(null, said('the second one'), open)?.label, picked(null, said('the third one'), open), picked(understood({ type: 'Undo' }), said('undo'), open)]).toEqual(['b', undefined, undefined]);
  });
});
