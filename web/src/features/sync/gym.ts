import { call } from '../../api';
import { uuidv7 } from '../../ids';
import { keep, kept } from '../../storage';
import type { Workout } from '../../types';
import { account, enter, sendSettings, type Entered } from '../account/session';
import { dropAside } from '../account/unsent';
import { foldLog } from '../log/fold-log';
import { fits } from '../log/limits';
import type { VoiceAnswer } from '../voice/answer';
import { keepContext } from '../voice/grammar';
import { t } from '../../i18n';
import { chip } from './chip';
import type { CommandEntry, CommandType, Hint, OutboxEntry, Sentence, VoiceEntry } from './entry';
import { flush, type Stop } from './flush';
import { all, claim, ownedBy, put, putInstead, remove, settle, snapshot } from './outbox';
import { follow, takeIn } from './replica';
import type { Picture, Watcher } from './picture';
import { createRetries } from './retries';

export type { Picture, Watcher };

/** What tabs tell each other: whether the last word with the server was a good one. What lies in the queue each reads for itself. */
interface Told { stop: Stop; ready: boolean }

export type Gym = ReturnType<typeof createGym>;

/** The phone's own copy of the log: the server's last word, and on top of it everything not yet sent. */
export function createGym(watcher: Watcher) {
  const tabs = new BroadcastChannel('titan-trakr');
  const retries = createRetries(() => void sync());
  let server: Workout | null = null;
  let entries: OutboxEntry[] = [];
  let others = 0;
  let stop: Stop = 'empty';
  let ready = false;
  let unauthorized = false;
  let loaded = false;
  let live: string | null = null;
  let accountId: string | undefined;
  let following: Promise<void> = Promise.resolve();
  let round: Promise<unknown> = Promise.resolve();
  let nextRound: Promise<Stop> | null = null;

  const publish = () => {
    const { workout, finished } = foldLog(server, entries);
    watcher.changed({ workout, finished, entries: [...entries], others, chip: chip(entries, stop, ready), stop, loaded, live });
  };

  const tellTabs = () => tabs.postMessage({ stop, ready } satisfies Told);

  async function believe(workout: Workout | null): Promise<void> {
    server = workout;
    await keep('workout', workout);
  }

  async function refresh(): Promise<void> {
    const reply = await call<Workout | null>('GET', '/workouts/current', { as: accountId });
    if (reply.kind === 'ok') await believe(reply.body);
    if (reply.kind === 'problem' && reply.status === 401) unauthorized = true;
  }

  async function reload(): Promise<void> {
    let now = await snapshot();
    if (now.account !== undefined && now.entries.some((entry) => entry.by === undefined)) {
      await claim(now.account);
      now = await snapshot();
    }
    ({ account: accountId, entries, others, workout: server } = now);
    loaded = true;
    publish();
  }

  const heard = {
    async acknowledged(done: CommandEntry[]) {
      const ids = new Set(done.map((entry) => entry.id));
      // On what lies on the phone, not on what this tab has seen of it: another tab may have sent before.
      const { workout, finished } = foldLog((await kept<Workout | null>('workout')) ?? null, done);
      await takeIn(done, finished);
      await settle(done, workout);
      server = workout;
      entries = entries.filter((entry) => !ids.has(entry.id));
      publish();
    },
    refused(entry: OutboxEntry) {
      entries = entries.map((each) => (each.id === entry.id ? entry : each));
      publish();
      watcher.refused(entry, entry.id === live);
    },
    async needless(entry: CommandEntry) {
      await remove([entry]);
      entries = entries.filter((each) => each.id !== entry.id);
      publish();
    },
    async answered(entry: VoiceEntry, answer: VoiceAnswer) {
      // Taken back while it was on its way, here or in another tab, it is nothing to speak of.
      const meant = (await all()).some((each) => each.id === entry.id);
      // In one step, as with commands: a phone that dies has the sentence or what came of it.
      if (answer.workout) await settle([entry], answer.workout);
      else await remove([entry]);
      server = answer.workout ?? server;
      entries = entries.filter((each) => each.id !== entry.id);
      publish();
      if (!meant) return;
      const { transcript, alternatives } = entry;
      watcher.answered({ ...answer, said: { transcript, alternatives } }, entry.id === live);
    },
    isLive: (entry: VoiceEntry) => entry.id === live,
    asksToWait: (seconds: number) => retries.notBefore(seconds),
    settle: refresh,
  };

  async function catchUp(): Promise<void> {
    if (stop !== 'empty' || !(await follow())) return;
    watcher.followed();
    await keepContext();
  }

  async function syncOnce(): Promise<Stop> {
    // Two tabs opening at once must not become two accounts.
    const entered = await navigator.locks.request('titan-account', enter).catch((): Entered => 'offline');
    const isIn = entered === 'ready';
    ready = isIn;
    if ((await account())?.id !== accountId) await reload();
    unauthorized = entered === 'signedOut';
    stop = isIn ? await flush(heard, accountId) : entered === 'busy' ? entered : 'offline';
    if (unauthorized) stop = 'unauthenticated';
    await reload();
    tellTabs();
    retries.after(stop, entries.some((entry) => entry.refusal === undefined), entered === 'offline' && accountId !== undefined);
    if (stop === 'empty') following = sendSettings().then(catchUp);
    return stop;
  }

  /** Whoever asks while a round is under way shares the next one: ten quick taps are two rounds, not ten. */
  function sync(): Promise<Stop> {
    nextRound ??= round.then(() => {
      nextRound = null;
      const mine = syncOnce();
      round = mine.catch(() => undefined);
      return mine;
    });
    return nextRound;
  }

  /** Everything sent, and what came of it taken in: before another account takes this phone over. */
  async function settleUp(): Promise<void> {
    await sync();
    await following;
  }

  async function queue(entry: OutboxEntry, insteadOf?: OutboxEntry): Promise<boolean> {
    try {
      const owned = accountId === undefined ? entry : { ...entry, by: accountId };
      const held = await (insteadOf ? putInstead(owned, insteadOf) : put(owned));
      // Spread after the wait: another tap may have come in meanwhile.
      entries = [...entries.filter((each) => each.id !== held.id && each.id !== insteadOf?.id), held];
    } catch {
      // A full disk or private browsing: said at once, for nothing here survives the page.
      watcher.keeping(false);
      return false;
    }
    watcher.keeping(true);
    publish();
    // Before it is sent: another tab must not call everything sent meanwhile.
    tellTabs();
    return true;
  }

  /** True once the command is kept on this phone; sending it is another matter. */
  async function run(type: CommandType, data: Record<string, unknown>, hint?: Hint): Promise<boolean> {
    const { workout, last } = foldLog(server, entries);
    if (!fits(workout, type, data)) {
      watcher.full();
      return false;
    }
    // The screen's values are reactive proxies, which the database cannot copy.
    const plain = JSON.parse(JSON.stringify({ data, hint })) as { data: Record<string, unknown>; hint?: Hint };
    const command: CommandEntry = { kind: 'command', id: uuidv7(), at: new Date().toISOString(), type, ...plain };
    const meant = type === 'Undo' ? entries.find((entry) => entry.id === last) : undefined;
    const held = await (meant ? takeBack(command, meant) : queue(command));
    if (held) void sync();
    return held;
  }

  /** What is taken back is named, for on the server another may be the last. A sentence that waits goes, and where it was heard all the same, what came of it. */
  function takeBack(undo: CommandEntry, meant: OutboxEntry): Promise<boolean> {
    const named = { ...undo, data: { commandId: meant.id } };
    return meant.kind === 'voice' ? queue({ ...named, unsaid: true }, meant) : queue(named);
  }

  /** Sends, while the lifter waits for the answer to this sentence. */
  async function inFront(id: string): Promise<Stop> {
    live = id;
    publish();
    const ended = await sync();
    if (live === id) live = null;
    publish();
    // Taken back meanwhile, it is not kept.
    return entries.some((each) => each.id === id) ? ended : 'empty';
  }

  async function say(transcript: string, alternatives: string[], about?: Sentence): Promise<Stop> {
    const entry: VoiceEntry = { kind: 'voice', id: uuidv7(), at: new Date().toISOString(), transcript, alternatives, ...(about ? { about } : {}) };
    // Before it is seen in the queue, where it would be a note to sort out.
    live = entry.id;
    if (await queue(entry)) return inFront(entry.id);
    live = null;
    watcher.refused({ ...entry, refusal: t('Not kept: the storage of this browser is full or private.') }, true);
    return 'empty';
  }

  async function dismiss(id: string): Promise<void> {
    await remove(entries.filter((entry) => entry.id === id));
    entries = entries.filter((entry) => entry.id !== id);
    publish();
    tellTabs();
  }

  /** What other accounts have not sent from this phone. */
  const othersEntries = async (): Promise<OutboxEntry[]> => (await all()).filter((entry) => !ownedBy(accountId)(entry));

  async function dismissOthers(): Promise<void> {
    await remove(await othersEntries());
    await dropAside();
    await reload();
    tellTabs();
  }

  /** Puts a refused entry back in line: a workout may run by now, or the name may be free again. A sentence is answered as one that is said now. */
  async function retry(id: string): Promise<void> {
    const entry = entries.find((each) => each.id === id);
    if (!entry) return;
    const { refusal: _refusal, ...again } = entry;
    // The server remembers no refusal of a command: the same id may try again. What it asked about a sentence it would repeat, and know nothing of it.
    const waiting = await putInstead((again.kind === 'voice' ? { ...again, id: uuidv7() } : again) as OutboxEntry, entry);
    entries = [...entries.filter((each) => each.id !== id), waiting];
    if (waiting.kind === 'voice') return void (await inFront(waiting.id));
    publish();
    void sync();
  }

  const visible = () => document.visibilityState === 'visible';

  async function open(): Promise<void> {
    tabs.onmessage = ({ data }: MessageEvent<Told | string>) => {
      // A tab that still runs an older version says only that something has changed.
      if (typeof data !== 'string') ({ stop, ready } = data);
      void reload();
    };
    addEventListener('online', () => void sync());
    document.addEventListener('visibilitychange', () => visible() && void sync());
    // What another device did comes in while this one lies open on the bench.
    setInterval(() => visible() && void sync(), 60_000);
    await reload();
    await sync();
  }

  return { open, sync, settleUp, run, say, dismiss, retry, reload, othersEntries, dismissOthers };
}
