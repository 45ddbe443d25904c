import { call } from '../../api';
import { keep, kept } from '../../storage';
import type { LoggedSet, Workout } from '../../types';
import { clean } from '../log/clean';
import { standing } from '../log/fold';
import type { VoiceAnswer } from './answer';

interface Grammar { interpret(context: string, transcript: string, alternatives?: string[]): string }

/** What the grammar needs to know of the account, kept for when there is no connection. */
export async function keepContext(): Promise<void> {
  const reply = await call<object>('GET', '/voice/context');
  if (reply.kind === 'ok') await keep('voiceContext', reply.body);
}

let running = false;

async function grammar(): Promise<Grammar> {
  const address = '/voice.js';
  const door = (await import(/* @vite-ignore */ address)) as { load(): Promise<Grammar> };
  const loaded = await door.load();
  running = true;
  // Here is what the service worker keeps: a page that came before it has the grammar for itself alone.
  await keep('grammarIsHere', (await globalThis.caches?.match(address)) !== undefined);
  return loaded;
}

/** Half of it on this phone is nothing, and its runtime is loud about what it can't fetch. */
const withinReach = async () => running || navigator.onLine || (await kept<boolean>('grammarIsHere')) === true;

/** After the first sentence the grammar comes to the phone, and the service worker keeps it there. */
export function fetchGrammarWhenIdle(): void {
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 3000));
  idle(() => void withinReach().then((reachable) => (reachable ? grammar() : undefined)).catch(() => undefined));
}

const setOf = ({ load, reps, rpe, kind, side, durationSeconds, distance }: LoggedSet) => clean({ load, reps, rpe, kind, side, durationSeconds, distance });

function workoutOf(workout: Workout | null): object | null {
  if (!workout) return null;
  return {
    entries: workout.exercises.map(({ id, exerciseId, sets, target }) =>
      clean({ exerciseId, inFocus: standing(workout, exerciseId)?.id === id, sets: sets.map(setOf), targetSets: target?.sets, targetReps: target?.reps?.max, targetLoad: target?.load })),
  };
}

export interface Now { workout: Workout | null; focus: string | null; open: VoiceAnswer | null; openTranscript: string | null }

/** What the server would answer to the sentence, worked out here; null where the grammar is not on this phone. */
export async function understand(transcript: string, alternatives: string[], { workout, focus, open, openTranscript }: Now): Promise<VoiceAnswer | null> {
  try {
    const context = await kept<object>('voiceContext');
    if (!context || !(await withinReach())) return null;
    const now = { ...context, workout: workoutOf(workout), focusExerciseId: focus, openOptions: open?.options ?? [], openTranscript };
    return JSON.parse((await grammar()).interpret(JSON.stringify(now), transcript, alternatives)) as VoiceAnswer;
  } catch {
    return null;
  }
}
