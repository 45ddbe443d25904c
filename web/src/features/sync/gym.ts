import { call } from '../../api';
import { uuidv7 } from '../../ids';
import { keep, kept } from '../../storage';
import type { Workout } from '../../types';
import { enter } from '../account/session';
import { fold, foldAll } from '../log/fold';
import type { VoiceAnswer } from '../voice/answer';
import { chip, type Chip } from './chip';
import type { CommandEntry, CommandType, OutboxEntry, VoiceEntry } from './entry';
import { flush, type Stop } from './flush';
import { all, put, remove } from './outbox';

export interface Picture {
  workout: Workout | null;
  entries: OutboxEntry[];
  chip: Chip;
  stop: Stop;
  loaded: boolean;
  /** The sentence being answered right now. */
  live: string | null;
}

export interface Watcher {
  changed(picture: Picture): void;
  answered(answer: VoiceAnswer, live: boolean): void;
  refused(entry: OutboxEntry, live: boolean): void;
}

export type Gym = ReturnType<typeof createGym>;

/** The phone's own copy of the log: the server's last word, and on top of it everything not yet sent. */
export function createGym(watcher: Watcher) {
  const tabs = new BroadcastChannel('titan-trakr');
  let server: Workout | null = null;
  let entries: OutboxEntry[] = [];
  let stop: Stop = 'empty';
  let ready = false;
  let unauthorized = false;
  let loaded = false;
  let live: string | null = null;

  const commands = () => entries.filter((entry): entry is CommandEntry => entry.kind === 'command');
  const publish = () => watcher.changed({ workout: foldAll(server, commands()), entries: [...entries], chip: chip(entries, stop, ready), stop, loaded, live });

  async function believe(workout: Workout | null): Promise<void> {
    server = workout;
    await keep('workout', workout);
  }

  async function refresh(): Promise<void> {
    const reply = await call<Workout | null>('GET', '/workouts/current');
    if (reply.kind === 'ok') await believe(reply.body);
    if (reply.kind === 'problem' && reply.status === 401) unauthorized = true;
  }

  async function reload(): Promise<void> {
    entries = await all();
    server = (await kept<Workout | null>('workout')) ?? null;
    publish();
  }

  const heard = {
    acknowledged(done: CommandEntry[]) {
      const ids = new Set(done.map((entry) => entry.id));
      server = done.reduce(fold, server);
      entries = entries.filter((entry) => !ids.has(entry.id));
      publish();
    },
    refused(entry: OutboxEntry) {
      entries = entries.map((each) => (each.id === entry.id ? entry : each));
      publish();
      watcher.refused(entry, entry.id === live);
    },
    async answered(entry: VoiceEntry, answer: VoiceAnswer) {
      entries = entries.filter((each) => each.id !== entry.id);
      if (answer.workout !== undefined && answer.workout !== null) await believe(answer.workout);
      publish();
      watcher.answered(answer, entry.id === live);
    },
    isLive: (entry: VoiceEntry) => entry.id === live,
    settle: refresh,
  };

  async function sync(): Promise<Stop> {
    // Two tabs opening at once must not become two accounts.
    ready = ready || (await navigator.locks.request('titan-account', enter));
    unauthorized = false;
    stop = ready ? await flush(heard) : 'offline';
    if (unauthorized) stop = 'unauthenticated';
    loaded = true;
    publish();
    tabs.postMessage('changed');
    return stop;
  }

  async function queue(entry: OutboxEntry): Promise<void> {
    entries = [...entries, await put(entry)];
    publish();
  }

  async function run(type: CommandType, data: Record<string, unknown>, label?: string): Promise<void> {
    // The screen's values are reactive proxies, which the database cannot copy.
    const plain = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
    await queue({ kind: 'command', id: uuidv7(), at: new Date().toISOString(), type, data: plain, ...(label ? { label } : {}) });
    void sync();
  }

  async function say(transcript: string, alternatives: string[]): Promise<Stop> {
    const id = uuidv7();
    live = id;
    await queue({ kind: 'voice', id, at: new Date().toISOString(), transcript, alternatives });
    const ended = await sync();
    if (live === id) live = null;
    publish();
    return ended;
  }

  async function dismiss(id: string): Promise<void> {
    await remove(entries.filter((entry) => entry.id === id));
    entries = entries.filter((entry) => entry.id !== id);
    publish();
  }

  async function open(): Promise<void> {
    tabs.onmessage = () => void reload();
    addEventListener('online', () => void sync());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void sync());
    setInterval(() => entries.some((entry) => entry.refusal === undefined) && void sync(), 15_000);
    await reload();
    await sync();
  }

  return { open, sync, run, say, dismiss };
}
