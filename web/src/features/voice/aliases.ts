import type { OutboxEntry } from '../sync/entry';

/** Words that mean an exercise to this account only. */
export interface Alias { id: string; phrase: string; exerciseId: string; name: string; learnedAt: string }

/** Newest first, without those given up here and not sent yet. */
export function foldAliases(all: Alias[], entries: OutboxEntry[]): Alias[] {
  const given = new Set(entries.filter((entry) => entry.kind === 'command' && entry.type === 'ForgetAlias' && entry.refusal === undefined).map((entry) => (entry as { data: Record<string, unknown> }).data['aliasId']));
  return all.filter((alias) => !given.has(alias.id));
}
