/* How far somebody got in a lesson; the same rules as courses/rules/lessons.py. */
const PLACES = "sala-places", MOST = 50;

/** @typedef {import("./types").Place} Place */
/** @type {Place} */
export const NOWHERE = { part: "", number: 0, parts: 0 };

/** @param {Place} place */
const share = (place) => (place.parts ? place.number / place.parts : 0);

/** @param {Place} one @param {Place} other */
export const further = (one, other) => (share(other) > share(one) ? other : one);

/** @param {Place} place */
export const isEnd = (place) => place.parts > 0 && place.number >= place.parts;

/**
 * The part with which to go on; "" at the beginning and at the end.
 * @param {Place} place
 * @param {string[]} keys
 */
export function goOn(place, keys) {
  if (!place.number || isEnd(place)) return "";
  const at = keys.indexOf(place.part), after = at < 0 ? Math.floor(share(place) * keys.length) : at + 1;
  return (after > 0 && keys[after]) || "";
}

/** @returns {Record<string, Place>} */
const places = () => JSON.parse(localStorage.getItem(PLACES) ?? "{}");

/** Where somebody who has not said who she is stopped on this phone. @param {string} lesson @returns {Place} */
export const placeHere = (lesson) => places()[lesson] ?? NOWHERE;

/** @param {string} lesson @param {Place} place The last fifty lessons are remembered. */
export function rememberHere(lesson, place) {
  const { [lesson]: before, ...others } = places();
  const kept = Object.entries(others).slice(1 - MOST);
  const found = Object.fromEntries([...kept, [lesson, further(before ?? NOWHERE, place)]]);
  localStorage.setItem(PLACES, JSON.stringify(found));
}
