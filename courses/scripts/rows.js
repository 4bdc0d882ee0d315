/* One line of the register: how a mark looks, and what is tapped and typed there. */
import { REASONED, TIMED } from "./marks.js";
import { copyOf, find } from "./page.js";
import { say } from "./words.js";

/** @type {Record<string, import("./types").Presence>} */
export const NEXT = {
  "": "present", present: "absent", absent: "late", late: "left_early", left_early: "excused", excused: "present",
};
/** Minutes that usually are missed, where the clock does not say. @type {Record<string, number>} */
const USUAL = { late: 15, left_early: 30 };
const TYPING = 600;

/**
 * @typedef {object} Times When the session is, in minutes and moments.
 * @property {number} planned
 * @property {number} grace
 * @property {string} starts ISO 8601 in the time of the place.
 * @property {string} ends
 */

/** @param {string} moment @param {number} minutes @returns {string} 08:40 */
function clock(moment, minutes) {
  const [, hour, minute] = /** @type {RegExpMatchArray} */ (moment.match(/T(\d\d):(\d\d)/));
  const at = +hour * 60 + +minute + minutes;
  return [Math.floor(at / 60), at % 60].map((each) => String(each).padStart(2, "0")).join(":");
}

/** @param {number} minutes @param {Times} times In steps of five, within the session. */
export const within = (minutes, times) =>
  Math.min(times.planned, Math.max(5, Math.round(minutes / 5) * 5));

/**
 * Minutes missed by the clock while the session runs, else a usual length.
 * @param {string} presence
 * @param {Times} times
 * @param {number} now
 */
export function guess(presence, times, now) {
  const start = Date.parse(times.starts), end = Date.parse(times.ends);
  if (!TIMED.includes(presence)) return 0;
  if (now < start || now > end) return within(USUAL[presence], times);
  return within((presence === "late" ? now - start : end - now) / 60000, times);
}

/**
 * Came 08:40. Counts 155 of 180 min.
 * @param {import("./types").Told} mark
 * @param {Times} times
 * @param {Record<string, any>} words
 */
export function came(mark, times, words) {
  if (!TIMED.includes(mark.presence) || !mark.minutes) return "";
  const isLate = mark.presence === "late";
  const lost = Math.max(0, mark.minutes - (isLate ? times.grace : 0));
  return say(words[mark.presence], {
    time: isLate ? clock(times.starts, mark.minutes) : clock(times.ends, -mark.minutes),
    credit: Math.max(0, times.planned - lost),
    planned: times.planned,
  });
}

/** @typedef {{presence: import("./types").Presence, minutes: number, reason: string}} Wish */

export class Row {
  /**
   * @param {HTMLElement} element
   * @param {Times} times
   * @param {Record<string, any>} words
   * @param {(row: Row, wish: () => Wish) => Promise<void>} act Told of every tap; resolves when it is kept.
   */
  constructor(element, times, words, act) {
    this.element = element;
    this.id = element.dataset.row ?? "";
    this.times = times;
    this.words = words;
    this.act = act;
    this.mark = /** @type {HTMLSelectElement} */ (find("select", element));
    this.minutes = /** @type {HTMLInputElement} */ (find("input[type=number]", element));
    this.reason = /** @type {HTMLInputElement} */ (find(".sala-why input", element));
    this.name = this.mark.getAttribute("aria-label") ?? "";
    this.button = Object.assign(document.createElement("button"), { type: "button" });
    this.button.addEventListener("click", () => this.perform(() => this.after(NEXT[this.mark.value])));
    this.seen = "";
    /** Acts that are not on the disk yet. */
    this.open = 0;
    this.isOff = this.isGone = false;
    this.isFound = true;
    this.addSteps();
    this.watch();
  }

  /** @param {() => Wish} wish */
  async perform(wish) {
    this.open += 1;
    await this.act(this, wish);
    this.open -= 1;
  }

  get isWoman() {
    return "woman" in this.element.dataset;
  }

  /** @param {import("./types").Presence} presence @returns {Wish} */
  after(presence) {
    return { presence, minutes: guess(presence, this.times, Date.now()), reason: "" };
  }

  /** Keeps what is typed now, whatever is shown by the time that it is its turn. */
  performTyped() {
    const typed = this.typed();
    return this.perform(() => typed);
  }

  /** @returns {Wish} What is typed on the line at this moment. */
  typed() {
    const presence = /** @type {import("./types").Presence} */ (this.mark.value);
    return { presence, minutes: Math.min(this.times.planned, +this.minutes.value), reason: this.reason.value };
  }

  addSteps() {
    const [less, more] = [-5, 5].map((by) => {
      const step = copyOf(`template[data-step="${by}"]`);
      step.addEventListener("click", () => {
        this.minutes.value = String(within(+this.minutes.value + by, this.times));
        this.performTyped();
      });
      return step;
    });
    this.minutes.before(less);
    this.minutes.nextElementSibling?.after(more);
  }

  /** A mark is written when the typing rests, or at the latest when the field is left. */
  watch() {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const write = () => {
      if (!timer) return;
      clearTimeout(timer);
      timer = undefined;
      this.performTyped();
    };
    for (const field of [this.minutes, this.reason]) {
      field.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(write, TYPING);
      });
      field.addEventListener("change", write);
    }
  }

  /** @param {import("./types").Told} mark Lists are long, so that what is shown already costs nothing. */
  show(mark) {
    const key = [mark.presence, mark.minutes, mark.reason, mark.disputed, mark.self_reported].join("|");
    if (key === this.seen) return;
    this.seen = key;
    const look = copyOf(`template[data-mark="${mark.disputed ? "both" : mark.presence}"]`);
    this.mark.value = mark.presence;
    this.button.className = look.className;
    this.button.replaceChildren(...look.childNodes);
    find(".sala-vh", this.button).textContent = `${this.name}: `;
    if (!this.mark.hidden) this.putButton();
    if (document.activeElement !== this.minutes && this.open < 2) this.minutes.value = String(mark.minutes || "");
    if (document.activeElement !== this.reason && this.open < 2) this.reason.value = mark.reason;
    find("[data-says]", this.element).textContent = came(mark, this.times, this.words);
    this.showDispute(mark);
    this.showSelf(Boolean(mark.self_reported));
  }

  /** The button takes the place of the list of marks as soon as it has something to say. */
  putButton() {
    this.mark.after(this.button);
    this.mark.hidden = true;
  }

  /** @param {boolean} isSelf Whether nobody but the person herself says so. */
  showSelf(isSelf) {
    this.tag("self", isSelf);
  }

  /** @param {string} name @param {boolean} isTold Puts a tag beside the name, or takes it away. */
  tag(name, isTold) {
    const before = this.element.querySelector(`[data-${name}]`);
    if (isTold && !before) find("small", this.element).append(" ", copyOf(`template[data-tag=${name}]`));
    if (!isTold) before?.remove();
  }

  /**
   * Somebody who is off the list cannot be marked, and is in sight only with a mark; she may come back.
   * @param {boolean} isOff
   * @param {boolean} isMarked
   */
  leave(isOff, isMarked) {
    this.isGone = isOff && !isMarked;
    this.showFound(this.isFound);
    if (isOff === this.isOff) return;
    this.isOff = isOff;
    this.element.classList.toggle("sala-gone", isOff);
    for (const field of [this.button, this.mark, this.minutes, this.reason]) field.disabled = isOff;
    this.tag("gone", isOff);
  }

  /** @param {boolean} isFound Whether the name is what somebody looks for. */
  showFound(isFound) {
    this.isFound = isFound;
    this.element.hidden = this.isGone || !isFound;
  }

  /** Two phones said different things: a tap on one of the answers settles it. @param {import("./types").Told} mark */
  showDispute(mark) {
    this.element.classList.toggle("sala-split", mark.disputed);
    const before = this.element.querySelector("[data-settle]");
    if (!mark.disputed || before) {
      if (!mark.disputed) before?.remove();
      return;
    }
    const settle = copyOf("template[data-dispute]");
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (settle.querySelectorAll("[data-presence]"))) {
      const presence = /** @type {import("./types").Presence} */ (button.dataset.presence);
      button.addEventListener("click", () => this.perform(() => this.after(presence)));
    }
    this.element.append(settle);
  }

  /** @returns {import("./types").Told} The mark that the server wrote into the page. */
  written() {
    const { heads = "", disputed } = this.element.dataset;
    const { presence, minutes, reason } = this.typed();
    const isTimed = TIMED.includes(presence), isReasoned = REASONED.includes(presence);
    return {
      presence,
      minutes: isTimed ? minutes : 0,
      reason: isReasoned ? reason : "",
      heads: heads.split(" ").filter(Boolean),
      disputed: disputed !== undefined,
      self_reported: Boolean(this.element.querySelector("[data-self]")),
    };
  }
}
