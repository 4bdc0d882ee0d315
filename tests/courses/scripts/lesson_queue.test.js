/* What was read is never lost, never doubled, and never handed in as somebody else's. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { handIn, keepEvent, waitingFor, whoReads } from "../../../courses/scripts/lesson_queue.js";
import { forgetReader, lastReader } from "../../../courses/scripts/reader.js";
import { Phone, Server } from "./lesson_world.js";

const read = (event, reader, number = 4) => ({
  event, reader, number, parts: 4, part: "p", lesson: "walk", tapped_at: `2026-12-01T08:00:0${event.length}Z`,
});

beforeEach(() => { globalThis.localStorage = new Phone(); });

test("what was read without a line is handed in once with one", async () => {
  const server = new Server("sok");
  assert.equal((await whoReads(server.line)).reader, "sok");
  server.isReached = false;
  keepEvent(read("one", "sok"));
  assert.equal(await handIn(server.line), null);
  assert.equal(waitingFor("sok").length, 1);
  server.isReached = true;
  assert.deepEqual([...(await handIn(server.line))], ["walk"]);
  assert.deepEqual([waitingFor("sok"), server.events.size], [[], 1]);
});

test("an answer that is lost doubles nothing", async () => {
  const server = new Server("sok");
  keepEvent(read("one", "sok"));
  server.losesAnswers = true;
  assert.equal(await handIn(server.line), null);
  server.losesAnswers = false;
  assert.deepEqual([...(await handIn(server.line))], ["walk"]);
  assert.equal(server.events.size, 1);
});

test("one reader's events wait until she is here again", async () => {
  const server = new Server("dara");
  keepEvent(read("one", "sok"));
  keepEvent(read("three", "dara", 1));
  await handIn(server.line);
  assert.deepEqual([...server.events.keys()], ["three"]);
  assert.equal(waitingFor("sok").length, 1);
  server.reader = "sok";
  await handIn(server.line);
  assert.deepEqual([...server.events.keys()], ["three", "one"]);
});

test("a server that knows nobody makes the phone forget who was here", async () => {
  await whoReads(new Server("sok").line);
  assert.equal(lastReader(), "sok");
  keepEvent(read("one", "sok"));
  const server = new Server("");
  assert.deepEqual(await handIn(server.line), new Set());
  assert.deepEqual([lastReader(), server.events.size, waitingFor("sok").length], ["", 0, 1]);
});

test("without a line the one who was here last reads, and nobody after she left", async () => {
  const server = new Server("sok");
  await whoReads(server.line);
  server.isReached = false;
  assert.equal((await whoReads(server.line)).reader, "sok");
  forgetReader();
  assert.equal((await whoReads(server.line)).reader, "");
});

test("a full phone says so", () => {
  globalThis.localStorage = Object.assign(new Phone(), { setItem() { throw new Error("full"); } });
  assert.throws(() => keepEvent(read("one", "sok")));
});

test("more than a batch goes in several", async () => {
  const server = new Server("sok");
  for (let number = 0; number < 230; number++) keepEvent({ ...read("n", "sok", 1), event: `n${number}` });
  await handIn(server.line);
  assert.deepEqual([server.events.size, waitingFor("sok").length], [230, 0]);
});
