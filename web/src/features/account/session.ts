import { call, onExpired, tokenHolder, useToken } from '../../api';
import { keep, kept } from '../../storage';
import type { Settings } from '../../types';
import { changeAccount } from './move';

export interface Account { id: string; email: string | null; isGuest: boolean; createdAt: string; settings: Partial<Settings> }
export interface Tokens { accessToken: string; expiresIn: number; account: Account }
export type Entered = 'ready' | 'offline' | 'signedOut';

export const defaults: Settings = { weightUnit: 'kg', restSeconds: 120, speakBack: true };

let until = 0;

/**
 * Takes the tokens of any way in, and hands the phone over where they are another account's. The access token stays in memory; the refresh
 * token is a cookie that no script can read, and all tabs have the same one.
 */
export async function accept({ accessToken, expiresIn, account: now }: Tokens): Promise<void> {
  await changeAccount(await account(), now);
  useToken(accessToken, now.id);
  until = Date.now() + Math.max(30, expiresIn - 60) * 1000;
  await keep('account', now);
  await keep('settings', { ...defaults, ...now.settings, ...(await kept<Partial<Settings>>('settingsToSend')) });
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

async function guest(): Promise<Entered> {
  const reply = await call<Tokens>('POST', '/account/guest', { anonymous: true });
  if (reply.kind === 'ok') await accept(reply.body);
  return reply.kind === 'ok' ? 'ready' : 'offline';
}

export const account = (): Promise<Account | undefined> => kept<Account>('account');

/** Renews the session this phone has, or opens one as a guest: logging never waits for signing in. */
export async function enter(): Promise<Entered> {
  const before = await account();
  // Another tab may have signed in as somebody else.
  if (Date.now() < until && tokenHolder() === before?.id) return 'ready';
  if (!before) return guest();
  const entered = await refresh();
  // A guest whose session is lost has nothing to sign in with: a new guest goes on, and may bring along what this phone still has.
  return entered === 'signedOut' && before.isGuest ? guest() : entered;
}

onExpired(async () => {
  until = 0;
  return (await navigator.locks.request('titan-account', enter)) === 'ready';
});

export async function settings(): Promise<Settings> {
  return { ...defaults, ...(await kept<Partial<Settings>>('settings')) };
}

export async function fetchSettings(): Promise<Settings> {
  const reply = await call<Account>('GET', '/account', { as: (await account())?.id });
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
  const reply = await call<Account>('PATCH', '/account/settings', { body: waiting, as: (await account())?.id });
  // What the server refuses would be refused for ever.
  if (reply.kind === 'ok' || (reply.kind === 'problem' && reply.status === 400)) await keep('settingsToSend', {});
  return reply.kind === 'ok';
}
