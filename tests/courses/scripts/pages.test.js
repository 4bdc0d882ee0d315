/* What the screens say and decide, as far as it needs no page. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { registersOf } from "../../../courses/scripts/list.js";
import { alike, newcomerOf } from "../../../courses/scripts/newcomer.js";
import { isFresh, peopleIn, readyWords } from "../../../courses/scripts/prepare.js";
import { came, guess } from "../../../courses/scripts/rows.js";
import { matches } from "../../../courses/scripts/search.js";
import { waitingOf, whyWords } from "../../../courses/scripts/status.js";
import { number, useDigits } from "../../../courses/scripts/words.js";
import { BARE, NOW, present } from "./world.js";

const WORDS = {
  late: "Came %(time)s. Counts %(credit)s of %(planned)s min.",
  left_early: "Left %(time)s. Counts %(credit)s of %(planned)s min.",
  offline: "No signal.", old: "For more than a day.",
  ready: "Ready offline, %(people)s, %(time)s, %(size)s kB", people: ["%(count)s person", "%(count)s people"],
};
const TIMES = { planned: 180, grace: 15, starts: "2026-12-01T08:00:00+07:00", ends: "2026-12-01T11:00:00+07:00" };
const at = (moment) => Date.parse(moment);

test("a mark says what it counts, as the server says it", () => {
  const words = (presence, minutes) => came({ ...BARE, presence, minutes }, TIMES, WORDS);
  assert.equal(words("late", 40), "Came 08:40. Counts 155 of 180 min.");
  assert.equal(words("late", 10), "Came 08:10. Counts 180 of 180 min.");
  assert.equal(words("left_early", 30), "Left 10:30. Counts 150 of 180 min.");
  assert.deepEqual([words("late", 0), words("present", 0), words("absent", 40)], ["", "", ""]);
});

test("minutes are guessed by the clock while the session runs, else they are a usual length", () => {
  const minutes = (presence, moment) => guess(presence, TIMES, at(moment));
  assert.equal(minutes("late", "2026-12-01T08:42:00+07:00"), 40);
  assert.equal(minutes("left_early", "2026-12-01T10:10:00+07:00"), 50);
  assert.deepEqual([minutes("late", "2026-12-02T08:00:00+07:00"), minutes("left_early", "2026-11-30T08:00:00+07:00")], [15, 30]);
  assert.equal(minutes("present", "2026-12-01T08:42:00+07:00"), 0);
});

test("two letters find a name in Khmer or Latin, whatever nobody sees", () => {
  const found = "ចាន់ ស្រីមុំ chan sreymom";
  assert.deepEqual(["sr", "ស្រី", "SREY chan", "ចា\u200bន់"].map((typed) => matches(typed, found)), [true, true, true, true]);
  assert.equal(matches("zz", found), false);
});

test("the answers at the door become what the server takes", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: " គង់ សុខលីម ", sex: "female", role: "worker", place: "other", place_words: "Lotus", known: "" })) form.set(name, value);
  assert.deepEqual(newcomerOf(form), {
    name_km: "គង់ សុខលីម", name_latin: "", sex: "female", role: "worker", organization: null, organization_words: "Lotus", known: null,
  });
  form.set("name", "Kong Soklim");
  form.set("place", "7");
  assert.deepEqual(newcomerOf(form), {
    name_km: "", name_latin: "Kong Soklim", sex: "female", role: "worker", organization: "7", organization_words: "", known: null,
  });
});

test("known people are proposed from two letters on, three at most", () => {
  const known = ["kong soklim", "kong sokha", "keo sok", "sok san", "mao"].map((find) => ({ key: find, find }));
  assert.deepEqual(alike("sok", known).map(({ key }) => key), ["kong soklim", "kong sokha", "keo sok"]);
  assert.deepEqual(alike("s", known), []);
});

test("what waits is counted, and a day of waiting is told", () => {
  const waits = { ...present(), tapped_at: "2026-11-29T01:00:00.000Z" };
  const waiting = waitingOf([present(), waits, { ...present(), state: "refused" }]);
  assert.deepEqual(waiting, { count: 2, oldest: waits.tapped_at });
  assert.equal(whyWords(waiting, "offline", WORDS, NOW.getTime()), "No signal. For more than a day.");
  assert.equal(whyWords(waitingOf([present()]), "", WORDS, NOW.getTime()), "");
});

test("a phone says what it holds; somebody in four sessions counts once", () => {
  const pack = { cards: { a: { K1: "r1", K2: "r2" }, b: { K1: "r1", K0: "r1", K3: "" } } };
  assert.equal(peopleIn(pack), 2);
  const prepared = { at: "2026-12-01T01:00:00.000Z", people: 2, bytes: 180400 };
  assert.match(readyWords(prepared, WORDS), /^Ready offline, 2 people, \d\d:00, 180 kB$/);
  assert.deepEqual([isFresh(prepared, new Date(NOW.getTime() + 60000)), isFresh(prepared, new Date(NOW.getTime() + 3600000)), isFresh(undefined, NOW)], [true, false, false]);
});

test("without signal the registers of today and the open ones before it come first", () => {
  const session = (uuid, starts, state = "open") => ({ uuid, starts, state });
  const now = new Date(2026, 11, 1, 9), day = (number, hour) => new Date(2026, 11, number, hour).toISOString();
  const all = [session("later", day(3, 8)), session("today", day(1, 13)), session("before", day(0, 8)), session("done", day(0, 13), "closed")];
  assert.deepEqual(registersOf(all, now).map(({ uuid }) => uuid), ["before", "today"]);
  assert.deepEqual(registersOf([all[0]], now).map(({ uuid }) => uuid), ["later"]);
});

test("numbers are in the digits of the language", () => {
  useDigits("០១២៣៤៥៦៧៨៩");
  assert.equal(number("08:40"), "០៨:៤០");
  useDigits("0123456789");
});
