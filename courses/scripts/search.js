/* Finds people among the lines by parts of their names, in Khmer or Latin letters. */
import { find, tell } from "./page.js";

/** Lines from which on a search helps. */
const MANY = 8;

/** @param {string} text Lower case, without what nobody sees. */
export const plain = (text) => text.normalize("NFC").toLowerCase().replace(/[\u200b-\u200d\u2060]/g, "").trim();

/**
 * Whether every part that was typed occurs.
 * @param {string} typed
 * @param {string} found
 */
export const matches = (typed, found) =>
  plain(typed).split(/\s+/).every((part) => plain(found).includes(part));

/** @param {import("./register.js").RegisterPage} page */
export function startSearch(page) {
  const box = find("[data-search]");
  const input = /** @type {HTMLInputElement} */ (find("input", box));
  box.hidden = page.rows.size < MANY;
  input.addEventListener("input", () => {
    let isAny = false;
    for (const row of page.rows.values()) {
      row.showFound(matches(input.value, row.element.dataset.find ?? ""));
      isAny ||= !row.element.hidden;
    }
    tell(find("p", box), isAny ? "" : page.site.words.nobody);
  });
  input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
}
