/* Lessons kept on a phone, for everybody who uses it: the page as a stranger sees it, its pictures and
   recordings, and its films where the reader wants them. What is known of each stands in the headers of its page, so that nothing can disagree. */

export const LESSONS = "sala-lessons";
const ABOUT = "X-Sala-Kept", VERSION = "X-Sala-Version";
/** @typedef {{title: string, size: number, at: string, format: string, version: string, files: string[], films?: boolean}} About */

const TAG = /<(?:img|audio|video|track)\b[^>]*>/g, SOURCE = / (?:src|poster)="([^"]+)"/g;

/** What a kept page loads: its pictures, recordings and films. @param {string} html */
export const sourcesIn = (html) =>
  [...new Set((html.match(TAG) ?? []).flatMap((tag) => [...tag.matchAll(SOURCE)]).map(([, url]) => url.replaceAll("&amp;", "&")))]
    .filter((url) => !url.startsWith("data:"));

/** Why a lesson cannot be kept: `closed` for a group only, `full` phone, `offline`. */
export class NotKept extends Error {
  /** @param {"closed" | "full" | "offline"} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/** @param {string} url @param {RequestInit} [how] */
async function load(url, how) {
  const answer = await fetch(url, how).catch(() => { throw new NotKept("offline"); });
  if (answer.redirected || [401, 403, 404].includes(answer.status)) throw new NotKept("closed");
  if (!answer.ok) throw new NotKept("offline");
  return answer;
}

/**
 * Takes a lesson along, or takes it anew. It is loaded as a stranger loads it: nothing of whoever reads
 * stays on the phone, and what is for a group alone cannot be kept.
 * @param {string} url
 * @param {string} title
 * @param {string} format
 * @param {boolean} films whether its films come too
 * @returns {Promise<About>} Rejects with NotKept.
 */
export async function keepLesson(url, title, format, films = false) {
  const answer = await load(`${url}?keep=${format}${films ? "&films=1" : ""}`, { credentials: "omit", cache: "no-store" });
  const html = await answer.text(), files = sourcesIn(html);
  const loaded = await Promise.all(files.map((file) => load(file, { credentials: "omit" })));
  const bodies = await Promise.all(loaded.map((each) => each.blob())).catch(() => { throw new NotKept("offline"); });
  const size = bodies.reduce((sum, body) => sum + body.size, new Blob([html]).size);
  /** @type {About} */
  const about = { title, size, at: new Date().toISOString(), format, version: answer.headers.get(VERSION) ?? "", files, films };
  const headers = new Headers(answer.headers);
  ["content-encoding", "content-length", "vary"].forEach((name) => headers.delete(name));
  headers.set(ABOUT, encodeURIComponent(JSON.stringify(about)));
  try {
    const cache = await caches.open(LESSONS);
    await Promise.all(files.map((file, number) =>
      cache.put(file, new Response(bodies[number], { headers: { "Content-Type": bodies[number].type } }))));
    await cache.put(url, new Response(html, { headers }));
  } catch {
    await removeLesson(url);
    throw new NotKept("full");
  }
  return about;
}

/** @param {Response | undefined} answer @returns {About | null} */
export function aboutOf(answer) {
  const told = answer?.headers.get(ABOUT);
  return told ? JSON.parse(decodeURIComponent(told)) : null;
}

/** All lessons on the phone. @returns {Promise<(About & {url: string})[]>} */
export async function keptLessons() {
  const cache = await caches.open(LESSONS), found = [];
  for (const request of await cache.keys()) {
    const about = aboutOf(await cache.match(request));
    if (about) found.push({ ...about, url: new URL(request.url).pathname });
  }
  return found.sort((one, other) => one.at.localeCompare(other.at));
}

/** Takes a lesson off the phone, with the files that no other one needs. @param {string} url */
export async function removeLesson(url) {
  const cache = await caches.open(LESSONS);
  await cache.delete(url);
  const needed = new Set((await keptLessons()).flatMap((each) => [each.url, ...each.files]).map((each) => new URL(each, location.href).href));
  for (const request of await cache.keys()) if (!needed.has(request.url)) await cache.delete(request);
}

/**
 * Takes a kept lesson anew where the page that just came is a newer one.
 * @param {string} url
 * @param {Response} kept
 * @param {Response} fresh
 */
export async function keepUp(url, kept, fresh) {
  const about = aboutOf(kept), version = fresh.headers.get(VERSION);
  if (!about || !fresh.ok || !version || version === about.version) return;
  const had = about.files;
  await keepLesson(url, about.title, about.format, about.films);
  const cache = await caches.open(LESSONS), needed = new Set((await keptLessons()).flatMap((each) => each.files));
  await Promise.all(had.filter((file) => !needed.has(file)).map((file) => cache.delete(file)));
}
