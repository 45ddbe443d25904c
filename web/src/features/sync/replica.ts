import { call } from '../../api';
import { database, keep, kept, type Session } from '../../storage';
import type { Exercise, Page, Workout } from '../../types';
import { foldExercises } from '../exercises/known';
import { foldWeights, type BodyWeight } from '../history/weights';
import { fold } from '../log/fold';
import { foldTemplates, type Template } from '../templates/template';
import { foldAliases, type Alias } from '../voice/aliases';
import type { CommandEntry } from './entry';

interface FeedEvent { sequence: number; type: string; payload: { workoutId?: string } }
interface Feed { items: FeedEvent[]; cursor: number }

export const session = (workout: Workout): Session => ({ ...workout, exerciseIds: [...new Set(workout.exercises.map((entry) => entry.exerciseId))] });

async function everyPage<T>(path: string): Promise<T[] | null> {
  const items: T[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const reply: Awaited<ReturnType<typeof call<Page<T>>>> = await call<Page<T>>('GET', `${path}?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    if (reply.kind !== 'ok') return null;
    items.push(...reply.body.items);
    cursor = reply.body.nextCursor;
  }
  return items;
}

/** The lists that are small enough to be kept whole. */
export const lists = { exercises: '/exercises', templates: '/templates', bodyweight: '/bodyweight', aliases: '/voice/aliases' } as const;
export type ListName = keyof typeof lists;

async function keepList(name: ListName): Promise<boolean> {
  const items = await everyPage(lists[name]);
  if (items) await keep(name, items);
  return items !== null;
}

export const list = async <T>(name: ListName): Promise<T[]> => (await kept<T[]>(name)) ?? [];
export const exercises = (): Promise<Exercise[]> => list<Exercise>('exercises');

async function feed(after: number, limit: number): Promise<Feed | null> {
  const reply = await call<Feed>('GET', `/events?after=${after}&limit=${limit}`);
  return reply.kind === 'ok' ? reply.body : null;
}

/** The newest sequence number, found by doubling and halving: a new phone need not read ten years of events to follow on. */
async function head(): Promise<number | null> {
  const beyond = async (after: number) => {
    const page = await feed(after, 1);
    return page ? page.items.length === 0 : null;
  };
  // A new account has none: the first question is the only one.
  let [low, high] = [0, 0];
  for (let end = await beyond(high); end !== true; end = await beyond(high)) {
    if (end === null) return null;
    [low, high] = [high + 1, Math.max(64, high * 4)];
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const end = await beyond(middle);
    if (end === null) return null;
    if (end) high = middle;
    else low = middle + 1;
  }
  return low;
}

async function keepSessions(): Promise<boolean> {
  const all = await everyPage<Workout>('/history');
  if (!all) return false;
  const write = (await database()).transaction('sessions', 'readwrite');
  await write.store.clear();
  for (const workout of all) void write.store.put(session(workout));
  await write.done;
  return true;
}

async function keepSession(id: string): Promise<boolean> {
  const reply = await call<Workout>('GET', `/history/${id}`);
  const db = await database();
  if (reply.kind === 'ok') await db.put('sessions', session(reply.body));
  else if (reply.kind === 'problem' && reply.status === 404) await db.delete('sessions', id);
  else return false;
  return true;
}

const isFinished = (type: string): boolean => /^Workout(Completed|Recorded|Restored)$/.test(type);

/** Those that history has now, or had when it was last read: the running workout is neither, and nobody asks history for it after each set. */
async function past(seen: FeedEvent[]): Promise<string[]> {
  const kept = new Set(await (await database()).getAllKeys('sessions'));
  return [...new Set(seen.flatMap(({ type, payload: { workoutId } }) => (workoutId && (kept.has(workoutId) || isFinished(type)) ? workoutId : [])))];
}

async function first(): Promise<boolean> {
  const at = await head();
  if (at === null || !(await keepSessions())) return false;
  for (const name of Object.keys(lists) as ListName[]) if (!(await keepList(name))) return false;
  await keep('cursor', at);
  return true;
}

const listOf = (type: string): ListName | null =>
  /^Template/.test(type) ? 'templates' : /^Exercise(Created|Changed|Archived|Unarchived|PreferencesChanged|Merge)/.test(type) ? 'exercises' : /^Body/i.test(type) ? 'bodyweight' : /^Alias/.test(type) ? 'aliases' : null;

/** Events say what has changed; what has changed is fetched. True when anything had. */
async function catchUp(from: number): Promise<boolean> {
  const seen: FeedEvent[] = [];
  let cursor = from;
  for (let page = await feed(cursor, 500); page?.items.length; page = await feed(cursor, 500)) {
    seen.push(...page.items);
    cursor = page.cursor;
  }
  const workouts = await past(seen);
  // A merge of exercises relabels workouts that it does not name.
  const relabelled = seen.some((event) => /^ExerciseMerge/.test(event.type));
  const fetched = relabelled || workouts.length > 20 ? [await keepSessions()] : await Promise.all(workouts.map(keepSession));
  const names = new Set(seen.map((event) => listOf(event.type)).filter((name) => name !== null));
  for (const name of names) fetched.push(await keepList(name));
  // What could not be had now is asked for again by the next turn.
  if (fetched.every(Boolean)) await keep('cursor', cursor);
  return seen.length > 0;
}

let next: Promise<boolean> | null = null;

/**
 * Brings the phone's copy of everything finished up to date; one tab at a time. Whoever asks while another is at it gets a turn of its own
 * afterwards, shared with who else asks meanwhile: the one at it may have read past what it came for.
 */
export function follow(): Promise<boolean> {
  next ??= inTurn();
  return next;
}

async function inTurn(): Promise<boolean> {
  return await navigator.locks.request('titan-follow', async () => {
    next = null;
    const cursor = await kept<number>('cursor');
    return cursor === undefined ? first() : catchUp(cursor);
  });
}

/** Newest first. */
export async function sessions(exerciseId?: string): Promise<Session[]> {
  const db = await database();
  const all = exerciseId ? await db.getAllFromIndex('sessions', 'exerciseIds', exerciseId) : await db.getAllFromIndex('sessions', 'startedAt');
  return all.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

/** The newest few. */
export async function latestSessions(most: number): Promise<Session[]> {
  const found: Session[] = [];
  const index = (await database()).transaction('sessions').store.index('startedAt');
  for (let at = await index.openCursor(null, 'prev'); at && found.length < most; at = await at.continue()) found.push(at.value);
  return found;
}

export const sessionOf = async (id: string): Promise<Session | undefined> => (await database()).get('sessions', id);

async function takeInto(held: Session, command: CommandEntry): Promise<void> {
  const db = await database();
  if (command.type === 'DeleteWorkout') return db.delete('sessions', held.id);
  await db.put('sessions', session(fold(held, command) ?? held));
}

/** What was sent stands in the phone's copy at once, so that nothing goes out of sight between the answer and the next fetch. */
export async function takeIn(done: CommandEntry[], finished: Workout[]): Promise<void> {
  const db = await database();
  for (const workout of finished) await db.put('sessions', session(workout));
  for (const command of done) {
    const held = typeof command.data['workoutId'] === 'string' ? await sessionOf(command.data['workoutId']) : undefined;
    if (held) await takeInto(held, command);
  }
  const types = done.map((command) => command.type).join();
  if (/Template/.test(types)) await keep('templates', foldTemplates(await list<Template>('templates'), done));
  if (/(Create|Change|Archive)Exercise/.test(types)) await keep('exercises', foldExercises(await exercises(), done));
  if (/BodyWeight/.test(types)) await keep('bodyweight', foldWeights(await list<BodyWeight>('bodyweight'), done));
  if (/Alias/.test(types)) await keep('aliases', foldAliases(await list<Alias>('aliases'), done));
}
