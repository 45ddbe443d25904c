import 'fake-indexeddb/auto';

// What modules ask of a browser while they load; each test brings the rest itself.
const held = new Map<string, string>();
const localStorage = { getItem: (name: string) => held.get(name) ?? null, setItem: (name: string, value: string) => void held.set(name, value) };
Object.assign(globalThis, { localStorage });
if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { language: 'en-US' } });
