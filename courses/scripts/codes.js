/* What a scanned or typed card says: somebody on this list, a card of somebody else, or no card at all.
   The signs and the check character are those of courses/rules/spoken_codes.py. */

const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ", LENGTH = 6;
/** Signs that the alphabet leaves out, read as the nearest one that it has. @type {Record<string, string>} */
const READ_AS = { 0: "Q", O: "Q", 1: "J", I: "J", L: "J" };

/** @typedef {{kind: "here", row: string, code: string} | {kind: "revoked" | "elsewhere" | "stranger" | "none", code: string}} Verdict */

/** @param {string} code Whether six signs carry the right check character. */
function isSound(code) {
  let sum = 0;
  for (let at = 0; at < LENGTH; at += 1) {
    const value = ALPHABET.indexOf(code[at]);
    if (value < 0) return false;
    sum += at === LENGTH - 1 ? value : value * (at + 2);
  }
  return sum % ALPHABET.length === 0;
}

/**
 * The six signs of a card code, however it was typed or scanned, the address of a card included; ""
 * where it cannot be one.
 * @param {string} text
 */
export function signs(text) {
  const last = text.trim().replace(/[?#].*$/, "").replace(/\/+$/, "").split("/").pop() ?? "";
  const khmer = last.replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));
  const plain = khmer.normalize("NFKC").toUpperCase().replace(/[^0-9A-Z]/g, "");
  if (plain.length > LENGTH + 4) return "";
  const code = plain.slice(-LENGTH).replace(/[0O1IL]/g, (sign) => READ_AS[sign]);
  return code.length === LENGTH && isSound(code) ? code : "";
}

/**
 * The card of somebody who gave the place up has no row in the pack.
 * @param {string} text
 * @param {string} session
 * @param {import("./types").Pack | undefined} pack
 * @returns {Verdict}
 */
export function read(text, session, pack) {
  const code = signs(text), cards = pack?.cards ?? {};
  const rowIn = (/** @type {string} */ each) =>
    Object.entries(cards[each] ?? {}).find(([card]) => signs(card) === code)?.[1];
  if (!code) return { kind: "none", code: text.trim().slice(0, 20) };
  const row = rowIn(session);
  if (row) return { kind: "here", row, code };
  if (row === "") return { kind: "revoked", code };
  return { kind: Object.keys(cards).some(rowIn) ? "elsewhere" : "stranger", code };
}
