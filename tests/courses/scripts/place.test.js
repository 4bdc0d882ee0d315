/* Where one goes on; the same answers as tests/courses/rules/test_lessons.py. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { further, goOn, isEnd, NOWHERE, placeHere, rememberHere } from "../../../courses/scripts/place.js";
import { Phone } from "./lesson_world.js";

const KEYS = ["a", "b", "c", "d"];
const place = (part, number, parts) => ({ part, number, parts });

beforeEach(() => { globalThis.localStorage = new Phone(); });

test("one goes on where one stopped", () => {
  assert.equal(goOn(NOWHERE, KEYS), "");
  assert.equal(goOn(place("b", 2, 4), KEYS), "c");
  assert.equal(goOn(place("b", 2, 4), ["x", "b", "y"]), "y");
  assert.equal(goOn(place("b", 2, 4), ["p", "q", "r", "s", "t", "u"]), "s");
  assert.equal(goOn(place("gone", 1, 4), ["p", "q"]), "");
  assert.equal(goOn(place("d", 4, 4), KEYS), "");
  assert.equal(goOn(place("b", 2, 4), ["a", "b"]), "");
  assert.equal(goOn(place("b", 2, 4), []), "");
});

test("nobody goes back", () => {
  assert.deepEqual(further(place("c", 3, 4), place("a", 1, 4)), place("c", 3, 4));
  assert.equal(isEnd(further(place("c", 3, 4), place("z", 2, 2))), true);
  assert.equal(isEnd(NOWHERE), false);
});

test("a phone remembers the last fifty lessons of somebody who has not said who she is", () => {
  for (let number = 0; number < 60; number++) rememberHere(`lesson-${number}`, place("b", 2, 4));
  rememberHere("lesson-59", place("a", 1, 4));
  assert.deepEqual(placeHere("lesson-59"), place("b", 2, 4));
  assert.deepEqual(placeHere("lesson-9"), NOWHERE);
  assert.deepEqual(placeHere("lesson-10"), place("b", 2, 4));
});
