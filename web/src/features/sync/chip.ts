import { t } from '../../i18n';
import type { OutboxEntry } from './entry';
import type { Stop } from './flush';

export interface Chip { text: string; tone: 'saved' | 'waiting' | 'asking' }

export function chip(entries: OutboxEntry[], stop: Stop, ready: boolean): Chip {
  const refused = entries.filter((entry) => entry.refusal !== undefined).length;
  const n = entries.length - refused;
  if (refused) return { text: t('Needs you: {n}', { n: refused }), tone: 'asking' };
  if (n) return { text: t('Saved here · {n} to send', { n }), tone: 'waiting' };
  if (stop === 'unauthenticated') return { text: t('Signed out · saved here'), tone: 'asking' };
  if (stop === 'offline' || !ready) return { text: t('Saved here'), tone: 'waiting' };
  return { text: t('All sent'), tone: 'saved' };
}
