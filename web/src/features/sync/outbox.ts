import { database } from '../../storage';
import type { Workout } from '../../types';
import type { OutboxEntry } from './entry';

export async function put(entry: OutboxEntry): Promise<OutboxEntry> {
  const db = await database();
  const write = db.transaction('outbox', 'readwrite', { durability: 'strict' });
  const order = await write.store.put(entry);
  await write.done;
  return { ...entry, order };
}

export async function all(): Promise<OutboxEntry[]> {
  return (await database()).getAll('outbox');
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
