import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OutboxEntry } from './features/sync/entry';
import type { Workout } from './types';

/** A finished workout, with what it is found by. */
export interface Session extends Workout { exerciseIds: string[] }

interface Schema extends DBSchema {
  outbox: { key: number; value: OutboxEntry };
  kept: { key: string; value: unknown };
  sessions: { key: string; value: Session; indexes: { startedAt: string; exerciseIds: string } };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

// Closed storage throws where it should refuse: inside a function that answers with a promise it is the same.
const connect = async (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>('titan-trakr', 2, {
    upgrade(db, before) {
      if (before < 1) {
        db.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true });
        db.createObjectStore('kept');
      }
      const sessions = db.createObjectStore('sessions', { keyPath: 'id' });
      sessions.createIndex('startedAt', 'startedAt');
      sessions.createIndex('exerciseIds', 'exerciseIds', { multiEntry: true });
    },
    // A newer tab wants to move the database on: let go, or it waits for ever.
    blocking: (_before, _after, event) => { (event.target as IDBDatabase).close(); opened = null; },
  });

export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= connect();
  // A browser that refuses today may have room tomorrow.
  opened.catch(() => { opened = null; });
  return opened;
}

export async function keep(name: string, value: unknown): Promise<void> {
  await (await database()).put('kept', value, name);
}

export async function kept<T>(name: string): Promise<T | undefined> {
  return (await (await database()).get('kept', name)) as T | undefined;
}

/** Forgets the phone's copy of the account; what is not sent yet stays in the queue and aside, under its owner's id, and so does who has left it to whom. */
export async function forgetCopy(): Promise<void> {
  const write = (await database()).transaction(['kept', 'sessions'], 'readwrite');
  const held = write.objectStore('kept');
  for (const name of await held.getAllKeys()) if (!name.startsWith('settingsOf:') && name !== 'heirs') void held.delete(name);
  void write.objectStore('sessions').clear();
  await write.done;
}
