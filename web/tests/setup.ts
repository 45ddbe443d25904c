import 'fake-indexeddb/auto';
import { vi } from 'vitest';

// What modules ask of a browser while they load; each test brings the rest itself.
const held = new Map<string, string>();
const localStorage = { getItem: (name: string) => held.get(name) ?? null, setItem: (name: string, value: string) => void held.set(name, value) };
Object.assign(globalThis, { localStorage });
if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { language: 'en-US' } });
// What a test has set going asks for its next turn when the test is over, and its browser gone: that turn never comes.
Object.defineProperty(navigator, 'locks', { configurable: true, value: { request: () => new Promise(() => undefined) } });

// The chunk of the screens draws on a page; what else is in it is here.
vi.mock('../src/shell/screens', () => ({ openScreens: async () => ({ ...(await import('../src/problems')), ...(await import('../src/features/account/move')) }) }));
