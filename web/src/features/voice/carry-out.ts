import { uuidv7 } from '../../ids';
import type { Exercise, LoggedSet, Workout } from '../../types';
import { clean } from '../log/clean';
import type { CommandType, Hint } from '../sync/entry';
import type { SpokenCommand, VoiceAnswer } from './answer';

export interface Order { type: CommandType; data: Record<string, unknown>; hint?: Hint }

const ofThePhone = ['StartRest', 'ExtendRest', 'StopRest'];

function setNamed(workout: Workout | null, { exerciseId, set }: SpokenCommand): LoggedSet | undefined {
  return workout?.exercises.find((entry) => entry.exerciseId === exerciseId)?.sets.find((each) => each.number === set);
}

function order(command: SpokenCommand, workout: Workout | null, exercises: Exercise[]): Order[] | null {
  const { type, exerciseId, set: _set, withExerciseId, ...values } = command;
  const known = exercises.find((each) => each.id === exerciseId);
  const hint = known ? { name: known.name, measure: known.measure } : undefined;
  if (ofThePhone.includes(type)) return [];
  if (type === 'LogSet') return workout ? [{ type, data: { id: uuidv7(), exerciseId, ...clean(values) }, hint }] : null;
  if (type === 'AddExercise') return workout ? [{ type, data: { id: uuidv7(), exerciseId, focus: true }, hint }] : null;
  if (type === 'StartWorkout') return workout ? null : [{ type, data: { id: uuidv7(), ...clean(values) } }];
  if (type === 'Undo' || type === 'Redo' || type === 'CompleteWorkout') return workout ? [{ type, data: {} }] : null;
  const there = setNamed(workout, command);
  if (type === 'CorrectSet' && there) return [{ type, data: { workoutId: workout!.id, setId: there.id, ...clean({ ...values, exerciseId: withExerciseId }) } }];
  if (type === 'RemoveSet' && there) return [{ type, data: { workoutId: workout!.id, setId: there.id } }];
  return null;
}

/** What was understood without the server, as commands for its queue; null where one of them is beyond the phone: then nothing is done. */
export function orders(commands: SpokenCommand[], workout: Workout | null, exercises: Exercise[]): Order[] | null {
  const all = commands.map((command) => order(command, workout, exercises));
  return commands.length === 0 || all.some((each) => each === null) ? null : all.flatMap((each) => each!);
}

/** "The second one" stands for what that option would have done. */
export function confirmed(answer: VoiceAnswer, open: VoiceAnswer | null): SpokenCommand[] {
  const [only, ...more] = answer.commands ?? [];
  if (only?.type !== 'Confirm' || more.length) return answer.commands ?? [];
  return open?.options?.[(only.option ?? 1) - 1]?.commands ?? [];
}
