/* The list of lessons on this phone: to read without signal, to take along, to take off again. */
import { askToPersist } from "./able.js";
import { keepLesson, keptLessons, NotKept, removeLesson } from "./keeping.js";
import { number, say, useDigits } from "./words.js";

/** The addresses that were kept, to notice when the phone takes some away by itself. */
const NOTED = "sala-kept";

/** A picture of one pixel, to see whether the browser reads AVIF. */
const PIXEL =
  "data:image/avif;base64,AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAETAAAAIgAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAAQAAAAEAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAAKm1kYXQSAAoIGAAGiAhoNCAyFB7Hh4VZ3///4sAAAJA1jjx6y4Yh";

/** The pictures that this browser reads and that load least. */
async function bestFormat() {
  const picture = new Image();
  picture.src = PIXEL;
  return picture.decode().then(() => "avif", () => "webp");
}

/** @typedef {{worker: string, scope: string, words: Record<string, string>}} Site */

/** @param {string} selector @param {ParentNode} [within] */
const find = (selector, within = document) => /** @type {HTMLElement} */ (within.querySelector(selector));

/** @param {number} bytes */
const kilobytes = (bytes) => number(Math.max(1, Math.ceil(bytes / 1000)));

class KeptPage {
  /** @param {Site} site */
  constructor(site) {
    this.site = site;
    this.list = find("[data-kept]");
    this.rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-lesson]")]);
  }

  async start() {
    find("[data-needs-script]").hidden = true;
    for (const row of this.rows) find("button", row).addEventListener("click", () => this.keep([row]));
    document.querySelector("[data-keep-all]")?.addEventListener("click", () => this.keep(this.rows));
    const kept = await this.show(), gone = this.noted().filter((url) => !kept.includes(url));
    if (gone.length) this.tell(say(this.site.words.evicted, { count: number(gone.length) }));
    this.note(kept);
  }

  /** Draws what is on the phone. @returns {Promise<string[]>} Its addresses. */
  async show() {
    const lessons = await keptLessons(), urls = lessons.map(({ url }) => url);
    const template = /** @type {HTMLTemplateElement} */ (find("template[data-row]"));
    this.list.replaceChildren(...lessons.map((lesson) => {
      const row = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild);
      const link = /** @type {HTMLAnchorElement} */ (find("a", row));
      link.href = lesson.url;
      link.textContent = lesson.title;
      find("[data-size]", row).textContent = say(this.site.words.size, { size: kilobytes(lesson.size) });
      find("button", row).addEventListener("click", () => this.remove(lesson));
      return row;
    }));
    find("[data-none]").hidden = lessons.length > 0;
    const total = lessons.reduce((sum, { size }) => sum + size, 0);
    find("[data-total]").textContent = lessons.length ? say(this.site.words.total, { size: kilobytes(total) }) : "";
    for (const row of this.rows) {
      const isKept = urls.includes(row.dataset.lesson ?? "");
      find("button", row).hidden = isKept;
      find("[data-is-kept]", row).hidden = !isKept;
      const films = /** @type {HTMLElement | null} */ (row.querySelector("[data-films]"));
      if (films) films.hidden = isKept;
    }
    const all = document.querySelector("[data-keep-all]");
    if (all instanceof HTMLElement) all.hidden = !this.rows.some((row) => !find("button", row).hidden);
    return urls;
  }

  /** @param {HTMLElement[]} rows */
  async keep(rows) {
    const { words, worker, scope } = this.site, format = await bestFormat();
    const wanted = rows.filter((row) => !find("button", row).hidden);
    try {
      await navigator.serviceWorker.register(worker, { scope });
      askToPersist();
      for (const [at, row] of wanted.entries()) {
        this.tell(say(words.keeping, { number: number(at + 1), total: number(wanted.length) }));
        const films = row.querySelector("input")?.checked ?? false;
        await keepLesson(row.dataset.lesson ?? "", row.dataset.title ?? "", format, films);
        this.note(await this.show());
      }
      this.tell(words.done);
    } catch (error) {
      this.tell(error instanceof NotKept ? words[error.why] : words.offline);
      this.note(await this.show());
    }
  }

  /** @param {{url: string, title: string}} lesson */
  async remove(lesson) {
    await removeLesson(lesson.url);
    this.note(await this.show());
    this.tell(say(this.site.words.removed, { title: lesson.title }));
    find("h1").focus();
  }

  /** @returns {string[]} */
  noted() {
    return JSON.parse(localStorage.getItem(NOTED) ?? "[]");
  }

  /** @param {string[]} urls */
  note(urls) {
    localStorage.setItem(NOTED, JSON.stringify(urls));
  }

  /** @param {string} words */
  tell(words) {
    const line = find("[data-told]");
    line.hidden = false;
    find("span", line).textContent = words;
  }
}

const told = document.getElementById("sala-kept")?.textContent;
if (told && "caches" in window && "serviceWorker" in navigator) {
  const site = JSON.parse(told);
  useDigits(site.words.digits);
  new KeptPage(site).start();
}
