/// <reference lib="webworker" />
const shell = '__SHELL__' as unknown as string[];
const cacheName = 'shell-__VERSION__';
const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(shell)));
});

worker.addEventListener('activate', (event) => {
  const dropOld = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith('shell-') && name !== cacheName).map((name) => caches.delete(name)));
  };
  event.waitUntil(dropOld());
});

async function fromShell(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const held = await cache.match(request.mode === 'navigate' ? '/' : request, { ignoreSearch: true });
  return held ?? fetch(request);
}

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === worker.location.origin && event.request.method === 'GET';
  const page = event.request.mode === 'navigate' ? !/^\/(api|docs|openapi|health)(\/|$)/.test(url.pathname) : shell.includes(url.pathname);
  if (ours && page) event.respondWith(fromShell(event.request));
});
