/// <reference lib="webworker" />
const shell = '__SHELL__' as unknown as string[];
const cacheName = 'shell-__VERSION__';
const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(shell)));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  const dropOld = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith('shell-') && name !== cacheName).map((name) => caches.delete(name)));
  };
  // The first page of all is served by it from now on, so that the grammar it fetches stays here too.
  event.waitUntil(dropOld().then(() => worker.clients.claim()));
});

async function fromShell(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const held = await cache.match(request.mode === 'navigate' ? '/' : request, { ignoreSearch: true });
  return held ?? fetch(request);
}

// The grammar comes once it is first used and stays; its folder carries its hash, its door is asked for anew while there is a connection.
const isGrammar = (path: string) => path === '/voice.js' || path.startsWith('/assets/voice/');

async function fromGrammar(request: Request, path: string): Promise<Response> {
  const cache = await caches.open('grammar');
  const held = await cache.match(request);
  if (held && path !== '/voice.js') return held;
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request, fresh.clone());
    return fresh;
  } catch (failure) {
    if (held) return held;
    throw failure;
  }
}

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === worker.location.origin && event.request.method === 'GET';
  const page = event.request.mode === 'navigate' ? !/^\/(api|docs|openapi|health)(\/|$)/.test(url.pathname) : shell.includes(url.pathname);
  if (ours && isGrammar(url.pathname)) return event.respondWith(fromGrammar(event.request, url.pathname));
  if (ours && page) event.respondWith(fromShell(event.request));
});
