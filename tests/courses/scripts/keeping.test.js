/* Lessons on a phone: taken along as strangers see them, whole or not at all, and taken off again. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { aboutOf, keepLesson, keepUp, keptLessons, removeLesson, sourcesIn } from "../../../courses/scripts/keeping.js";

const HOME = "https://sala.example";
const html = (...pictures) => pictures.map((each) => `<p><img class="sala-photo" src="${each}" alt=""></p>`).join("");

class FakeCache extends Map {
  key(asked) { return new URL(asked.url ?? asked, HOME).href; }
  async put(asked, answer) {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.set(this.key(asked), answer);
  }
  async match(asked) { return super.get(this.key(asked))?.clone(); }
  async delete(asked) { return super.delete(this.key(asked)); }
  async keys() { return [...super.keys()].map((url) => ({ url })); }
}

let cache, site, asked;
beforeEach(() => {
  cache = new FakeCache();
  asked = [];
  site = { "/walk/": [html("/a.avif", "/b.avif"), "1"], "/plan/": [html("/b.avif"), "1"], "/a.avif": ["aaaa"], "/b.avif": ["bb"] };
  globalThis.location = new URL(HOME);
  globalThis.caches = { open: async () => cache };
  globalThis.fetch = async (url, how) => {
    asked.push([url, how?.credentials]);
    const found = site[url.split("?")[0]];
    if (!found) return { ok: false, status: 404 };
    return new Response(found[0], { headers: found[1] ? { "X-Sala-Version": found[1], "Content-Encoding": "gzip" } : {} });
  };
});

const onPhone = () => [...Map.prototype.keys.call(cache)].map((url) => new URL(url).pathname).sort();

test("the pictures and recordings of a page are found, and nothing else", () => {
  const page = `<img class="x" src="/a?b=1&amp;c=2" alt=""><audio controls preload="none" src="/s.mp3"></audio>
    <script type="module" src="/x.js"></script><img src="data:image/png;base64,AA"><img class="x" src="/a?b=1&amp;c=2">`;
  assert.deepEqual(sourcesIn(page), ["/a?b=1&c=2", "/s.mp3"]);
});

test("films come with their poster and captions where the reader wants them", async () => {
  const film = `<video controls src="/f.mp4" poster="/p.webp" width="4"><track kind="captions" src="/c.vtt"></video>`;
  assert.deepEqual(sourcesIn(film), ["/f.mp4", "/p.webp", "/c.vtt"]);
  await keepLesson("/walk/", "The walk", "avif", true);
  assert.equal(asked[0][0], "/walk/?keep=avif&films=1");
  const fresh = new Response("", { headers: { "X-Sala-Version": "2" } });
  site["/walk/"] = [html("/b.avif"), "2"];
  await keepUp("/walk/", await cache.match("/walk/"), fresh);
  assert.equal(aboutOf(await cache.match("/walk/")).films, true);
});

test("a lesson is taken along as a stranger sees it, with what is known of it", async () => {
  await keepLesson("/walk/", "The walk", "avif");
  assert.deepEqual(asked, [["/walk/?keep=avif", "omit"], ["/a.avif", "omit"], ["/b.avif", "omit"]]);
  const [lesson] = await keptLessons();
  assert.deepEqual([lesson.url, lesson.title, lesson.version], ["/walk/", "The walk", "1"]);
  assert.equal(lesson.size, site["/walk/"][0].length + 6);
  assert.equal((await cache.match("/walk/")).headers.get("Content-Encoding"), null);
});

test("what one lesson needs stays when another one goes", async () => {
  await keepLesson("/walk/", "The walk", "avif");
  await keepLesson("/plan/", "ផែនការ", "avif");
  await removeLesson("/walk/");
  assert.deepEqual(onPhone(), ["/b.avif", "/plan/"]);
  assert.equal((await keptLessons())[0].title, "ផែនការ");
});

test("a lesson for a group is not kept", async () => {
  await assert.rejects(keepLesson("/closed/", "Closed", "avif"), { why: "closed" });
  assert.deepEqual(onPhone(), []);
});

test("a full phone keeps the whole lesson or nothing of it", async () => {
  cache.isFull = true;
  await assert.rejects(keepLesson("/walk/", "The walk", "avif"), { why: "full" });
  assert.deepEqual(onPhone(), []);
});

test("a line that breaks keeps nothing", async () => {
  globalThis.fetch = async () => { throw new TypeError("No line."); };
  await assert.rejects(keepLesson("/walk/", "The walk", "avif"), { why: "offline" });
});

test("an older version is taken anew when the newer one is seen, and its pictures go", async () => {
  await keepLesson("/walk/", "The walk", "avif");
  const kept = await cache.match("/walk/"), count = asked.length;
  const fresh = (version) => new Response("", { headers: { "X-Sala-Version": version } });
  await keepUp("/walk/", kept, fresh("1"));
  assert.equal(asked.length, count);
  site["/walk/"] = [html("/b.avif"), "2"];
  await keepUp("/walk/", kept, fresh("2"));
  assert.equal(aboutOf(await cache.match("/walk/")).version, "2");
  assert.deepEqual(onPhone(), ["/b.avif", "/walk/"]);
});
