import { database } from '../../storage';
import type { Workout } from '../../types';
import type { OutboxEntry } from './entry';

/** To whom each account that has left this phone for good, a guest, has left its commands. */
type Heirs = Record<string, string>;

const begin = async () => (await database()).transaction(['outbox', 'kept'], 'readwrite', { durability: 'strict' });

async function owned(write: Awaited<ReturnType<typeof begin>>, entry: OutboxEntry): Promise<OutboxEntry> {
  const made = entry.by ?? ((await write.objectStore('kept').get('account')) as { id: string } | undefined)?.id;
  // Tapped in the very moment of the change, or in a tab that hasn't heard of it: nobody could ever send it as the one who is gone.
  const by = made && (((await write.objectStore('kept').get('heirs')) as Heirs | undefined)?.[made] ?? made);
  return by === undefined ? entry : { ...entry, by };
}

async function store(entry: OutboxEntry, insteadOf?: number): Promise<OutboxEntry> {
  const write = await begin();
  const held = await owned(write, entry);
  if (insteadOf !== undefined) void write.objectStore('outbox').delete(insteadOf);
  const order = await write.objectStore('outbox').put(held);
  await write.done;
  return { ...held, order };
}

/** Keeps it as the account's that the phone has in this very moment, unless it says whose it is. */
export const put = (entry: OutboxEntry): Promise<OutboxEntry> => store(entry);

/** At the end of the line and in the other's place, in one step: a phone that dies meanwhile has one of the two. */
export const putInstead = ({ order: _order, ...entry }: OutboxEntry, other: OutboxEntry): Promise<OutboxEntry> => store(entry as OutboxEntry, other.order);

/** In its own place, as it is now; undefined, and nothing kept, where it has been taken out of the queue meanwhile. */
export async function putBack(entry: OutboxEntry): Promise<OutboxEntry | undefined> {
  const write = await begin();
  const held = await owned(write, entry);
  const outbox = write.objectStore('outbox');
  if ((await outbox.get(entry.order!))?.id !== entry.id) return undefined;
  void outbox.put(held);
  await write.done;
  return held;
}

/**
 * Before all others, in their order, for the account that the phone has from this very moment on; the copy of the running workout goes, as they
 * make it anew. In one step: done twice it would be there twice.
 */
export async function putFirst(entries: OutboxEntry[], account: { id: string }): Promise<void> {
  const write = (await database()).transaction(['outbox', 'kept'], 'readwrite', { durability: 'strict' });
  const [first = 1] = await write.objectStore('outbox').getAllKeys(null, 1);
  entries.forEach((entry, place) => void write.objectStore('outbox').put({ ...entry, by: account.id, order: first - entries.length + place }));
  void write.objectStore('kept').put(null, 'workout');
  // What it has is read anew from its beginning.
  void write.objectStore('kept').put(0, 'cursor');
  void write.objectStore('kept').put(account, 'account');
  await write.done;
}

export async function all(): Promise<OutboxEntry[]> {
  return (await database()).getAll('outbox');
}

/** What nobody owns was made before the phone had an account: it is the lifter's who holds it. */
export const ownedBy = (account: string | undefined) => (entry: OutboxEntry): boolean => entry.by === undefined || entry.by === account;

/**
 * The account, what it has in the queue and the copy that is laid under it, as they were in one moment: another tab may be moving things from
 * one to the other, or signing in as somebody else.
 */
export async function snapshot(): Promise<{ account: string | undefined; entries: OutboxEntry[]; others: number; workout: Workout | null }> {
  const read = (await database()).transaction(['outbox', 'kept']);
  const [queue, workout, holder] = await Promise.all([read.objectStore('outbox').getAll(), read.objectStore('kept').get('workout'), read.objectStore('kept').get('account')]);
  const account = (holder as { id: string } | undefined)?.id;
  const entries = queue.filter(ownedBy(account));
  return { account, entries, others: queue.length - entries.length, workout: (workout as Workout | null | undefined) ?? null };
}

/** Gives an account what nobody owns, and what another one leaves to it: what it has made, and what may still come in under its name. */
export async function claim(account: string, from?: string): Promise<void> {
  const write = (await database()).transaction(['outbox', 'kept'], 'readwrite', { durability: 'strict' });
  const [outbox, held] = [write.objectStore('outbox'), write.objectStore('kept')];
  for (const entry of await outbox.getAll()) if (entry.by === undefined || entry.by === from) void outbox.put({ ...entry, by: account });
  if (from !== undefined && from !== account) {
    const before = Object.entries(((await held.get('heirs')) as Heirs | undefined) ?? {});
    void held.put(Object.fromEntries([...before, [from, from]].map(([gone, heir]) => [gone, heir === from ? account : heir])), 'heirs');
  }
  await write.done;
}

/** What was sent leaves the queue in the same moment in which it enters the copy of the running workout: a phone that dies has it once. */
export async function settle(done: OutboxEntry[], workout: Workout | null): Promise<void> {
  const write = (await database()).transaction(['outbox', 'kept'], 'readwrite', { durability: 'strict' });
  for (const entry of done) if (entry.order !== undefined) void write.objectStore('outbox').delete(entry.order);
  void write.objectStore('kept').put(workout, 'workout');
  await write.done;
}

export async function remove(entries: OutboxEntry[]): Promise<void> {
  const write = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' });
  for (const entry of entries) if (entry.order !== undefined) void write.store.delete(entry.order);
  await write.done;
}

/** The next things to send: commands up to the next sentence as one batch, or one sentence by itself. */
export function nextBatch(entries: OutboxEntry[], limit = 500): OutboxEntry[] {
  const waiting = entries.filter((entry) => entry.refusal === undefined);
  if (waiting[0]?.kind === 'voice') return waiting.slice(0, 1);
  const sentence = waiting.findIndex((entry) => entry.kind === 'voice');
  return waiting.slice(0, Math.min(sentence < 0 ? waiting.length : sentence, limit));
}
