import assert from "node:assert/strict";
import { test } from "node:test";
import { spread } from "../../../courses/scripts/light.js";

const picture = (greys) => new Uint8ClampedArray(greys.flatMap((grey) => [grey, grey, grey, 255]));
const greysOf = (points) => [...points].filter((_, at) => at % 4 === 0);

test("what lies between the darkest and the brightest goes from black to white", () => {
  assert.deepEqual(greysOf(spread(picture([20, 30, 40]))), [0, 128, 255]);
});

test("a few bright points do not keep the rest in the dark", () => {
  const greys = greysOf(spread(picture([...Array(60).fill(10), ...Array(60).fill(30), 255])));
  assert.deepEqual([greys[0], greys[60]], [0, 255]);
});

test("one even grey stays a picture", () => {
  assert.equal(new Set(greysOf(spread(picture([9, 9, 9])))).size, 1);
});
