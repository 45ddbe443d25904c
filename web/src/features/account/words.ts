import type { Reply } from '../../api';
import { t } from '../../i18n';
import { problemText } from '../../problems';

export const needsProof = (reply: Reply<unknown>): boolean => reply.kind === 'problem' && Boolean(reply.problem.type?.endsWith('/reauthentication-required'));

/** What went wrong, for the lifter; empty where it went well or was called off. Some screens have better words for a problem than its type has. */
export function trouble(reply: Reply<unknown>, instead?: Record<string, string>): string {
  if (reply.kind === 'ok' || (reply.kind === 'problem' && reply.status === 0)) return '';
  if (reply.kind === 'offline') return t('No connection. Your sets are safe on this phone; try again later.');
  if (reply.status === 429) return t('Too many tries. Wait {n} seconds.', { n: reply.retryAfter || 60 });
  return problemText(reply.problem, instead) ?? t('That did not work.');
}
