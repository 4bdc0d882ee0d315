/* What becomes of a register and of the pack when the server tells news: who is on the list, who is not
   any more, whose card opens what. Knows no page and no storage. */
import { NOTHING } from "./marks.js";

/** @typedef {import("./types").Register} Register */

/** @param {Record<string, any>} rows @param {(row: string) => boolean} isWanted */
const only = (rows, isWanted) => Object.fromEntries(Object.entries(rows).filter(([row]) => isWanted(row)));

/**
 * A register after the server told it anew. The list is that of the server; of who is not on it any more
 * stays what was told last, and of a merged row nothing, since the other one shows it.
 * @param {Register | undefined} before
 * @param {import("./types").News & {session: string, as_of: string, gone?: Register["gone"]}} news
 * @returns {Register}
 */
export function renewed(before, { session, as_of, closed, rows, added = [], gone = {}, moved = {} }) {
  const merged = Object.fromEntries(Object.keys(moved).map((row) => [row, NOTHING]));
  const known = new Map([...(before?.added ?? []), ...added].map((each) => [each.row, each]));
  return {
    session, as_of, closed, rows,
    added: [...known.values()].filter(({ row }) => row in rows),
    gone: only({ ...before?.rows, ...before?.gone, ...gone, ...merged }, (row) => !(row in rows)),
  };
}

/**
 * The register of a page that the server drew, and of what the phone heard: the later one holds, and
 * what only the page has is gone where the phone heard more.
 * @param {Register} page
 * @param {Register | undefined} kept
 */
export const metPage = (page, kept) =>
  kept && isBefore(page.as_of, kept.as_of) ? renewed(page, kept) : renewed(undefined, page);

/** @param {string} one ISO 8601, in any zone. @param {string} other */
export const isBefore = (one, other) => Date.parse(one) < Date.parse(other);

/**
 * Cards follow the list: those of merged rows open the other one, those of who is off the list none, and
 * she is somebody whom a walk-in may name.
 * @param {import("./types").Pack} pack Is changed.
 * @param {string} session
 * @param {import("./types").News} news
 */
export function follow(pack, session, { rows, added = [], left = [], moved = {} }) {
  const cards = pack.cards[session];
  if (!cards) return;
  for (const [card, row] of Object.entries(cards)) {
    const now = moved[row] ?? row;
    cards[card] = now in rows ? now : "";
  }
  for (const { card, row } of added) if (card) cards[card] = row;
  const known = new Set(pack.known?.map(({ key }) => key));
  pack.known = [...(pack.known ?? []), ...left.filter(({ key }) => !known.has(key))];
}

/**
 * The pack that the scanner and the walk-in hold, after another one was written on the disk.
 * @param {import("./types").Pack} pack Is changed.
 * @param {import("./types").Pack | undefined} fresh
 */
export function keepUp(pack, fresh) {
  if (!fresh) return;
  Object.assign(pack.cards, fresh.cards);
  pack.known.splice(0, pack.known.length, ...fresh.known);
}

/**
 * Who came unannounced by a tap that the server has taken: her page may be older than she is.
 * @param {import("./types").Kept} event
 * @returns {import("./types").Added[]}
 */
export function cameWith({ person, row }) {
  if (!person) return [];
  const { name_km, name_latin, sex, role } = person;
  return [{ name_km, name_latin, sex, role, row }];
}
