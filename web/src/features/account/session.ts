import { call, useToken } from '../../api';
import { keep, kept } from '../../storage';
import type { Settings } from '../../types';

interface Tokens { accessToken: string; expiresIn: number; account?: { id?: string; settings?: Partial<Settings> } }

export const defaults: Settings = { weightUnit: 'kg', restSeconds: 120, speakBack: true };

/** Uses the account this phone already has, or opens one as a guest. False while there is neither account nor connection. */
export async function enter(): Promise<boolean> {
  const held = await kept<string>('token');
  if (held) {
    useToken(held);
    return true;
  }
  const reply = await call<Tokens>('POST', '/account/guest');
  if (reply.kind !== 'ok') return false;
  await keep('token', reply.body.accessToken);
  useToken(reply.body.accessToken);
  return true;
}

export async function settings(): Promise<Settings> {
  return { ...defaults, ...(await kept<Partial<Settings>>('settings')) };
}

export async function fetchSettings(): Promise<Settings> {
  const reply = await call<{ settings?: Partial<Settings> } & Partial<Settings>>('GET', '/account');
  if (reply.kind !== 'ok') return settings();
  const { weightUnit, restSeconds, speakBack } = { ...reply.body, ...reply.body.settings };
  const fresh = { ...defaults, ...Object.fromEntries(Object.entries({ weightUnit, restSeconds, speakBack }).filter(([, value]) => value != null)) };
  await keep('settings', fresh);
  return fresh;
}

export async function saveSettings(change: Partial<Settings>): Promise<boolean> {
  const held = await settings();
  await keep('settings', { ...held, ...change });
  const reply = await call('PATCH', '/account/settings', { body: change });
  return reply.kind === 'ok';
}
