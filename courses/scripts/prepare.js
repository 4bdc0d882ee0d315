/* Takes the next seven days onto the phone: the pack, its pages in both languages, the site's files. */
import { askToPersist, qrDetector } from "./able.js";
import { FILES, PAGES } from "./owner.js";
import { clock, counted, number, say } from "./words.js";

/** Milliseconds in which the phone counts as freshly prepared. */
const FRESH = 600000;
const AT_ONCE = 3;

/** @typedef {{at: string, people: number, bytes: number}} Prepared */

/** Whether the line is good enough to load what is not asked for. */
export function hasGoodLine() {
  const line = /** @type {any} */ (navigator).connection;
  return navigator.onLine && !line?.saveData && !/2g/.test(line?.effectiveType ?? "");
}

/**
 * @param {Prepared | undefined} prepared
 * @param {Date} now
 */
export const isFresh = (prepared, now) =>
  Boolean(prepared) && now.getTime() - Date.parse(/** @type {Prepared} */ (prepared).at) < FRESH;

/**
 * How many people a pack holds; somebody in four sessions of a run counts once, whoever gave the place up does not.
 * @param {import("./types").Pack} pack
 */
export const peopleIn = (pack) =>
  new Set(Object.values(pack.cards).flatMap((cards) => Object.values(cards)).filter(Boolean)).size;

/**
 * Ready offline, 24 people, 19:02, 180 kB.
 * @param {Prepared} prepared
 * @param {Record<string, any>} words
 */
export const readyWords = (prepared, words) =>
  say(words.ready, {
    people: counted(words.people, prepared.people),
    time: clock(new Date(prepared.at)),
    size: number(Math.max(1, Math.round(prepared.bytes / 1000))),
  });

/**
 * @param {import("./store").Store} store
 * @param {import("./types").Site} site
 * @param {Record<string, string>} headers
 * @returns {Promise<Prepared>} Rejects where the line fails; what was there before then stays.
 */
export async function prepare(store, site, headers) {
  const answer = await fetch(site.pack, { headers });
  if (!answer.ok || answer.redirected) throw new Error(`No pack: ${answer.status}`);
  /** @type {import("./types").Pack} */
  const pack = await answer.json();
  const bytes = (await keepPages(pack.pages)) + (await keepFiles(site.files));
  await store.set("pack", pack);
  const prepared = { at: new Date().toISOString(), people: peopleIn(pack), bytes };
  await store.set("prepared", prepared);
  askToPersist();
  return prepared;
}

/** @param {string[]} urls @returns {Promise<number>} Bytes on the line. */
async function keepPages(urls) {
  const cache = await caches.open(PAGES);
  const sizes = await few(urls, (url) => keep(cache, url, `${url}?offline=1`));
  const wanted = new Set(urls.map((url) => new URL(url, location.href).href));
  for (const request of await cache.keys()) {
    if (!wanted.has(request.url)) await cache.delete(request);
  }
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @param {string[]} urls */
async function keepFiles(urls) {
  const cache = await caches.open(FILES);
  const needed = (await qrDetector()) ? urls.filter((url) => !/decoder|\.wasm/.test(url)) : urls;
  return (await few(needed, (url) => keep(cache, url))).reduce((sum, size) => sum + size, 0);
}

/**
 * @param {Cache} cache
 * @param {string} url
 * @param {string} [from] Where it is loaded, when that differs.
 */
async function keep(cache, url, from = url) {
  const answer = await fetch(from, { cache: "no-cache" });
  if (!answer.ok || answer.redirected) throw new Error(`${url} answered ${answer.status}`);
  const size = (await answer.clone().blob()).size;
  await cache.put(url, answer);
  const timing = /** @type {PerformanceResourceTiming | undefined} */ (
    performance.getEntriesByName(new URL(from, location.href).href).at(-1)
  );
  return timing?.encodedBodySize || size;
}

/**
 * @template T
 * @param {string[]} urls
 * @param {(url: string) => Promise<T>} work
 */
async function few(urls, work) {
  /** @type {T[]} */
  const found = [];
  for (let at = 0; at < urls.length; at += AT_ONCE) {
    found.push(...(await Promise.all(urls.slice(at, at + AT_ONCE).map(work))));
  }
  return found;
}
