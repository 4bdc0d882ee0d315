/* When a phone hands in, and that a page one leaves holds up no other. */
import assert from "node:assert/strict";
import { test } from "node:test";

const heard = {};
const listen = (name, work) => { heard[name] = work; };
globalThis.addEventListener = listen;
globalThis.document = { addEventListener: listen };
const { Flusher } = await import("../../../courses/scripts/flusher.js");

function flusher(trouble) {
  const queue = { flushed: 0, givenUp: 0, giveUp() { this.givenUp += 1; }, async flush() { this.flushed += 1; return trouble; } };
  const told = [];
  return { queue, told, flusher: new Flusher(queue, async (each) => { told.push(each); }) };
}

test("it hands in when the line is back and when the page is looked at", async () => {
  const { queue, told } = flusher("");
  await heard.online();
  await heard.visibilitychange();
  assert.deepEqual([queue.flushed, told], [2, ["", ""]]);
});

test("a page that one leaves gives its request up, begins none and has no alarm set", async () => {
  const { queue, flusher: left } = flusher("offline");
  left.soon(1);
  heard.pagehide();
  heard.visibilitychange();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual([queue.flushed, queue.givenUp], [0, 1]);
  const alarms = [], { setTimeout: real } = globalThis;
  globalThis.setTimeout = (...alarm) => alarms.push(alarm);
  await left.now();
  globalThis.setTimeout = real;
  assert.deepEqual(alarms, []);
  heard.pageshow();
  await heard.visibilitychange();
  assert.equal(queue.flushed, 2);
  clearTimeout(left.timer);
});
