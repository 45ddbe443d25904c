import type { Problem } from './types';

export type Reply<T> =
  | { kind: 'ok'; status: number; body: T }
  | { kind: 'problem'; status: number; problem: Problem; retryAfter: number }
  | { kind: 'offline' };

let token: string | null = null;
let holder: string | undefined;
let renew: () => Promise<boolean> = async () => false;
let ahead = 0;

/** From now on this account asks; nobody without a token. */
export function useToken(value: string | null, account?: string): void {
  token = value;
  holder = account;
}

/** The account that the token speaks for. */
export const tokenHolder = (): string | undefined => holder;

export const heldToken = (): string | null => token;

/** How far this phone's clock is ahead of the server's, in milliseconds, as its last answer told: whole seconds, and the way back. */
export const clockAhead = (): number => ahead;

/** What to do when a token has run out: true when there is a new one. */
export function onExpired(handler: () => Promise<boolean>): void {
  renew = handler;
}

interface Options {
  body?: unknown;
  key?: string;
  file?: Blob;
  /** A guest's own token, which proves that its log may be brought along. */
  guestToken?: string;
  /** Says nothing of who asks: the ways in. */
  anonymous?: boolean;
  /** What stands before the server may refuse it for what is in it, and with a page of its own. */
  screened?: boolean;
  /** Asks as this account or not at all: the session may have become another's since, in this tab or in another one. */
  as?: string | undefined;
}

function request(method: string, path: string, { body, key, file, guestToken, anonymous, as }: Options): Promise<Response> {
  if (as !== undefined && as !== holder) throw new Error('Another account is signed in.');
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (token && !anonymous) headers['Authorization'] = `Bearer ${token}`;
  if (guestToken) headers['Guest-Token'] = guestToken;
  if (key) headers['Idempotency-Key'] = key;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (file) headers['Content-Type'] = 'text/csv';
  const payload = file ?? (body === undefined ? null : JSON.stringify(body));
  return fetch(`/api${path}`, { method, headers, body: payload, signal: AbortSignal.timeout(file ? 120_000 : 15_000) });
}

export async function call<T>(method: string, path: string, options: Options = {}): Promise<Reply<T>> {
  try {
    // The app has just opened, at a screen that asks at once.
    if (token === null && !options.anonymous) await renew();
    const held = token;
    let response = await request(method, path, options);
    if (response.status === 401 && held !== null && !options.anonymous && (token !== held || (await renew()))) response = await request(method, path, options);
    const reply = await read<T>(response);
    return reply.kind === 'offline' && options.screened && (await isRefusal(response, options.as)) ? refusal(response.status) : reply;
  } catch {
    return { kind: 'offline' };
  }
}

const refusal = (status: number): Reply<never> => ({ kind: 'problem', status, problem: {}, retryAfter: 0 });

/** Whether it was this very request that was refused: a captive portal answers every one so, and a firewall that has shut this address out does. */
async function isRefusal({ status }: Response, as: string | undefined): Promise<boolean> {
  if (status !== 403 && status !== 413) return false;
  const plain = await read<{ id?: unknown } | null>(await request('GET', '/account', { as }));
  return plain.kind === 'ok' && typeof plain.body?.id === 'string';
}

async function read<T>(response: Response): Promise<Reply<T>> {
  const { status } = response;
  const date = Date.parse(response.headers.get('Date') ?? '');
  if (!Number.isNaN(date)) ahead = Date.now() - date;
  const type = response.headers.get('Content-Type');
  if (status === 204 || (response.ok && type === null)) return { kind: 'ok', status, body: null as T };
  // A captive portal answers everything with a page of its own.
  if (!/\bjson\b/.test(type ?? '')) return { kind: 'offline' };
  const body: unknown = await response.json();
  if (response.ok) return { kind: 'ok', status, body: body as T };
  return { kind: 'problem', status, problem: body as Problem, retryAfter: Number(response.headers.get('Retry-After')) || 0 };
}

/** A file, for saving: the browser's own download could not carry the token. */
export async function download(path: string): Promise<Blob | null> {
  try {
    const response = await request('GET', path, {});
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}
