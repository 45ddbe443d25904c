import { app } from '../../store';
import { focused } from '../log/next-set';
import type { Exercise, Workout } from '../../types';
import type { VoiceAnswer } from './answer';
import { confirmed, orders } from './carry-out';
import { understand } from './grammar';

let open: { answer: VoiceAnswer; transcript: string } | null = null;

/**
 * Understands and does on the phone what was said without a connection. Null where it can't: the sentence is kept as a note then.
 * Only while the browser knows that it is offline, for a sentence that may have reached the server must not be done twice.
 */
export async function answerOffline(transcript: string, alternatives: string[]): Promise<VoiceAnswer | null> {
  if (navigator.onLine) return null;
  const { workout, focus, exercises, gym } = app();
  const known = JSON.parse(JSON.stringify({ workout, exercises })) as { workout: Workout | null; exercises: Exercise[] };
  const answer = await understand(transcript, alternatives, { workout: known.workout, focus: known.workout ? focused(known.workout, focus)?.exerciseId ?? null : null, open: open?.answer ?? null, openTranscript: open?.transcript ?? null });
  if (!answer) return null;
  if (answer.outcome === 'needsClarification') {
    open = { answer, transcript };
    return answer;
  }
  const commands = answer.outcome === 'understood' ? confirmed(answer, open?.answer ?? null) : [];
  const todo = orders(commands, known.workout, known.exercises);
  if (!todo) return null;
  open = null;
  for (const { type, data, hint } of todo) {
    // Why not has been said by then, and is the answer to the sentence too.
    if (!(await gym.run(type, data, hint))) return { ...answer, outcome: 'rejected', message: app().status, speech: null };
  }
  for (const command of commands) app().obey(command);
  return { ...answer, outcome: 'applied', commands, workout: app().workout };
}
