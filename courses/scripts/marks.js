/* What a row of a register shows, and the event that a tap makes of it. Knows no page and no storage. */
import { uuid } from "./ids.js";

/** @type {import("./types").Told} */
export const NOTHING = { presence: "", minutes: 0, reason: "", heads: [], disputed: false };

/** The newest come first; what they supersede is superseded with them. */
const MOST_SUPERSEDED = 50;

/** Marks with minutes that were missed, and marks with a reason. */
export const TIMED = ["late", "left_early"];
export const REASONED = ["left_early", "excused", "absent"];

/** @param {import("./types").Kept[]} own */
const waiting = (own) => own.filter((each) => each.state === "waiting");

/**
 * The mark that a row shows: the last own tap that waits, else what the server told.
 * @param {import("./types").Told} told
 * @param {import("./types").Kept[]} own Taps of this phone for the row, in their order.
 * @returns {import("./types").Told}
 */
export function shown(told, own) {
  const last = waiting(own).at(-1);
  if (!last) return told;
  const { presence, minutes, reason } = last;
  return { presence, minutes, reason, heads: told.heads, disputed: false };
}

/**
 * The event of a tap. It supersedes what the person saw: what the server told about the row, and her
 * own taps before. It corrects where the server had told a mark; a mark on a bare row is blind.
 * @param {{kind: import("./types").Kind, session: string, row: string, presence: import("./types").Presence,
 *   minutes?: number, reason?: string, source?: import("./types").Source, person?: import("./types").Newcomer}} act
 * @param {import("./types").Told} told
 * @param {import("./types").Kept[]} own
 * @param {Date} now
 * @returns {import("./types").Kept}
 */
export function tap(act, told, own, now) {
  const seen = [...own.map((each) => each.event).reverse(), ...told.heads];
  return {
    event: uuid(),
    kind: act.kind,
    session: act.session,
    row: act.row,
    presence: act.presence,
    minutes: TIMED.includes(act.presence) ? act.minutes ?? 0 : 0,
    reason: REASONED.includes(act.presence) ? (act.reason ?? "").trim() : "",
    supersedes: [...new Set(seen)].slice(0, MOST_SUPERSEDED),
    corrects: act.kind === "mark" && Boolean(told.presence),
    tapped_at: now.toISOString(),
    sequence: 0,
    source: act.source ?? "register",
    ...(act.person && { person: act.person }),
    state: "waiting",
  };
}
