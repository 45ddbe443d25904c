import { call, heldToken, type Reply } from '../../api';
import { uuidv7 } from '../../ids';

/** What bringing a guest's log along comes to, as the server counts it. */
export interface Offer { workouts: number; sets: number; alreadyHere: number; importId: string | null }

interface Proof { token: string; key: string }

// In memory as every token: a guest that can't prove itself any more is brought along from this phone's copy.
let proof: Proof | null = null;

/** Called when another account takes over: the guest's token is good for some minutes yet. */
export function holdProof(): void {
  const token = heldToken();
  proof = token ? { token, key: uuidv7() } : null;
}

/** Counted before anything is written; null where the server can't tell. */
export async function counted(): Promise<Offer | null> {
  if (!proof) return null;
  const reply = await call<Offer>('GET', '/account/merge', { guestToken: proof.token });
  return reply.kind === 'ok' ? reply.body : null;
}

/** Takes the guest's workouts in as one import; null where the guest can't prove itself. Asked twice it is done once. */
export async function bring(): Promise<Reply<Offer> | null> {
  if (!proof) return null;
  const reply = await call<Offer>('POST', '/account/merge', { body: { guestToken: proof.token }, key: proof.key });
  return reply.kind === 'problem' && reply.status === 400 ? null : reply;
}
