/* Reads what a QR code of a certificate holds; the other half of certificates/rules/scanned.py. */

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-:";
const VERSION = 1, HEAD = 13, SIGNATURE = 64, KHMER = 0x1780, ESCAPE = 0x1a;
const STATEMENT = 0x80, YEARLY = 0x40;
const A_DAY = 86_400_000, EPOCH = Date.UTC(2020, 0, 1);
const PARTS = /\/([2-9A-HJKMNP-Z]{18})\/?#([0-9A-Z$*+:-]+)$/;

/**
 * @typedef {object} Facts Days are ISO dates, "" where there is none.
 * @property {string} course
 * @property {string} name_en
 * @property {string} name_km
 * @property {string} issued_on
 * @property {string} expires_on
 * @property {string} first_day
 * @property {string} last_day
 * @property {number} minutes
 * @property {boolean} is_statement Whether the person took part, and nothing is said of completing.
 * @property {boolean} is_yearly Whether it tells of a year; then there may be no course.
 */
/** @typedef {{code: string, tag: string, message: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>, facts: Facts}} Scan */

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} Throws RangeError for what was not written by us. */
export function unwritten(text) {
  const bytes = [];
  for (let start = 0; start < text.length; start += 3) {
    const group = text.slice(start, start + 3);
    let number = 0;
    for (const letter of [...group].reverse()) number = number * 41 + ALPHABET.indexOf(letter);
    const size = group.length === 3 ? 2 : 1;
    if (group.length === 1 || number >= 256 ** size) throw new RangeError("No payload");
    if (size === 2) bytes.push(number >> 8);
    bytes.push(number & 255);
  }
  return Uint8Array.from(bytes);
}

/** @param {string} hex */
export const fromHex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** @param {Uint8Array} bytes */
export const toHex = (bytes) => [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");

/** @param {number} number */
const day = (number) => (number ? new Date(EPOCH + number * A_DAY).toISOString().slice(0, 10) : "");

/** @param {Uint8Array} bytes */
function letters(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === ESCAPE) {
      text += String.fromCodePoint((bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]);
      at += 3;
    } else text += String.fromCodePoint(byte < 0x80 ? byte : byte - 0x80 + KHMER);
  }
  return text;
}

/** @param {string} text What the QR code holds. @returns {Scan | null} Null where it is none of ours. */
export function readScan(text) {
  const [, code, payload] = PARTS.exec(text.trim()) ?? [];
  if (!payload) return null;
  try {
    return scanOf(code, unwritten(payload));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** @param {string} code @param {Uint8Array<ArrayBuffer>} content @returns {Scan | null} */
function scanOf(code, content) {
  const body = content.slice(0, -SIGNATURE), view = new DataView(body.buffer);
  const kind = view.getUint8(0);
  if ((kind & ~(STATEMENT | YEARLY)) !== VERSION) return null;
  const texts = [];
  for (let at = HEAD; at < body.length; at += 1 + body[at]) texts.push(letters(body.slice(at + 1, at + 1 + body[at])));
  const [course = "", name_en = "", name_km = ""] = texts;
  const [issued_on, expires_on, first_day, last_day] = [3, 5, 7, 9].map((at) => day(view.getUint16(at)));
  return {
    code,
    tag: toHex(body.slice(1, 3)),
    message: Uint8Array.from([...new TextEncoder().encode(`sala-qr:${code}`), ...body]),
    signature: content.slice(-SIGNATURE),
    facts: { course, name_en, name_km, issued_on, expires_on, first_day, last_day, minutes: view.getUint16(11), is_statement: Boolean(kind & STATEMENT), is_yearly: Boolean(kind & YEARLY) },
  };
}
