import { call, onExpired, tokenHolder, useToken, type Reply } from '../../api';
import { t } from '../../i18n';
import { uuidv7 } from '../../ids';
import { reasonFor } from '../../reason';
import { openScreens } from '../../shell/screens';
import { keep, kept } from '../../storage';
import type { Settings } from '../../types';
import { addUnsent, dropUnsent, handOver, unsent } from './unsent';

export interface Account { id: string; email: string | null; isGuest: boolean; createdAt: string; settings: Partial<Settings> }
export interface Tokens { accessToken: string; expiresIn: number; account: Account }
/** Offline is no answer at all, busy is one that says to come back. */
export type Entered = 'ready' | 'offline' | 'busy' | 'signedOut';

export const defaults: Settings = { weightUnit: 'kg', restSeconds: 120, speakBack: true };

let until = 0;

/**
 * Takes the tokens of any way in, and hands the phone over where they are another account's. The access token stays in memory; the refresh
 * token is a cookie that no script can read, and all tabs have the same one.
 */
export async function accept({ accessToken, expiresIn, account: now }: Tokens): Promise<void> {
  const before = await account();
  if (before?.id !== now.id) await handOver(before, now);
  if (before && before.id !== now.id) {
    const screens = await openScreens();
    if (!screens) throw new Error('Not all of the app is here yet.');
    await screens.changeAccount(before, now);
  }
  useToken(accessToken, now.id);
  until = Date.now() + Math.max(30, expiresIn - 60) * 1000;
  await keep('account', now);
  await keep('settings', { ...defaults, ...now.settings, ...(await unsent()).change });
}

export function forget(): void {
  useToken(null);
  until = 0;
}

const patience = 4000;

/**
 * Asks a second time where the first answer stalls, and takes the one that comes: it may be lost, and the server repeats it for ten seconds only,
 * or just slow, and who gives it up on a slow network never gets one.
 */
async function renewed(): Promise<Reply<Tokens>> {
  const ask = () => call<Tokens>('POST', '/account/refresh', { body: {}, anonymous: true });
  const first = ask();
  const soon = await Promise.race([first, new Promise<null>((go) => { setTimeout(go, patience, null); })]);
  const answered = async (asked: Promise<Reply<Tokens>>) => ((await asked).kind === 'offline' ? Promise.reject(new Error('No answer.')) : asked);
  return soon ?? Promise.any([first, ask()].map(answered)).catch(() => first);
}

async function refresh(): Promise<Entered> {
  const reply = await renewed();
  if (reply.kind === 'offline') return 'offline';
  if (reply.kind === 'ok') await accept(reply.body);
  return reply.kind === 'ok' ? 'ready' : reply.status === 429 || reply.status >= 500 ? 'busy' : 'signedOut';
}

/** Under one key until its answer is here: each that is lost would leave an account behind that nobody has. After a day the server knows it no more. */
async function guest(): Promise<Entered> {
  const key = (await kept<string>('guestKey')) ?? uuidv7();
  await keep('guestKey', key);
  const reply = await call<Tokens>('POST', '/account/guest', { key, anonymous: true });
  if (reply.kind === 'ok') await accept(reply.body);
  if (reply.kind === 'ok' || (reply.kind === 'problem' && reply.status === 422)) await keep('guestKey', undefined);
  return reply.kind === 'ok' ? 'ready' : reply.kind === 'offline' ? 'offline' : 'busy';
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
    await keep('settings', { ...defaults, ...reply.body.settings, ...(await unsent()).change });
  }
  return settings();
}

/** What came of sending settings. Refused for good, they are the server's again. */
export interface Sent { sent: boolean; refusal?: string }

/** Kept here at once and sent when there is a connection, like everything else. */
export async function saveSettings(change: Partial<Settings>): Promise<Sent> {
  await keep('settings', { ...(await settings()), ...change });
  await addUnsent(change);
  return sendSettings();
}

export async function sendSettings(): Promise<Sent> {
  const { account: owner, change } = await unsent();
  if (Object.keys(change).length === 0) return { sent: true };
  const reply = await call<Account>('PATCH', '/account/settings', { body: change, as: owner });
  const refused = reply.kind === 'problem' && reply.status === 400;
  // What the server refuses would be refused for ever.
  if (reply.kind === 'ok' || refused) await dropUnsent(change);
  return refused ? { sent: false, refusal: (await reasonFor(reply.problem)) ?? t('The server refused this.') } : { sent: reply.kind === 'ok' };
}
