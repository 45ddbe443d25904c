import type { OutboxEntry } from './entry';
import type { Stop } from './flush';

export interface Chip { text: string; tone: 'saved' | 'waiting' | 'asking' }

export function chip(entries: OutboxEntry[], stop: Stop, ready: boolean): Chip {
  const refused = entries.filter((entry) => entry.refusal !== undefined).length;
  const waiting = entries.length - refused;
  if (refused) return { text: `Needs you: ${refused}`, tone: 'asking' };
  if (waiting) return { text: `Saved here · ${waiting} to send`, tone: 'waiting' };
  if (stop === 'unauthenticated') return { text: 'Signed out · saved here', tone: 'asking' };
  if (stop === 'offline' || !ready) return { text: 'Saved here', tone: 'waiting' };
  return { text: 'All sent', tone: 'saved' };
}
