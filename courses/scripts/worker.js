/* The service worker: without signal it shows the pages that the phone has taken along, and the list of
   them in the place of every other page. It keeps no page that prepare.js has not put there. */
/// <reference lib="webworker" />

const PAGES = "sala-pages", FILES = "sala-files";
/** Milliseconds in which the line must answer where the phone has the page itself. */
const PATIENCE = 3000;
const scope = /** @type {ServiceWorkerGlobalScope & {SALA: {pages: string[], files: string[]}}} */ (
  /** @type {unknown} */ (self)
);

scope.addEventListener("install", (event) => {
  const { pages, files } = scope.SALA;
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll([...pages, ...files])));
  scope.skipWaiting();
});
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== scope.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (request.cache !== "no-cache") event.respondWith(file(request));
});

/** @param {Request} request */
async function file(request) {
  const kept = await caches.match(request, { cacheName: FILES, ignoreVary: true });
  return kept ?? fetch(request);
}

/** @param {FetchEvent} event */
async function page(event) {
  const kept = await caches.match(event.request, { cacheName: PAGES, ignoreVary: true });
  const loaded = fetch(event.request);
  if (!kept) return loaded.catch(() => insteadOf(event.request));
  const renewed = loaded.then((answer) => renew(event.request, answer));
  event.waitUntil(renewed.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  return Promise.race([renewed.then((answer) => (answer.status >= 500 ? kept : answer)).catch(() => kept), late]);
}

/**
 * Keeps the newer page, but not one that says that it would be of no use on the day.
 * @param {Request} request
 * @param {Response} answer
 */
async function renew(request, answer) {
  const isOfUse = answer.ok && !answer.redirected && answer.headers.get("X-Sala-Keep") !== "no";
  if (isOfUse && (await caches.has(PAGES))) await (await caches.open(PAGES)).put(request, answer.clone());
  return answer;
}

/** @param {Request} request The list of registers, in the language of the page that was asked for. */
async function insteadOf(request) {
  const { pages } = scope.SALA, path = new URL(request.url).pathname;
  const own = pages.find((each) => each.split("/")[1] === path.split("/")[1]) ?? pages[0];
  return (await caches.match(own, { cacheName: FILES, ignoreVary: true })) ?? Response.error();
}
