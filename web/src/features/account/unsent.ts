import { database } from '../../storage';
import type { Settings } from '../../types';
import { clean } from '../log/clean';
import type { Account } from './session';

/** Settings that were changed here and not sent yet: the account's that is on the phone, and aside those of accounts that will come back. */
type Change = Partial<Settings>;

const waiting = 'settingsToSend';
export const asideFor = 'settingsOf:';

const write = async () => (await database()).transaction('kept', 'readwrite', { durability: 'strict' });
const none = (change: Change) => Object.keys(change).length === 0;

/** What waits, and whose it is, as they are in one moment. */
export async function unsent(): Promise<{ account: string | undefined; change: Change }> {
  const { store } = (await database()).transaction('kept');
  const [holder, change] = await Promise.all([store.get('account'), store.get(waiting)]);
  return { account: (holder as Account | undefined)?.id, change: (change as Change | undefined) ?? {} };
}

export async function addUnsent(change: Change): Promise<void> {
  const { store, done } = await write();
  void store.put({ ...((await store.get(waiting)) as Change | undefined), ...change }, waiting);
  await done;
}

/** Sent, or refused for ever; what was changed again meanwhile still waits. */
export async function dropUnsent(sent: Change): Promise<void> {
  const { store, done } = await write();
  const now = Object.entries(((await store.get(waiting)) as Change | undefined) ?? {});
  const same = ([name, value]: [string, unknown]) => JSON.stringify(value) === JSON.stringify(sent[name as keyof Change]);
  void store.put(Object.fromEntries(now.filter((each) => !same(each))), waiting);
  await done;
}

/** Before its owner leaves the phone. */
export async function setAside(): Promise<void> {
  const { account, change } = await unsent();
  if (account && !none(change)) await (await database()).put('kept', change, asideFor + account);
}

const ours = ({ weightUnit, restSeconds, speakBack, locale, barLoad, plates }: Change): Change => clean({ weightUnit, restSeconds, speakBack, locale, barLoad, plates });

/**
 * An account's own wait for it, as its commands do; what nobody owned, and a guest's, go to the account that follows. A guest that follows a guest
 * is the same lifter and likes what it liked.
 */
export async function handOver(before: Account | undefined, after: Account): Promise<void> {
  const { store, done } = await write();
  const [held, settings, back] = (await Promise.all([store.get(waiting), store.get('settings'), store.get(asideFor + after.id)])) as (Change | undefined)[];
  const left = before?.isGuest && after.isGuest ? { ...ours(settings ?? {}), ...held } : { ...held };
  const stays = before !== undefined && !before.isGuest;
  if (stays && !none(left)) void store.put(left, asideFor + before.id);
  void store.put({ ...back, ...(stays ? {} : left) }, waiting);
  void store.delete(asideFor + after.id);
  await done;
}

/** Lets those of all other accounts go. */
export async function dropAside(): Promise<void> {
  const { store, done } = await write();
  for (const key of await store.getAllKeys()) if (key.startsWith(asideFor)) void store.delete(key);
  await done;
}
