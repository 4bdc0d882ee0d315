import assert from "node:assert/strict";
import { test } from "node:test";
import { shown, tap } from "../../../courses/scripts/marks.js";
import { BARE, NOW, present, SESSION } from "./world.js";

const ABSENT = { presence: "absent", minutes: 0, reason: "Ill", heads: ["h1", "h2"], disputed: true };

test("a first mark on a bare row is blind", () => {
  const event = present("r");
  assert.deepEqual([event.supersedes, event.corrects, event.kind], [[], false, "mark"]);
});

test("a mark over what the server told supersedes all its heads and corrects", () => {
  const event = present("r", ABSENT);
  assert.deepEqual([event.supersedes, event.corrects], [["h1", "h2"], true]);
});

test("a second tap supersedes the own first one and stays blind to the rest", () => {
  const first = present("r");
  const second = present("r", BARE, [first]);
  assert.deepEqual([second.supersedes, second.corrects], [[first.event], false]);
});

test("of very many own taps the newest are named", () => {
  const own = Array.from({ length: 60 }, () => present("r"));
  const { supersedes } = present("r", ABSENT, own);
  assert.deepEqual([supersedes.length, supersedes[0]], [50, own[59].event]);
});

test("a default never corrects", () => {
  const event = tap({ kind: "default", session: SESSION, row: "r", presence: "present" }, ABSENT, [], NOW);
  assert.equal(event.corrects, false);
});

test("minutes and reasons are kept only where they mean something", () => {
  const act = { kind: "mark", session: SESSION, row: "r", minutes: 20, reason: " Ill " };
  const [here, late, gone] = ["present", "late", "absent"].map((presence) => tap({ ...act, presence }, BARE, [], NOW));
  assert.deepEqual([here, late, gone].map(({ minutes, reason }) => [minutes, reason]), [[0, ""], [20, ""], [0, "Ill"]]);
});

test("a row shows the last own tap that waits, and no dispute with it", () => {
  const own = [present("r", ABSENT)];
  assert.deepEqual(shown(ABSENT, own), { ...BARE, presence: "present", heads: ["h1", "h2"] });
  assert.deepEqual(shown(ABSENT, [{ ...own[0], state: "refused" }]), ABSENT);
  assert.deepEqual(shown(ABSENT, []), ABSENT);
});
