import { call, type Reply } from '../../api';
import type { VoiceAnswer } from '../voice/answer';
import type { CommandEntry, CommandResult, OutboxEntry, VoiceEntry } from './entry';
import { all, nextBatch, ownedBy, put, remove } from './outbox';

export type Stop = 'empty' | 'offline' | 'unauthenticated' | 'busy';

export interface Heard {
  acknowledged(entries: CommandEntry[]): Promise<void>;
  refused(entry: OutboxEntry): void;
  answered(entry: VoiceEntry, answer: VoiceAnswer): Promise<void>;
  /** Whether the lifter is waiting for this very sentence, so that a question can be put at once. */
  isLive(entry: VoiceEntry): boolean;
  settle(): Promise<void>;
}

const refusal = (text: string | undefined) => text ?? 'The server refused this.';

function stopFor(reply: Reply<unknown>): Stop | null {
  if (reply.kind === 'offline') return 'offline';
  if (reply.kind === 'ok') return null;
  if (reply.status === 401) return 'unauthenticated';
  return reply.status === 429 || reply.status >= 500 ? 'busy' : null;
}

async function refuse(entry: OutboxEntry, text: string | undefined, heard: Heard): Promise<void> {
  heard.refused(await put({ ...entry, refusal: refusal(text) }));
}

/** Too large, or refused as a whole because of one among them: the halves go by themselves, down to the one that is at fault. */
async function inHalves(batch: CommandEntry[], heard: Heard): Promise<Stop | null> {
  const half = Math.ceil(batch.length / 2);
  return (await sendCommands(batch.slice(0, half), heard)) ?? sendCommands(batch.slice(half), heard);
}

async function sendCommands(batch: CommandEntry[], heard: Heard): Promise<Stop | null> {
  const commands = batch.map(({ id, type, at, data }) => ({ id, type, at, data }));
  const reply = await call<{ results: CommandResult[] }>('POST', '/events', { body: { commands }, as: batch[0]?.by });
  const stop = stopFor(reply);
  if (stop) return stop;
  if (reply.kind === 'problem' && batch.length > 1) return inHalves(batch, heard);
  const results = reply.kind === 'ok' ? reply.body.results : [];
  const byId = new Map(results.map((result) => [result.id, result]));
  const done = batch.filter((entry) => ['applied', 'duplicate'].includes(byId.get(entry.id)?.status ?? ''));
  await heard.acknowledged(done);
  const problem = reply.kind === 'problem' ? reply.problem : undefined;
  for (const entry of batch.filter((each) => !done.includes(each))) {
    const own = byId.get(entry.id)?.problem ?? problem;
    await refuse(entry, own?.detail ?? own?.title, heard);
  }
  return null;
}

async function sendSentence(entry: VoiceEntry, heard: Heard): Promise<Stop | null> {
  const { transcript, alternatives, at, id } = entry;
  const reply = await call<VoiceAnswer>('POST', '/voice/process', { body: { transcript, alternatives, at }, key: id, as: entry.by });
  const stop = stopFor(reply);
  if (stop) return stop;
  if (reply.kind === 'problem') await refuse(entry, reply.problem.detail ?? reply.problem.title, heard);
  if (reply.kind !== 'ok') return null;
  const open = !['applied', 'answered'].includes(reply.body.outcome);
  if (open && !heard.isLive(entry)) {
    await refuse(entry, reply.body.message, heard);
  } else {
    await remove([entry]);
    await heard.answered(entry, reply.body);
  }
  return null;
}

async function drain(heard: Heard, account: string | undefined): Promise<Stop> {
  for (;;) {
    const batch = nextBatch((await all()).filter(ownedBy(account)));
    const first = batch[0];
    if (!first) {
      await heard.settle();
      return 'empty';
    }
    const stop = first.kind === 'voice' ? await sendSentence(first, heard) : await sendCommands(batch as CommandEntry[], heard);
    if (stop) return stop;
  }
}

/** Sends what this account has made, one tab at a time: the order of the queue is the order of the log. */
export async function flush(heard: Heard, account: string | undefined): Promise<Stop> {
  return await navigator.locks.request('titan-outbox', () => drain(heard, account));
}
