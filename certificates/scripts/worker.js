/* The service worker of the checker: its page and files are there without signal. It knows nothing else. */
/// <reference lib="webworker" />

const CACHE = "sala-check-files";
const scope = /** @type {ServiceWorkerGlobalScope & {SALA_CHECK: {page: string, files: string[]}}} */ (
  /** @type {unknown} */ (self)
);

scope.addEventListener("install", (event) => {
  const { page, files } = scope.SALA_CHECK;
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([page, ...files])));
  scope.skipWaiting();
});
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== scope.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (request.cache !== "no-store") event.respondWith(file(request));
});

/** @param {Request} request */
async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(scope.SALA_CHECK.page, { cacheName: CACHE, ignoreVary: true })) ?? Response.error();
  }
}

/** @param {Request} request */
async function file(request) {
  return (await caches.match(request, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}
