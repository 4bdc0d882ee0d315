/* A lesson on a phone: how far its reader got is kept, also without signal, and recordings have speeds. */
import { uuid } from "./ids.js";
import { handIn, keepEvent, waitingFor, whoReads } from "./lesson_queue.js";
import { further, goOn, isEnd, NOWHERE, placeHere, rememberHere } from "./place.js";
import { forgetReader } from "./reader.js";
import { watchParts } from "./seen.js";
import { offerSpeeds } from "./sound.js";

/** Milliseconds in which several parts become one event. */
const A_WHILE = 2000;

/** @typedef {import("./types").LessonSite} Site */

class Lesson {
  /** @param {Site} site */
  constructor(site) {
    this.site = site;
    /** @type {import("./types").LessonLine} */
    this.line = { events: site.events, fetch: (...asked) => fetch(...asked), now: () => new Date() };
    this.parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-part]")]);
    this.keys = this.parts.map((part) => part.dataset.part ?? "");
    this.place = NOWHERE;
    this.told = NOWHERE;
    this.isRead = site.is_read;
    /** @type {string | null} Null until the server, or the phone without a line, says who reads. */
    this.reader = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  async start() {
    watchParts(this.parts, (number) => this.saw(number));
    addEventListener("pagehide", () => this.keep());
    addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
    addEventListener("online", () => this.handIn());
    this.reader = (await whoReads(this.line)).reader;
    if (!this.isRead) this.offerToGoOn();
    this.showReader();
    if (isEnd(this.place)) await this.finish();
    else await this.leave();
  }

  /** @param {number} number Of the part, from one. */
  saw(number) {
    this.place = further(this.place, { part: this.keys[number - 1], number, parts: this.parts.length });
    clearTimeout(this.timer);
    if (isEnd(this.place)) this.finish();
    else this.timer = setTimeout(() => this.keep(), A_WHILE);
  }

  /** Puts what was seen since the last time on the phone. Whether there is room for it. */
  keep() {
    if (this.place === this.told || this.isRead || this.reader === null) return true;
    const { lesson, words } = this.site, place = this.place;
    try {
      if (this.reader) {
        keepEvent({ event: uuid(), reader: this.reader, lesson, ...place, tapped_at: new Date().toISOString() });
      } else rememberHere(lesson, place);
      this.told = place;
    } catch {
      this.say(words.full);
      return false;
    }
    return true;
  }

  async finish() {
    if (this.isRead || this.reader === null || !this.keep()) return;
    if (this.reader) await this.handIn();
    else this.say(this.site.words.here_only);
  }

  async leave() {
    this.keep();
    if (waitingFor(this.reader).length) await this.handIn();
  }

  async handIn() {
    const { words, lesson } = this.site, isDone = isEnd(this.place);
    const read = await handIn(this.line);
    if (read?.has(lesson)) {
      this.isRead = true;
      this.say(words.kept);
      document.querySelector("form[data-read]")?.remove();
    } else if (isDone) this.say(read ? words.questions : words.waits);
  }

  /** Where somebody stopped whose place only this phone knows. */
  offerToGoOn() {
    const way = document.querySelector("[data-resume]"), link = way?.querySelector("a");
    const known = this.reader ? waitingFor(this.reader).filter((event) => event.lesson === this.site.lesson) : [];
    const place = known.reduce(further, this.reader ? NOWHERE : placeHere(this.site.lesson));
    const at = this.parts[this.keys.indexOf(goOn(place, this.keys))];
    if (!(way instanceof HTMLElement) || !link || !at) return;
    link.href = `#${at.id}`;
    way.hidden = false;
  }

  /** A page from the phone says for whom it keeps, and lets somebody else say that it is not her. */
  showReader() {
    const told = document.querySelector("[data-reader]");
    if (!(told instanceof HTMLElement) || !this.reader) return;
    told.hidden = false;
    told.querySelector("[data-not-me]")?.addEventListener("click", () => {
      forgetReader();
      this.reader = "";
      told.hidden = true;
    });
  }

  /** @param {string} words */
  say(words) {
    const line = document.querySelector("[data-progress]");
    if (!(line instanceof HTMLElement)) return;
    line.hidden = false;
    const place = line.querySelector("span");
    if (place) place.textContent = words;
  }
}

const told = document.getElementById("sala-lesson")?.textContent;
offerSpeeds();
if (told && "IntersectionObserver" in window) new Lesson(JSON.parse(told)).start();
