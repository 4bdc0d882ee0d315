import assert from "node:assert/strict";
import { test } from "node:test";
import { BATCH } from "../../../courses/scripts/queue.js";
import { freshStore, present, queueOf, Server, SESSION } from "./world.js";

async function phone(count) {
  const store = await freshStore(), server = new Server();
  const taps = Array.from({ length: count }, () => present());
  await store.add(taps);
  return { store, server, taps, queue: queueOf(store, server) };
}

test("what waits goes in its order, in batches, and leaves the phone", async () => {
  const { store, server, taps, queue } = await phone(BATCH * 2 + 5);
  assert.equal(await queue.flush(), "");
  assert.deepEqual(server.batches.map(({ events, unsent }) => [events.length, unsent]), [[BATCH, BATCH + 5], [BATCH, 5], [5, 0]]);
  assert.deepEqual([...server.kept.keys()], taps.map(({ event }) => event));
  assert.deepEqual(await store.events(), []);
});

test("the wire carries what the contract says and no state of the phone", async () => {
  const { server, queue } = await phone(1);
  await queue.flush();
  const [{ events: [event], headers, sent_at }] = server.batches;
  assert.deepEqual(Object.keys(event).sort(), [
    "corrects", "event", "kind", "minutes", "presence", "reason", "row", "sequence", "session", "source", "supersedes", "tapped_at",
  ]);
  assert.deepEqual([event.sequence, sent_at, headers["X-Sala-Device"]], [1, "2026-12-01T01:00:00.000Z", "d.s"]);
});

test("a phone asks for the registers that it marked, and with nothing to hand in for the next ones", async () => {
  const { store, server, queue } = await phone(1);
  const day = (number) => `2026-12-0${number}T05:00:00Z`, now = "2026-11-30T00:00:00Z";
  const sessions = [["old", day(0).replace("12-00", "11-29")], [SESSION, day(1)], ["next", day(2)]].map(([uuid, ends]) => ({ uuid, ends }));
  await store.set("pack", { now, sessions, cards: {} });
  await store.set("device", {});
  await queue.flush();
  await store.set("heard", 0);
  await queue.flush();
  assert.deepEqual(server.batches.map(({ registers }) => registers), [{ [SESSION]: now }, { [SESSION]: now, next: now }]);
});

test("without a line everything stays and says why", async () => {
  const { store, server, queue } = await phone(3);
  server.isLineUp = false;
  assert.equal(await queue.flush(), "offline");
  assert.equal((await store.events()).length, 3);
});

test("a request that is given up leaves the lock and every tap", async () => {
  const { store, server, queue } = await phone(2);
  server.fetch = (_address, { signal }) => new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    queueMicrotask(queue.giveUp);
  });
  assert.equal(await queue.flush(), "offline");
  assert.equal((await store.events()).length, 2);
  delete server.fetch;
  assert.equal(await queue.flush(), "");
});

test("a lost answer costs a repetition and doubles nothing", async () => {
  const { store, server, queue } = await phone(3);
  server.losesAnswer = true;
  assert.equal(await queue.flush(), "offline");
  server.losesAnswer = false;
  assert.equal(await queue.flush(), "");
  assert.deepEqual([server.kept.size, server.batches.length, (await store.events()).length], [3, 2, 0]);
});

for (const [status, trouble] of [[401, "signed_out"], [403, "other_user"], [500, "trouble"], [429, "trouble"]]) {
  test(`an answer of ${status} keeps everything and is told as ${trouble}`, async () => {
    const { store, server, queue } = await phone(2);
    server.status = status;
    assert.equal(await queue.flush(), trouble);
    assert.equal((await store.events()).length, 2);
  });
}

test("one bad mark stays with its reason and stops no other", async () => {
  const { store, server, taps, queue } = await phone(3);
  server.says = ({ event }) => event === taps[1].event && { status: "quarantined", code: "register_closed", sentence: "It is closed." };
  assert.equal(await queue.flush(), "");
  const left = await store.events();
  assert.deepEqual(left.map(({ event, state, sentence }) => [event, state, sentence]), [[taps[1].event, "refused", "It is closed."]]);
});

test("a server that answers about nothing is asked no more for now", async () => {
  const { server, queue } = await phone(1);
  server.take = () => ({ event: "another", status: "created" });
  assert.equal(await queue.flush(), "trouble");
  assert.equal(server.batches.length, 1);
});

test("a lost phone hands in all that it holds before it is wiped", async () => {
  const { server, queue } = await phone(BATCH + 1);
  server.wipe = true;
  server.says = () => ({ status: "quarantined", code: "revoked", sentence: "This phone was reported lost." });
  assert.equal(await queue.flush(), "wiped");
  assert.equal(server.kept.size, BATCH + 1);
});

test("a phone with nothing to hand in says so now and then, and so learns that it was lost", async () => {
  const { store, server, queue } = await phone(0);
  await queue.flush();
  assert.equal(server.batches.length, 0);
  await store.set("device", { device: "d", secret: "s" });
  await queue.flush();
  await queue.flush();
  assert.deepEqual(server.batches.map(({ events, unsent }) => [events, unsent]), [[[], 0]]);
  server.wipe = true;
  await store.set("heard", 0);
  assert.equal(await queue.flush(), "wiped");
});

test("flushes at the same moment send each tap once", async () => {
  const { server, queue, taps } = await phone(5);
  await Promise.all([queue.flush(), queue.flush(), queue.flush()]);
  assert.equal(server.kept.size, taps.length);
});
