import { expect, it } from 'vitest';
import { isGlobal } from '../src/shell/is-global';

it('knows a global of the browser by whatever way it came, and nothing of the app as one', () => {
  for (const value of [globalThis, Function, setTimeout, fetch, eval, Math, Reflect, WebAssembly, Promise, performance, process]) expect(isGlobal(value)).toBe(true);
  const own = { fetch: () => undefined, stop() { /* As a tab has one, too. */ }, Map: class Map {} };
  const moment = new Event('put');
  Object.assign(globalThis, { event: moment });
  for (const value of [moment, own, own.fetch, own.stop, own.Map, [], new Map(), new Date(), Promise.resolve()]) expect(isGlobal(value)).toBe(false);
});
