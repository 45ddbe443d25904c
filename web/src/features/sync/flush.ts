import { call, clockAhead, type Reply } from '../../api';
import { t } from '../../i18n';
import { reasonFor } from '../../reason';
import type { Problem } from '../../types';
import type { VoiceAnswer } from '../voice/answer';
import type { CommandEntry, CommandResult, OutboxEntry, VoiceEntry } from './entry';
import { all, nextBatch, ownedBy, putBack } from './outbox';

export type Stop = 'empty' | 'offline' | 'unauthenticated' | 'busy';

export interface Heard {
  acknowledged(entries: CommandEntry[]): Promise<void>;
  refused(entry: OutboxEntry): void;
  /** An Undo of what never came about: there is nothing to decide. */
  needless(entry: CommandEntry): Promise<void>;
  answered(entry: VoiceEntry, answer: VoiceAnswer): Promise<void>;
  /** Whether the lifter is waiting for this very sentence, so that a question can be put at once. */
  isLive(entry: VoiceEntry): boolean;
  /** The server asks for this many seconds of patience. */
  asksToWait(seconds: number): void;
  settle(): Promise<void>;
}

function stopFor(reply: Reply<unknown>, heard: Heard): Stop | null {
  if (reply.kind === 'offline') return 'offline';
  if (reply.kind === 'ok') return null;
  if (reply.status === 401) return 'unauthenticated';
  if (reply.status !== 429 && reply.status < 500) return null;
  heard.asksToWait(reply.retryAfter);
  return 'busy';
}

async function refuse(entry: OutboxEntry, problem: Problem | null | undefined, heard: Heard): Promise<void> {
  const text = problem ? await reasonFor(problem) : undefined;
  const held = await putBack({ ...entry, refusal: text ?? t('The server refused this.') });
  // Taken back while it was on its way, it needs nobody.
  if (held) heard.refused(held);
}

/**
 * The moment as the server may believe it. One that lies ahead of the server's now comes from a clock that is wrong: it is moved by how wrong
 * the clock is today, and never past now. A moment in the past is taken as it is.
 */
export function believable(at: string, now: number, ahead: number): string {
  const serverNow = now - ahead;
  const moment = Date.parse(at);
  // The server tells whole seconds, and its answer took its time.
  if (moment <= serverNow + 60_000) return at;
  return new Date(Math.min(moment - ahead, serverNow)).toISOString();
}

/** Put right once and kept so: a repeat must be the same as the first try. */
async function dated<T extends OutboxEntry>(entry: T): Promise<T> {
  const at = believable(entry.at, Date.now(), clockAhead());
  return at === entry.at ? entry : (((await putBack({ ...entry, at })) ?? entry) as T);
}

/** Too large, or refused as a whole because of one among them: the halves go by themselves, down to the one that is at fault. */
async function inHalves(batch: CommandEntry[], heard: Heard): Promise<Stop | null> {
  const half = Math.ceil(batch.length / 2);
  return (await sendCommands(batch.slice(0, half), heard)) ?? sendCommands(batch.slice(half), heard);
}

async function sendCommands(batch: CommandEntry[], heard: Heard): Promise<Stop | null> {
  const commands = batch.map(({ id, type, at, data }) => ({ id, type, at, data }));
  const reply = await call<{ results?: CommandResult[] }>('POST', '/events', { body: { commands }, as: batch[0]?.by, screened: true });
  const stop = stopFor(reply, heard);
  if (stop) return stop;
  if (reply.kind === 'problem' && batch.length > 1) return inHalves(batch, heard);
  if (reply.kind === 'problem') {
    await refuse(batch[0]!, reply.problem, heard);
    return null;
  }
  return reply.kind === 'ok' ? take(batch, reply.body?.results, heard) : null;
}

/** What it would have taken back was refused, or never sent. */
async function isNeedless({ type, unsaid, data }: CommandEntry): Promise<boolean> {
  return type === 'Undo' && (unsaid === true || (await all()).some((entry) => entry.id === data['commandId'] && entry.refusal !== undefined));
}

/** What came of each. What the answer doesn't speak of is neither done nor refused: it waits. */
async function take(batch: CommandEntry[], results: CommandResult[] | undefined, heard: Heard): Promise<Stop | null> {
  // Some networks answer for others, and in JSON.
  if (!Array.isArray(results)) return 'offline';
  const byId = new Map(results.map((result) => [result.id, result]));
  await heard.acknowledged(batch.filter((entry) => ['applied', 'duplicate'].includes(byId.get(entry.id)?.status ?? '')));
  for (const entry of batch) {
    const result = byId.get(entry.id);
    if (result?.status !== 'rejected') continue;
    if (await isNeedless(entry)) await heard.needless(entry);
    else await refuse(entry, result.problem, heard);
  }
  return batch.every((entry) => byId.has(entry.id)) ? null : 'busy';
}

async function sendSentence(entry: VoiceEntry, heard: Heard): Promise<Stop | null> {
  const { transcript, alternatives, at, id } = entry;
  const reply = await call<VoiceAnswer>('POST', '/voice/process', { body: { transcript, alternatives, at }, key: id, as: entry.by, screened: true });
  const stop = stopFor(reply, heard);
  if (stop) return stop;
  // What an answer was about is kept, not the answer, which means nothing without its question.
  const kept = { ...entry, ...entry.about };
  if (reply.kind === 'problem') await refuse(kept, reply.problem, heard);
  if (reply.kind !== 'ok') return null;
  if (!reply.body?.outcome) return 'offline';
  const open = !['applied', 'answered'].includes(reply.body.outcome);
  const isLost = entry.about !== undefined && reply.body.outcome === 'rejected';
  if (open && (isLost || !heard.isLive(entry))) await refuse(kept, { detail: reply.body.message }, heard);
  else await heard.answered(entry, reply.body);
  return null;
}

async function drain(heard: Heard, account: string | undefined): Promise<Stop> {
  for (;;) {
    const batch = await Promise.all(nextBatch((await all()).filter(ownedBy(account))).map(dated));
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
