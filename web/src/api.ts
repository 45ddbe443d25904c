import type { Problem } from './types';

export type Reply<T> =
  | { kind: 'ok'; status: number; body: T }
  | { kind: 'problem'; status: number; problem: Problem }
  | { kind: 'offline' };

let token: string | null = null;

export function useToken(value: string | null): void {
  token = value;
}

interface Options { body?: unknown; key?: string }

export async function call<T>(method: string, path: string, options: Options = {}): Promise<Reply<T>> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (token) headers['Authorization'] = `Bearer ${token}`;
  if (options.key) headers['Idempotency-Key'] = options.key;
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    const body = options.body === undefined ? null : JSON.stringify(options.body);
    return await read<T>(await fetch(`/api${path}`, { method, headers, body, signal: AbortSignal.timeout(15_000) }));
  } catch {
    return { kind: 'offline' };
  }
}

async function read<T>(response: Response): Promise<Reply<T>> {
  const { status } = response;
  if (status === 204) return { kind: 'ok', status, body: null as T };
  // A captive portal answers everything with a page of its own.
  if (!/\bjson\b/.test(response.headers.get('Content-Type') ?? '')) return { kind: 'offline' };
  const body: unknown = await response.json();
  return response.ok ? { kind: 'ok', status, body: body as T } : { kind: 'problem', status, problem: body as Problem };
}
