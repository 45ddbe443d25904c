import { uuidv7 } from '../../ids';
import type { Entry, Exercise, Workout } from '../../types';
import { clean } from '../log/clean';
import { standing } from '../log/fold';
import type { CommandType, Hint, Sentence } from '../sync/entry';
import { ordinals, type Option, type SpokenCommand, type VoiceAnswer } from './answer';

export interface Order { type: CommandType; data: Record<string, unknown>; hint?: Hint }

// The rest timer is the phone's own, and a dropped question needs nothing but being dropped.
const ofThePhone = ['StartRest', 'ExtendRest', 'StopRest', 'Cancel'];
const onAll = ['Undo', 'Redo', 'CompleteWorkout', 'DiscardWorkout'];

function onEntry(entry: Entry, { type, withExerciseId }: SpokenCommand, exercises: Exercise[]): Order[] | null {
  if (type === 'RemoveExercise') return [{ type, data: { entryId: entry.id } }];
  return type === 'ReplaceExercise' ? [{ type, data: { entryId: entry.id, exerciseId: withExerciseId }, hint: hintOf(withExerciseId, exercises) }] : null;
}

function hintOf(exerciseId: string | undefined, exercises: Exercise[]): Hint | undefined {
  const known = exercises.find((each) => each.id === exerciseId);
  return known && { name: known.name, measure: known.measure };
}

function order(command: SpokenCommand, workout: Workout | null, exercises: Exercise[]): Order[] | null {
  const { type, exerciseId, set, withExerciseId, ...values } = command;
  const hint = hintOf(exerciseId, exercises);
  if (ofThePhone.includes(type)) return [];
  if (type === 'StartWorkout') return workout ? null : [{ type, data: { id: uuidv7(), ...clean(values) } }];
  if (!workout) return null;
  if (type === 'LogSet') return [{ type, data: { id: uuidv7(), exerciseId, ...clean(values) }, hint }];
  if (type === 'AddExercise') return [{ type, data: { id: uuidv7(), exerciseId, focus: true }, hint }];
  if (onAll.includes(type)) return [{ type: type as CommandType, data: {} }];
  const entry = standing(workout, exerciseId);
  const there = entry?.sets.find((each) => each.number === set);
  if (type === 'CorrectSet' && there) return [{ type, data: { workoutId: workout.id, setId: there.id, ...clean({ ...values, exerciseId: withExerciseId }) } }];
  if (type === 'RemoveSet' && there) return [{ type, data: { workoutId: workout.id, setId: there.id } }];
  return entry ? onEntry(entry, command, exercises) : null;
}

/** What was understood without the server, as commands for its queue; null where one of them is beyond the phone: then nothing is done. */
export function orders(commands: SpokenCommand[], workout: Workout | null, exercises: Exercise[]): Order[] | null {
  const all = commands.map((command) => order(command, workout, exercises));
  return commands.length === 0 || all.some((each) => each === null) ? null : all.flatMap((each) => each!);
}

const onlyOne = ({ commands }: VoiceAnswer): SpokenCommand | undefined => (commands?.length === 1 ? commands[0] : undefined);

/** An answer to a question that is open, and nothing without it. */
export const isReply = (answer: VoiceAnswer): boolean => ['Confirm', 'Cancel'].includes(onlyOne(answer)?.type ?? '');

/** The option that "the second one" stands for: by what was understood, or else by the words of a tap. */
export function picked(understood: VoiceAnswer | null, { transcript }: Sentence, question: VoiceAnswer | undefined): Option | undefined {
  if (!understood) return question?.options?.[ordinals.indexOf(transcript)];
  const only = onlyOne(understood);
  return only?.type === 'Confirm' ? question?.options?.[(only.option ?? 1) - 1] : undefined;
}
