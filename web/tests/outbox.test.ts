import { describe, expect, it } from 'vitest';
import type { CommandEntry, OutboxEntry, VoiceEntry } from '../src/features/sync/entry';
import { all, nextBatch, put, remove } from '../src/features/sync/outbox';
import { chip } from '../src/features/sync/chip';
import { uuidv7 } from '../src/ids';

const command = (id: string): CommandEntry => ({ kind: 'command', id, at: '2026-11-24T06:00:00Z', type: 'LogSet', data: {} });
const sentence = (id: string): VoiceEntry => ({ kind: 'voice', id, at: '2026-11-24T06:00:00Z', transcript: 'same again', alternatives: [] });
const ids = (entries: OutboxEntry[]) => entries.map((entry) => entry.id).join('');

describe('the outbox', () => {
  it('gives back what was put in, in order, and a refusal keeps its place', async () => {
    const kept = [];
    for (const id of 'abc') kept.push(await put(command(id)));
    await put({ ...kept[1]!, refusal: 'No workout' });
    expect(ids(await all())).toBe('abc');
    expect((await all())[1]?.refusal).toBe('No workout');
    await remove([kept[0]!]);
    expect(ids(await all())).toBe('bc');
  });

  it('never sends a command past a sentence that was said before it', () => {
    const queue = [command('a'), command('b'), sentence('c'), command('d')];
    expect(ids(nextBatch(queue))).toBe('ab');
    expect(ids(nextBatch(queue.slice(2)))).toBe('c');
    expect(ids(nextBatch(queue.slice(3)))).toBe('d');
  });

  it('skips what was refused and sends no more than the door takes', () => {
    expect(ids(nextBatch([{ ...command('a'), refusal: 'no' }, command('b'), command('c')], 1))).toBe('b');
  });

  it('says truly where everything is', () => {
    expect(chip([], 'empty', true).text).toBe('All sent');
    expect(chip([command('a')], 'offline', true).text).toBe('Saved here · 1 to send');
    expect(chip([command('a'), { ...command('b'), refusal: 'no' }], 'empty', true).text).toBe('Needs you: 1');
    expect(chip([], 'offline', false).text).toBe('Saved here');
  });
});

describe('uuidv7', () => {
  it('carries the time and the version', () => {
    expect(uuidv7(0x0123456789ab)).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
