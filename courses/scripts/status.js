/* Says what waits on this phone, and why; the same on the desk and on the register. */
import { tell } from "./page.js";
import { counted } from "./words.js";

const DAY = 86400000;

/**
 * @typedef {object} Waiting
 * @property {number} count
 * @property {string} oldest ISO 8601; "" where nothing waits.
 */

/** @param {import("./types").Kept[]} events @returns {Waiting} */
export function waitingOf(events) {
  const moments = events.filter((event) => event.state === "waiting").map((event) => event.tapped_at);
  return { count: moments.length, oldest: moments.sort()[0] ?? "" };
}

/**
 * Why marks wait: the trouble of the last attempt, and a warning when they wait for a day.
 * @param {Waiting} waiting
 * @param {import("./types").Trouble} trouble
 * @param {Record<string, any>} words
 * @param {number} now
 */
export function whyWords(waiting, trouble, words, now) {
  const isOld = waiting.count > 0 && now - Date.parse(waiting.oldest) > DAY;
  return [words[trouble] ?? "", isOld ? words.old : ""].filter(Boolean).join(" ");
}

/**
 * @param {ParentNode} root Holds the note [data-waiting], its [data-number] and [data-why], and [data-saved].
 * @param {Waiting} waiting
 * @param {import("./types").Trouble} trouble
 * @param {Record<string, any>} words
 */
export function showWaiting(root, waiting, trouble, words) {
  const note = /** @type {HTMLElement | null} */ (root.querySelector("[data-waiting]"));
  const line = /** @type {HTMLElement | null} */ (root.querySelector("[data-saved]"));
  const why = whyWords(waiting, trouble, words, Date.now());
  const isLoud = waiting.count > 0 && Boolean(why);
  if (note) {
    note.hidden = !isLoud;
    if (isLoud) {
      tell(/** @type {HTMLElement} */ (note.querySelector("[data-number]")), counted(words.waiting, waiting.count));
      tell(/** @type {HTMLElement} */ (note.querySelector("[data-why]")), why);
    }
  }
  if (!line) return;
  const calm = "quiet" in line.dataset ? "" : words.saved;
  tell(line, isLoud ? "" : waiting.count ? counted(words.handing_in, waiting.count) : calm);
}
