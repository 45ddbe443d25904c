import { trusted } from './shell/trusted';
import { app } from './store';

let waiting: ServiceWorker | null = null;
let overtaken = false;

/** Another tab took the new version, and the pieces that this one has not loaded yet went with the old. */
export const isOvertaken = (): boolean => overtaken;

function offer(worker: ServiceWorker | null): void {
  // The first version of all has nobody to take over from.
  if (worker?.state !== 'installed' || !navigator.serviceWorker.controller) return;
  waiting = worker;
  app().updateReady = true;
}

/** Registering a worker is a script sink: under Trusted Types it takes a policy, and this one allows one address. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const before = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener('controllerchange', () => { overtaken = before !== null; });
  const registration = await navigator.serviceWorker.register(trusted('titan-worker', 'createScriptURL', () => '/sw.js')('')).catch(() => null);
  offer(registration?.waiting ?? null);
  // An app on the home screen is seldom loaded anew: it asks whenever it comes back into sight.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void registration?.update().catch(() => undefined));
  registration?.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => offer(installing));
  });
}

/** The new version takes over when the lifter says so, never in the middle of a set. */
export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  waiting?.postMessage('take over');
}
