import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OutboxEntry } from './features/sync/entry';

interface Schema extends DBSchema {
  outbox: { key: number; value: OutboxEntry };
  kept: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('titan-trakr', 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true });
      db.createObjectStore('kept');
    },
  });
  return opened;
}

export async function keep(name: string, value: unknown): Promise<void> {
  await (await database()).put('kept', value, name);
}

export async function kept<T>(name: string): Promise<T | undefined> {
  return (await (await database()).get('kept', name)) as T | undefined;
}
