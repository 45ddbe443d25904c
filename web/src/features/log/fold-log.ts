import type { Workout } from '../../types';
import type { CommandEntry, CommandType, OutboxEntry } from '../sync/entry';
import { fold } from './fold';

/** The running workout, what was finished on the way, and which of the queue an Undo would take back: a sentence, too, that waits in it. */
export interface Log { workout: Workout | null; finished: Workout[]; last?: string | undefined }

/** What was done, and how it was before. */
interface Step { id: string; before: Log }

const onWorkouts = new Set<CommandType>([
  'StartWorkout', 'DescribeWorkout', 'CompleteWorkout', 'DiscardWorkout', 'AddExercise', 'ReplaceExercise', 'DescribeExercise', 'RemoveExercise',
  'ReorderExercises', 'MakeSuperset', 'BreakSuperset', 'LogSet', 'CorrectSet', 'RemoveSet',
]);

/** Whether an Undo can take it back: what was done to the running workout, and not to templates, weights or what is past. */
function isOf(workout: Workout | null, { type, data }: CommandEntry): boolean {
  if (type === 'StartWorkout') return workout === null;
  return onWorkouts.has(type) && workout !== null && (data['workoutId'] ?? workout.id) === workout.id;
}

function ended(workout: Workout, command: CommandEntry): Workout {
  const completedAt = (command.data['completedAt'] as string | undefined) ?? command.at;
  const durationSeconds = Math.max(0, Math.round((Date.parse(completedAt) - Date.parse(workout.startedAt)) / 1000));
  return { ...workout, completedAt, totals: { ...workout.totals, durationSeconds } };
}

function step({ workout, finished }: Log, command: CommandEntry): Log {
  const done = command.type === 'CompleteWorkout' && workout ? [...finished, ended(workout, command)] : finished;
  return { workout: fold(workout, command), finished: done };
}

/**
 * Folds a queue. An Undo takes back the command that it names, and nothing where that was refused or another came after it, as the server does.
 * What the server has already is taken back by its last set: more of it is not known here. A sentence changes nothing before it is answered.
 */
export function foldLog(workout: Workout | null, entries: OutboxEntry[]): Log {
  const done: Step[] = [];
  let undone: Log[] = [];
  const refused = new Set<unknown>(entries.filter((entry) => entry.refusal !== undefined).map((entry) => entry.id));

  function takenBack(log: Log, undo: CommandEntry): Log | undefined {
    const meant = undo.data['commandId'];
    if (undo.unsaid || refused.has(meant)) return undefined;
    if (done.length === 0) return step(log, undo);
    return meant === undefined || meant === done.at(-1)!.id ? done.pop()!.before : undefined;
  }

  function next(log: Log, entry: OutboxEntry): Log {
    if (entry.kind === 'command' && entry.type === 'Undo') {
      const before = takenBack(log, entry);
      if (before) undone.push(log);
      return before ?? log;
    }
    const isNew = entry.kind === 'command' && isOf(log.workout, entry);
    if (isNew) undone = [];
    if (isNew || entry.kind === 'voice' || entry.type === 'Redo') done.push({ id: entry.id, before: log });
    if (entry.kind === 'voice') return log;
    return entry.type === 'Redo' ? undone.pop() ?? log : step(log, entry);
  }

  const { workout: now, finished } = entries.filter((entry) => entry.refusal === undefined).reduce(next, { workout, finished: [] });
  return { workout: now, finished, last: done.at(-1)?.id };
}

export const foldAll = (workout: Workout | null, entries: OutboxEntry[]): Workout | null => foldLog(workout, entries).workout;
