import { t, word } from './i18n';
import type { Problem } from './types';

const misread = word('The app and the server do not understand each other. Restart the app for its newest version, then try again.');
const outOfOrder = word('The server is out of order right now. Try again in a moment.');
const changed = word('It was changed meanwhile. Look at it and repeat the change.');

// The server speaks English: what it refuses is said in the lifter's language, by the problem's type. A test knows all types.
export const types: Record<string, string> = {
  'already-registered': word('This account has an e-mail already.'),
  'email-taken': word('There is an account with this e-mail. Sign in, or use another address.'),
  'exercise-in-use': word('The running workout holds this exercise. Finish it or swap the exercise first.'),
  forbidden: word('This sign-in may not do that.'),
  'id-taken': word('It is there already.'),
  'idempotency-key-reused': misread,
  'import-unreadable': word('This file can’t be read as a training log.'),
  internal: outOfOrder,
  'last-way-in': word('This passkey is the only way to sign in. Add another one or set a password first.'),
  'link-expired': word('This link was used already or is too old. Ask for a new one.'),
  'malformed-request': misread,
  'measure-in-use': word('Sets are logged that would not fit. Make an exercise of its own for it.'),
  'measures-differ': word('The two exercises are measured by different things.'),
  'method-not-allowed': misread,
  'no-active-workout': word('Start a workout first.'),
  'no-exercise-in-focus': word('Say which exercise it was.'),
  'not-found': word('It is not there any more.'),
  'not-there': word('It is not there any more.'),
  'nothing-to-undo': word('There is nothing to take back.'),
  'payload-too-large': word('It is too large to be sent at once.'),
  'rate-limited': word('Too many tries. Wait a minute.'),
  'reauthentication-required': word('This changes who can sign in. Confirm that it is you.'),
  refused: word('The server refused this.'),
  'register-first': word('A guest has no e-mail yet. Create an account first.'),
  'sets-do-not-fit': word('The logged sets don’t fit this exercise. Add it beside, or remove the sets first.'),
  'too-many-exercises': word('An account keeps at most 500 exercises of its own. Delete those you no longer do.'),
  'too-many-templates': word('An account keeps at most 100 templates. Delete one you no longer train from.'),
  'too-many-tokens': word('An account has no room for more tokens. Remove one that is not in use.'),
  unauthenticated: word('This session is over. Sign in again.'),
  unavailable: outOfOrder,
  'unsupported-media-type': misread,
  validation: word('Something in it can’t be taken. Look at it again.'),
  'version-conflict': changed,
  'workout-already-active': word('A workout is running. Finish or discard it first.'),
  'workout-full': word('A workout holds at most 50 exercises, and each of them 100 sets.'),
};

const moment = word('A time lies between 2000 and tomorrow, and nothing ends before it starts.');
const password = word('A password has 8 to 128 characters and is none that others would try first.');

// What a member takes, for those that a lifter fills in.
const members: Record<string, string> = {
  at: moment, startedAt: moment, completedAt: moment, loggedAt: moment, measuredAt: moment,
  barLoad: word('A bar weighs 0 or more.'),
  currentPassword: word('That is not the current password.'),
  credential: word('This passkey was not accepted. Begin again.'),
  distance: word('A distance is above 0 and at most 1,000 km.'),
  durationSeconds: word('A time is 1 second to 24 hours.'),
  email: word('An e-mail address looks like name@example.com.'),
  entryIds: changed, order: changed,
  exercises: word('At most 50 exercises.'),
  load: word('A load is at most 2,000, with at most three decimals, and below 0 only where an exercise is assisted.'),
  name: word('A name has 1 to 100 characters.'),
  note: word('A note has at most 1,000 characters.'),
  password, newPassword: password,
  plates: word('Numbers with spaces between them, each above 0 and at most 100.'),
  reps: word('Reps are a whole number from 1 to 1000.'),
  restSeconds: word('Rest is 0 to 3,600 seconds.'),
  rpe: word('RPE is 1 to 10 in steps of 0.5.'),
  sets: word('Sets are a whole number from 1 to 20.'),
  step: word('A step is above 0 and at most 100.'),
  weight: word('A body weighs more than 0 and at most 700 kg.'),
};

/** What a member takes; undefined for those that no lifter fills in. */
export const memberText = (name: string): string | undefined => (members[name] ? t(members[name]) : undefined);

/** The first thing that can't be taken: by the innermost member that is known here, else in the server's own words. */
function faultText(errors: Record<string, string[]>): string | undefined {
  const [path, faults] = Object.entries(errors)[0] ?? ['', []];
  const known = path.split(/\W+/).reverse().find((name) => members[name]);
  return known ? memberText(known) : faults[0];
}

// The server says in which line of a file it got stuck: nobody else knows.
const withDetail = ['import-unreadable', 'payload-too-large'];

/**
 * Why something was refused, in one sentence; undefined where the server gave no reason.
 * @param instead Better words for a type or a member, from a screen that knows what was asked.
 */
export function problemText({ type, detail, title, errors }: Problem, instead: Record<string, string> = {}): string | undefined {
  const slug = type?.split('/').at(-1) ?? '';
  const better = [...Object.keys(errors ?? {}), slug].map((name) => instead[name]).find(Boolean);
  if (better) return better;
  const fault = errors && faultText(errors);
  if (fault) return fault;
  const own = types[slug];
  if (!own) return detail ?? title;
  return withDetail.includes(slug) && detail ? `${t(own)} ${detail}` : t(own);
}
