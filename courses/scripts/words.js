/* Sentences with numbers in the language of the page. */

/** @type {string} */
let digits = "0123456789";

/** @param {string} ten The ten digits of the language. */
export function useDigits(ten) {
  digits = ten;
}

/** @param {string | number} value */
export const number = (value) => String(value).replace(/\d/g, (digit) => digits[+digit]);

/**
 * Fills the places of a sentence: say("%(here)s of %(people)s here", {here: 2, people: 5}).
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const say = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => number(values[name]));

/**
 * The sentence for one or for many.
 * @param {string[]} pair
 * @param {number} count
 */
export const counted = (pair, count) => say(pair[count === 1 ? 0 : 1], { count });

/** @param {Date} moment Hours and minutes of this phone's clock. */
export const clock = (moment) =>
  number(`${String(moment.getHours()).padStart(2, "0")}:${String(moment.getMinutes()).padStart(2, "0")}`);
