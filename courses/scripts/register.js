/* The register of one session on a phone. Every tap is on the disk before it is shown. Without this file
   the page is a plain form. */
import { NOTHING, shown, tap } from "./marks.js";
import { metPage } from "./news.js";
import { drawn, find, tell } from "./page.js";
import { alone } from "./queue.js";
import { Row } from "./rows.js";
import { showWaiting, waitingOf } from "./status.js";
import { counted, say } from "./words.js";

/** @type {Record<string, unknown>} */
const HERE = { present: 1, late: 1, left_early: 1 };
/** Milliseconds until a whole list is handed in, and how long an act can be taken back. */
const LONG = 6000, UNDO = 10000;

/** @typedef {Partial<import("./rows.js").Wish> & {presence: import("./types").Presence, kind?: import("./types").Kind,
 *   source?: import("./types").Source, person?: import("./types").Newcomer}} Act */

export class RegisterPage {
  /**
   * @param {HTMLFormElement} form
   * @param {import("./store").Store} store
   * @param {import("./types").Site} site
   */
  constructor(form, store, site) {
    const { session = "", now = "", planned = "", grace = "", starts = "", ends = "" } = form.dataset;
    this.form = form;
    this.store = store;
    this.site = site;
    this.session = session;
    this.times = { planned: +planned, grace: +grace, starts, ends };
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    /** @type {import("./types").Kept[]} */
    this.events = [];
    /** @type {import("./types").Register} */
    this.register = { session, as_of: now, closed: false, rows: {}, added: [] };
    /** @type {{row: Row, before: import("./types").Told, event: string}[]} */
    this.last = [];
    this.work = Promise.resolve();
    /** Resolves when the sums after the last act are shown. */
    this.summed = Promise.resolve();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.fading = undefined;
    /** @type {import("./flusher.js").Flusher | undefined} */
    this.flusher = undefined;
    /** @type {import("./newcomer.js").NewcomerDialog | undefined} */
    this.newcomers = undefined;
    /** @type {import("./types").Trouble} */
    this.trouble = "";
  }

  get isWaiting() {
    return this.events.some((event) => event.state === "waiting");
  }

  async start() {
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-row]"))) {
      this.addRow(element);
    }
    await this.meetPage();
    await this.refresh();
    find("[data-save]", this.form).hidden = true;
    for (const rest of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-rest]"))) {
      rest.addEventListener("click", (event) => {
        event.preventDefault();
        this.markRest(/** @type {import("./types").Presence} */ (rest.value));
      });
    }
    find("[data-undo]").addEventListener("click", () => this.undo());
  }

  /** @param {HTMLElement} element */
  addRow(element) {
    const row = new Row(element, this.times, this.site.words, (tapped, wish) =>
      this.act(() => [{ row: tapped, act: wish() }]));
    this.rows.set(row.id, row);
    return row;
  }

  /** The page that the server wrote is news when the phone has not heard anything later. */
  async meetPage() {
    const rows = Object.fromEntries([...this.rows].map(([id, row]) => [id, row.written()]));
    this.register = metPage({ ...this.register, rows }, await this.store.register(this.session));
    await this.store.putRegister(this.register);
  }

  /** Reads what is on the phone and shows it. */
  async refresh() {
    this.events = (await this.store.events()).filter((event) => event.session === this.session);
    this.register = (await this.store.register(this.session)) ?? this.register;
    this.newcomers?.addMissing();
    for (const row of this.rows.values()) this.show(row);
    this.total();
    await this.showWaiting();
  }

  /** @param {string} id */
  told(id) {
    return this.register.rows[id] ?? this.register.gone?.[id] ?? NOTHING;
  }

  /** Whether the server took somebody off the list; who came by a tap of this phone waits to be on it. @param {string} id */
  isOff(id) {
    return !(id in this.register.rows) && !this.own(id).some(({ person }) => person);
  }

  /** The lines that can be marked. */
  get people() {
    return [...this.rows.values()].filter(({ isOff }) => !isOff);
  }

  /** @param {string} id */
  own(id) {
    return this.events.filter((event) => event.row === id);
  }

  /** @param {Row} row */
  now(row) {
    return shown(this.told(row.id), this.own(row.id));
  }

  /** Who is off the list stays in sight as long as there is a mark of hers. @param {Row} row */
  show(row) {
    const mark = this.now(row);
    row.show(mark);
    row.leave(this.isOff(row.id), Boolean(mark.presence) || this.own(row.id).length > 0);
  }

  /**
   * One thing after the other: what is to be done is asked when everything before is on the disk.
   * @param {() => {row: Row, act: Act}[]} wishes
   */
  act(wishes) {
    this.work = this.work.then(() => this.keep(wishes())).catch(() => {
      tell(find("[data-saved]"), this.site.words.not_kept);
    });
    return this.work;
  }

  /** @param {{row: Row, act: Act}[]} wishes */
  async keep(wishes) {
    if (!wishes.length) return;
    const now = new Date();
    const taken = wishes.map(({ row, act }) => ({
      row,
      before: this.now(row),
      event: tap({ kind: "mark", ...act, session: this.session, row: row.id }, this.told(row.id), this.own(row.id), now),
    }));
    await this.store.add(taken.map(({ event }) => event));
    this.events.push(...taken.map(({ event }) => event));
    for (const { row } of taken) this.show(row);
    this.last = taken.map(({ row, before, event }) => ({ row, before, event: event.event }));
    this.flusher?.soon(taken.length > 1 ? LONG : undefined);
    this.summed = this.tell(taken);
  }

  /** The sums of a long list take their time: the marks are drawn before them. @param {{row: Row}[]} taken */
  async tell(taken) {
    await drawn();
    this.say(taken);
    this.total();
    await this.showWaiting();
  }

  /** @param {{row: Row}[]} taken */
  say(taken) {
    find("[data-undo]").hidden = false;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => { find("[data-undo]").hidden = true; }, UNDO);
    find("[data-said]").textContent =
      taken.length === 1 ? taken[0].row.button.textContent : counted(this.site.words.marked, taken.length);
  }

  /** @param {import("./types").Presence} presence Everybody who has no mark yet; never a look at each. */
  markRest(presence) {
    return this.act(() =>
      this.people
        .filter((row) => !this.now(row).presence)
        .map((row) => ({ row, act: { kind: "default", presence } })));
  }

  /** Takes the last act back: a mark that was there comes back, a first one leaves if it has not gone. */
  undo() {
    this.work = this.work.then(() => this.takeBack(this.last.splice(0)));
    find("[data-undo]").hidden = true;
    return this.work;
  }

  /** @param {{row: Row, before: import("./types").Told, event: string}[]} taken */
  async takeBack(taken) {
    const fresh = new Set(taken.filter(({ before }) => !before.presence).map(({ event }) => event));
    let gone = 0;
    await alone(async () => {
      const held = new Set((await this.store.events()).map((event) => event.event));
      const here = [...fresh].filter((event) => held.has(event));
      gone = fresh.size - here.length;
      await this.store.remove(here);
    });
    await this.refresh();
    const back = taken.filter(({ event }) => !fresh.has(event));
    await this.keep(back.map(({ row, before }) => ({ row, act: /** @type {Act} */ (before) })));
    await this.summed;
    find("[data-undo]").hidden = true;
    find("[data-said]").textContent = gone ? this.site.words.too_late : this.site.words.undone;
  }

  total() {
    const words = this.site.words, rows = this.people;
    const here = rows.filter((row) => row.mark.value in HERE);
    const women = here.filter((row) => row.isWoman).length;
    const open = rows.filter((row) => !row.mark.value).length, people = rows.length;
    const progress = document.querySelector(".sala-bar progress");
    tell(find("[data-here]"), say(words.here, { here: here.length, people }));
    tell(find("[data-detail]"), counted(words.women, women) + (open ? ` · ${counted(words.open, open)}` : ""));
    if (progress instanceof HTMLProgressElement) {
      progress.max = people;
      progress.value = people - open;
      progress.setAttribute("aria-label", say(words.progress, { marked: people - open, people }));
    }
    for (const rest of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-rest]"))) {
      rest.hidden = !open;
      if (rest.dataset.rest !== "absent") find("span", rest).textContent = counted(words.rest, open);
    }
  }

  async showWaiting() {
    showWaiting(document, waitingOf(await this.store.events()), this.trouble, this.site.words);
  }
}
