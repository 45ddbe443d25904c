import { call, onExpired, useToken } from '../../api';
import { keep, kept } from '../../storage';
import type { Settings } from '../../types';
import { changeAccount } from './move';

export interface Account { id: string; email: string | null; isGuest: boolean; createdAt: string; settings: Partial<Settings> }
export interface Tokens { accessToken: string; expiresIn: number; account: Account }
export type Entered = 'ready' | 'offline' | 'signedOut';

export const defaults: Settings = { weightUnit: 'kg', restSeconds: 120, speakBack: true };

let until = 0;

/** Takes the tokens of any way in. The access token stays in memory; the refresh token is a cookie that no script can read. */
export async function accept({ accessToken, expiresIn, account }: Tokens): Promise<void> {
  useToken(accessToken);
  until = Date.now() + Math.max(30, expiresIn - 60) * 1000;
  await keep('account', account);
  await keep('settings', { ...defaults, ...account.settings, ...(await kept<Partial<Settings>>('settingsToSend')) });
}

export function forget(): void {
  useToken(null);
  until = 0;
}

async function refresh(): Promise<Entered> {
  const reply = await call<Tokens>('POST', '/account/refresh', { body: {}, anonymous: true });
  if (reply.kind === 'offline') return 'offline';
  if (reply.kind === 'ok') await accept(reply.body);
  return reply.kind === 'ok' ? 'ready' : reply.status === 429 || reply.status >= 500 ? 'offline' : 'signedOut';
}

async function guest(before?: Account): Promise<Entered> {
  const reply = await call<Tokens>('POST', '/account/guest', { anonymous: true });
  if (reply.kind === 'ok') await changeAccount(before, reply.body.account);
  if (reply.kind === 'ok') await accept(reply.body);
  return reply.kind === 'ok' ? 'ready' : 'offline';
}

export const account = (): Promise<Account | undefined> => kept<Account>('account');

/** Renews the session this phone has, or opens one as a guest: logging never waits for signing in. */
export async function enter(): Promise<Entered> {
  if (Date.now() < until) return 'ready';
  const before = await account();
  if (!before) return guest();
  const entered = await refresh();
  // A guest whose session is lost has nothing to sign in with: a new guest goes on, and may bring along what this phone still has.
  return entered === 'signedOut' && before.isGuest ? guest(before) : entered;
}

onExpired(async () => {
  until = 0;
  return (await navigator.locks.request('titan-account', enter)) === 'ready';
});

export async function settings(): Promise<Settings> {
  return { ...defaults, ...(await kept<Partial<Settings>>('settings')) };
}

export async function fetchSettings(): Promise<Settings> {
  const reply = await call<Account>('GET', '/account');
  if (reply.kind === 'ok') {
    await keep('account', reply.body);
    await keep('settings', { ...defaults, ...reply.body.settings, ...(await kept<Partial<Settings>>('settingsToSend')) });
  }
  return settings();
}

/** Kept here at once and sent when there is a connection, like everything else. */
export async function saveSettings(change: Partial<Settings>): Promise<boolean> {
  await keep('settings', { ...(await settings()), ...change });
  await keep('settingsToSend', { ...(await kept<Partial<Settings>>('settingsToSend')), ...change });
  return sendSettings();
}

export async function sendSettings(): Promise<boolean> {
  const waiting = await kept<Partial<Settings>>('settingsToSend');
  if (!waiting || Object.keys(waiting).length === 0) return true;
  const reply = await call<Account>('PATCH', '/account/settings', { body: waiting });
  // What the server refuses would be refused for ever.
  if (reply.kind === 'ok' || (reply.kind === 'problem' && reply.status === 400)) await keep('settingsToSend', {});
  return reply.kind === 'ok';
}
