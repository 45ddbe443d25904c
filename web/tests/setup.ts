import 'fake-indexeddb/auto';
import { vi } from 'vitest';

// What modules ask of a browser while they load; each test brings the rest itself.
const held = new Map<string, string>();
const localStorage = { getItem: (name: string) => held.get(name) ?? null, setItem: (name: string, value: string) => void held.set(name, value) };
Object.assign(globalThis, { localStorage });
if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { language: 'en-US' } });

// The chunk of the screens draws on a page; what else is in it is here.
vi.mock('../src/shell/screens', () => ({ openScreens: async () => ({ ...(await import('../src/problems')), ...(await import('../src/features/account/move')) }) }));
