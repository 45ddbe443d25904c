import { call, type Reply } from '../../api';
import type { Tokens } from './session';

export interface Passkey { id: string; name: string; createdAt: string; synced: boolean }

interface Json { parseRequestOptionsFromJSON(options: object): PublicKeyCredentialRequestOptions; parseCreationOptionsFromJSON(options: object): PublicKeyCredentialCreationOptions }

/** Browsers that cannot turn the server's options into their own are offered a password instead. */
export const canPasskey = (): boolean => 'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

const json = (): Json => PublicKeyCredential as unknown as Json;

/** What the authenticator answered, or null when the lifter thought better of it. */
async function asked(ask: () => Promise<Credential | null>): Promise<object | null> {
  try {
    return ((await ask()) as (Credential & { toJSON(): object }) | null)?.toJSON() ?? null;
  } catch {
    return null;
  }
}

const cancelled = <T>(): Reply<T> => ({ kind: 'problem', status: 0, problem: {}, retryAfter: 0 });

async function assertion(): Promise<Reply<object>> {
  const options = await call<object>('POST', '/account/login/passkey/options', { body: {} });
  if (options.kind !== 'ok') return options;
  const credential = await asked(() => navigator.credentials.get({ publicKey: json().parseRequestOptionsFromJSON(options.body) }));
  return credential ? { kind: 'ok', status: 200, body: credential } : cancelled();
}

export async function signInWithPasskey(): Promise<Reply<Tokens>> {
  const proof = await assertion();
  if (proof.kind !== 'ok') return proof;
  return call<Tokens>('POST', '/account/login/passkey', { body: { credential: proof.body } });
}

export async function confirmWithPasskey(): Promise<Reply<unknown>> {
  const proof = await assertion();
  return proof.kind === 'ok' ? call('POST', '/account/reauthenticate/passkey', { body: { credential: proof.body } }) : proof;
}

export async function addPasskey(name: string): Promise<Reply<Passkey>> {
  const options = await call<object>('POST', '/account/passkeys/creation-options', { body: {} });
  if (options.kind !== 'ok') return options;
  const credential = await asked(() => navigator.credentials.create({ publicKey: json().parseCreationOptionsFromJSON(options.body) }));
  return credential ? call<Passkey>('POST', '/account/passkeys', { body: { credential, name } }) : cancelled();
}
