/* The service worker: without signal it shows the pages that the phone has taken along, and the list of
   them in the place of every other page. It keeps no page that prepare.js or keeping.js has not put there. */
/// <reference lib="webworker" />
import { keepUp, LESSONS } from "./keeping.js";
import { partAnswer } from "./ranges.js";

const PAGES = "sala-pages", FILES = "sala-files";
/** Milliseconds in which the line must answer where the phone has the page itself. */
const PATIENCE = 3000;
const scope = /** @type {ServiceWorkerGlobalScope & {SALA: {pages: string[], lessons: string[], files: string[]}}} */ (
  /** @type {unknown} */ (self)
);

scope.addEventListener("install", (event) => {
  const { pages, lessons, files } = scope.SALA;
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll([...pages, ...lessons, ...files])));
  scope.skipWaiting();
});
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== scope.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (request.cache !== "no-cache" && request.cache !== "no-store") event.respondWith(file(request));
});

/** @param {Request} request */
async function file(request) {
  const kept = await caches.match(request, { cacheName: FILES, ignoreVary: true });
  return kept ?? (await lessonFile(request)) ?? fetch(request);
}

/** A picture, recording or film of a kept lesson; players ask for a part of it. @param {Request} request */
async function lessonFile(request) {
  const kept = await caches.match(request.url, { cacheName: LESSONS, ignoreVary: true });
  const asked = request.headers.get("Range");
  return kept && asked ? partAnswer(kept, asked) : kept;
}

/** @param {FetchEvent} event */
async function page(event) {
  const kept = await caches.match(event.request, { cacheName: PAGES, ignoreVary: true });
  const lesson = kept ? undefined : await caches.match(event.request, { cacheName: LESSONS, ignoreVary: true, ignoreSearch: true });
  const loaded = fetch(event.request), either = kept ?? lesson;
  if (!either) return loaded.catch(() => insteadOf(event.request));
  const renewed = loaded.then((answer) => (lesson ? follow(event, lesson, answer) : renew(event.request, answer)));
  event.waitUntil(renewed.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, either));
  return Promise.race([renewed.then((answer) => (answer.status >= 500 ? either : answer)).catch(() => either), late]);
}

/**
 * The reader gets her own page from the line; what the phone keeps for everybody is taken anew where it is old.
 * @param {FetchEvent} event
 * @param {Response} kept
 * @param {Response} answer
 */
function follow(event, kept, answer) {
  event.waitUntil(keepUp(new URL(event.request.url).pathname, kept, answer).catch(() => {}));
  return answer;
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

/**
 * The list of registers, or that of lessons where the phone has no register, in the language of the page
 * that was asked for.
 * @param {Request} request
 */
async function insteadOf(request) {
  const { pages, lessons } = scope.SALA, path = new URL(request.url).pathname;
  const isForLessons = lessons.includes(path) || (!(await caches.has(PAGES)) && (await caches.has(LESSONS)));
  const list = isForLessons ? lessons : pages;
  const own = list.find((each) => each.split("/")[1] === path.split("/")[1]) ?? list[0];
  return (await caches.match(own, { cacheName: FILES, ignoreVary: true })) ?? Response.error();
}
