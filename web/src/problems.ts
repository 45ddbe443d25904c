import { t, word } from './i18n';
import type { Problem } from './types';

// The server speaks English: what it refuses a lifter's commands for is said in the lifter's language, by the problem's type.
const known: Record<string, string> = {
  'no-active-workout': word('Start a workout first.'),
  'workout-already-active': word('A workout is running. Finish or discard it first.'),
  'no-exercise-in-focus': word('Say which exercise it was.'),
  'exercise-in-use': word('The running workout holds this exercise. Finish it or swap the exercise first.'),
  'version-conflict': word('It was changed meanwhile. Look at it and repeat the change.'),
  'not-found': word('It is not there any more.'),
  'email-taken': word('There is an account with this e-mail. Sign in, or use another address.'),
  'link-expired': word('This link was used already or is too old. Ask for a new one.'),
  'last-way-in': word('This passkey is the only way to sign in. Add another one or set a password first.'),
};

/** Why something was refused, in one sentence; undefined where the server gave no reason. */
export function problemText({ type, detail, title }: Problem): string | undefined {
  const own = known[type?.split('/').at(-1) ?? ''];
  return own ? t(own) : detail ?? title;
}
