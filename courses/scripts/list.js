/* The registers that are on this phone, for the page that shows where nothing else can be loaded. */
import { copyOf, find } from "./page.js";
import { clock, number } from "./words.js";

const DAY = 86400000;

/**
 * Sessions of today, and those before whose register is open; the next ones where there are none.
 * @param {import("./types").PackSession[]} sessions
 * @param {Date} now
 */
export function registersOf(sessions, now) {
  const start = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const open = sessions.filter((each) => each.state !== "closed");
  const due = open.filter((each) => Date.parse(each.starts) < start + DAY);
  return (due.length ? due : open).sort((one, other) => Date.parse(one.starts) - Date.parse(other.starts));
}

/**
 * Tue 1 Dec, 08:00
 * @param {Date} moment
 * @param {string} language
 */
const dayOf = (moment, language) =>
  `${number(moment.toLocaleDateString(language, { weekday: "short", day: "numeric", month: "short" }))}, ${clock(moment)}`;

/**
 * @param {HTMLElement} place
 * @param {import("./types").Pack | undefined} pack
 * @param {string} language
 */
export function showRegisters(place, pack, language) {
  const isKhmer = language === "km";
  const found = registersOf(pack?.sessions ?? [], new Date());
  const items = found.map((session) => {
    const item = copyOf("template[data-session]");
    const link = /** @type {HTMLAnchorElement} */ (find("a", item));
    link.href = isKhmer ? session.url_km : session.url_en;
    link.textContent = isKhmer ? session.title_km : session.title_en;
    find("p", item).textContent = `${dayOf(new Date(session.starts), language)} · ${session.host}`;
    return item;
  });
  find("ol", place).replaceChildren(...items);
  find("[data-none]", place).hidden = items.length > 0;
}
