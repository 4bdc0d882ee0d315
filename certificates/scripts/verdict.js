/* What a scanned certificate is worth, by the keys and the list that this phone has. */
import * as ed25519 from "@noble/ed25519";
import { fromHex, toHex } from "./payload.js";

/** @typedef {import("./payload.js").Scan} Scan */
/** @typedef {{tag: string, public: string, begins: string, ends: string}} Key */
/** @typedef {{tag: string, public: string, since: string}} Stolen */
/** @typedef {{made: string, keys: Key[], stolen?: Stolen[], taken_back: Record<string, [string, string]>, courses: Record<string, Record<string, string>>}} List */
/** @typedef {{state: "valid" | "expired" | "revoked" | "replaced" | "forged" | "unsure" | "stolen", since: string}} Verdict */

/** Days after which a list is called old. */
const OLD = 7;
/** Characters of the hash by which the list knows a code. */
const SHORT = 16;

/** @param {string} code */
export async function nameInList(code) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  return toHex(new Uint8Array(hash)).slice(0, SHORT);
}

/** @param {Scan} scan @param {Key} key A key signs on its own days only. */
const mayHaveSigned = ({ tag, facts }, key) =>
  key.tag === tag && key.begins <= facts.issued_on && (!key.ends || facts.issued_on <= key.ends);

/**
 * `unsure`: the list on this phone is older than the certificate, whose key it does not know.
 * `stolen`: signed with a key that somebody else may have, whatever day stands in it.
 * @param {Scan} scan
 * @param {List} list
 * @param {string} today
 * @returns {Promise<Verdict>}
 */
export async function judge(scan, list, today) {
  const keys = list.keys.filter((key) => mayHaveSigned(scan, key));
  const stolen = (list.stolen ?? []).filter((key) => key.tag === scan.tag);
  const tried = await Promise.all(
    [...keys, ...stolen].map((key) => ed25519.verifyAsync(scan.signature, scan.message, fromHex(key.public)).catch(() => false)),
  );
  if (!tried.includes(true)) {
    const isNewer = !list.keys.some((key) => key.tag === scan.tag) && list.made.slice(0, 10) <= scan.facts.issued_on;
    return { state: isNewer ? "unsure" : "forged", since: "" };
  }
  const [state, since] = list.taken_back[await nameInList(scan.code)] ?? [];
  if (state) return { state: /** @type {Verdict["state"]} */ (state), since };
  const thief = stolen[tried.indexOf(true) - keys.length];
  if (thief) return { state: "stolen", since: thief.since };
  const { expires_on } = scan.facts;
  return expires_on && expires_on < today ? { state: "expired", since: expires_on } : { state: "valid", since: "" };
}

/** @param {List} list @param {number} now */
export const isOld = (list, now) => now - Date.parse(list.made) > OLD * 86_400_000;
