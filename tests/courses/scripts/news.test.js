/* The phone's list follows the server's: who is new, who left, who came back, and whose card opens what. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cameWith, follow, isBefore, keepUp, metPage, renewed } from "../../../courses/scripts/news.js";
import { BARE, present, SESSION } from "./world.js";

const HERE = { ...BARE, presence: "present", heads: ["h"] };
const EARLY = "2026-12-01T08:00:00+07:00", LATER = "2026-12-01T01:10:00+00:00";
const register = (rows, more = {}) => ({ session: SESSION, as_of: EARLY, closed: false, rows, added: [], ...more });
const told = (before, news) => renewed(before, { session: SESSION, as_of: LATER, closed: false, ...news });

test("the list is that of the server; of who left stays what was told last", () => {
  const before = register({ a: BARE, b: HERE, c: HERE }, { added: [{ row: "b" }, { row: "c" }] });
  const news = { closed: true, rows: { c: HERE, d: BARE }, added: [{ row: "c" }, { row: "d" }], left: [], moved: {} };
  assert.deepEqual(told(before, news), {
    session: SESSION, as_of: LATER, closed: true, rows: news.rows, added: [{ row: "c" }, { row: "d" }], gone: { a: BARE, b: HERE },
  });
});

test("who comes back is on the list with what is told now, and leaves again", () => {
  const left = told(register({ a: HERE }), { rows: {} });
  const back = told(left, { rows: { a: BARE }, added: [{ row: "a" }] });
  assert.deepEqual([left.gone, back.gone, back.rows], [{ a: HERE }, {}, { a: BARE }]);
  const again = told(back, { rows: {} });
  assert.deepEqual([again.gone, again.added], [{ a: BARE }, []]);
});

test("of a merged row nothing is told any more: the other one shows it", () => {
  const merged = told(register({ a: HERE, b: BARE }), { rows: { b: HERE }, moved: { a: "b" } });
  assert.deepEqual([merged.rows, merged.gone], [{ b: HERE }, { a: BARE }]);
});

test("a phone that was told nothing yet takes the list as it is", () => {
  assert.deepEqual(told(undefined, { rows: { a: BARE } }), register({ a: BARE }, { as_of: LATER, gone: {} }));
});

test("moments are compared in whatever zone they are written", () => {
  assert.deepEqual([isBefore(EARLY, LATER), isBefore(LATER, EARLY), isBefore(EARLY, EARLY)], [true, false, false]);
});

test("a page that is older than what was told says only who is gone", () => {
  const page = register({ a: BARE, b: HERE, c: HERE });
  const kept = register({ a: HERE, d: BARE }, { as_of: LATER, added: [{ row: "d" }], gone: { c: BARE } });
  assert.deepEqual(metPage(page, kept), { ...kept, gone: { b: HERE, c: BARE } });
});

test("a page that is newer than what was told is the list", () => {
  const page = register({ a: BARE }, { as_of: LATER });
  for (const kept of [undefined, register({ a: HERE, b: HERE }, { gone: { c: HERE } })]) {
    assert.deepEqual(metPage(page, kept), { ...page, gone: {} });
  }
});

test("cards follow the list, and who left may come to the door", () => {
  const cards = { stays: "a", left: "b", merged: "c", long: "", back: "" };
  const pack = { cards: { [SESSION]: cards, other: { left: "x" } }, known: [{ key: "1" }] };
  const news = { rows: { a: BARE, d: BARE, e: BARE }, added: [{ row: "e", card: "back" }, { row: "a" }], left: [{ key: "1" }, { key: "2" }], moved: { c: "d" } };
  follow(pack, SESSION, news);
  follow(pack, "unknown", news);
  assert.deepEqual(pack.cards, { [SESSION]: { stays: "a", left: "", merged: "d", long: "", back: "e" }, other: { left: "x" } });
  assert.deepEqual(pack.known, [{ key: "1" }, { key: "2" }]);
});

test("what the scanner and the walk-in hold keeps up with the disk", () => {
  const known = [{ key: "1" }], pack = { cards: { [SESSION]: { a: "r" } }, known };
  keepUp(pack, undefined);
  keepUp(pack, { cards: { [SESSION]: { a: "" } }, known: [{ key: "1" }, { key: "2" }] });
  assert.deepEqual([pack.cards, known], [{ [SESSION]: { a: "" } }, [{ key: "1" }, { key: "2" }]]);
});

test("only who came unannounced comes with a tap", () => {
  const person = { name_km: "", name_latin: "Kong Lim", sex: "female", role: "worker", organization: null, organization_words: "", known: null };
  assert.deepEqual(cameWith(present("r")), []);
  assert.deepEqual(cameWith({ ...present("r"), person }), [{ name_km: "", name_latin: "Kong Lim", sex: "female", role: "worker", row: "r" }]);
});
