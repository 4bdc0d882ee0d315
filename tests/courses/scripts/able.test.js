/* Ways around what some browsers lack. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { askToPersist, dropCaches, isAble, patience, qrDetector, send, speaker } from "../../../courses/scripts/able.js";
import { alone } from "../../../courses/scripts/queue.js";
import { uuid } from "../../../courses/scripts/ids.js";

const before = Object.getOwnPropertyDescriptors(globalThis);
const put = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

afterEach(() => {
  for (const name of ["BarcodeDetector", "caches", "navigator", "AudioContext", "crypto"]) {
    if (before[name]) Object.defineProperty(globalThis, name, before[name]);
    else delete globalThis[name];
  }
});

const WORLD = { indexedDB: {}, localStorage: {}, crypto: { getRandomValues() {} }, HTMLDialogElement: class { showModal() {} } };

test("a browser that can keep taps is able", () => assert.equal(isAble(WORLD), true));

for (const name of Object.keys(WORLD)) {
  test(`without ${name} the register stays a plain form`, () => assert.equal(isAble({ ...WORLD, [name]: undefined }), false));
}

test("dialogues that cannot be shown, or a store that is forbidden, leave the plain form", () => {
  assert.equal(isAble({ ...WORLD, HTMLDialogElement: class {} }), false);
  assert.equal(isAble({ ...WORLD, get localStorage() { throw new Error("SecurityError"); } }), false);
});

test("what does not come is given up after a while, at once, or not when it has come", async () => {
  const late = patience(5), left = patience(10000), came = patience(5);
  came.end();
  assert.equal(late.signal.aborted, false);
  await new Promise((resolve) => late.signal.addEventListener("abort", resolve));
  left.giveUp();
  left.end();
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual([late, left, came].map(({ signal }) => signal.aborted), [true, true, false]);
});

test("the browser's own reader is used only where it reads QR codes", async () => {
  assert.equal(await qrDetector(), null);
  const Detector = (formats) => class { static getSupportedFormats = formats; };
  for (const formats of [async () => [], async () => ["ean_13"], async () => { throw new Error("NotSupported"); }]) {
    put("BarcodeDetector", Detector(formats));
    assert.equal(await qrDetector(), null);
  }
  const Own = Detector(async () => ["ean_13", "qr_code"]);
  put("BarcodeDetector", Own);
  assert.ok((await qrDetector()) instanceof Own);
});

test("kept pages are dropped where there are any, and a private window that forbids it stops nothing", async () => {
  await dropCaches("a");
  const dropped = [];
  put("caches", { delete: async (name) => { dropped.push(name); } });
  await dropCaches("a", "b");
  assert.deepEqual(dropped, ["a", "b"]);
  put("caches", { delete: async () => { throw new Error("SecurityError"); } });
  await dropCaches("a");
});

test("nobody waits for the answer whether data may stay", async () => {
  let asked = 0;
  for (const storage of [undefined, {}, { persist: () => new Promise(() => { asked += 1; }) }, { persist: async () => { asked += 1; throw new Error("no"); } }]) {
    put("navigator", { storage });
    assert.equal(askToPersist(), undefined);
  }
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(asked, 2);
});

test("a phone that makes no sound is silent, one that slept is woken", () => {
  assert.equal(speaker(null), null);
  let woken = 0;
  put("AudioContext", class { async resume() { woken += 1; } });
  const sound = speaker(null);
  assert.equal(speaker(sound), sound);
  assert.equal(woken, 2);
});

test("a form is sent as its button does", () => {
  const sent = [], button = { click: () => sent.push("click") };
  send({ requestSubmit: (by) => sent.push(by) }, button);
  send({}, button);
  assert.deepEqual(sent, [button, "click"]);
});

test("without locks one flusher works after the other, also after one that fails", async () => {
  put("navigator", {});
  const order = [];
  const work = (name, fails) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 2));
    order.push(`${name} ends`);
    if (fails) throw new Error(name);
  };
  const all = await Promise.allSettled([alone(work("one", true)), alone(work("two", false))]);
  assert.deepEqual(order, ["one begins", "one ends", "two begins", "two ends"]);
  assert.deepEqual(all.map(({ status }) => status), ["rejected", "fulfilled"]);
});

/** Locks as browsers have them: one holder; a signal ends the wait, stealing breaks the holder's promise. */
function locks() {
  let held = null;
  const request = (_name, { signal, steal }, work) =>
    new Promise((resolve, reject) => {
      const hold = () => {
        held = { work: work(), reject };
        held.work.then(resolve, reject).finally(() => { held = null; });
      };
      if (steal) held?.reject(new Error("AbortError"));
      if (steal || !held) return hold();
      signal.addEventListener("abort", () => reject(signal.reason));
      held.work.finally(() => signal.aborted || hold());
    });
  return { request };
}

test("a tab that sleeps on the lock holds up nobody for long, and hears of its own work when it wakes", async () => {
  put("navigator", { locks: locks() });
  const done = [];
  let wake;
  const asleep = alone(async () => { await new Promise((resolve) => { wake = resolve; }); done.push("asleep"); });
  await alone(async () => { done.push("other"); }, 5);
  assert.deepEqual(done, ["other"]);
  wake();
  await asleep;
  assert.deepEqual(done, ["other", "asleep"]);
});

test("with locks one flusher waits for the other, and a failure is told once", async () => {
  put("navigator", { locks: locks() });
  let tries = 0;
  await assert.rejects(alone(async () => { tries += 1; throw new Error("no"); }), /no/);
  const order = [];
  await Promise.all(["one", "two"].map((name) => alone(async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 2));
    order.push(`${name} ends`);
  })));
  assert.deepEqual([tries, order], [1, ["one begins", "one ends", "two begins", "two ends"]]);
});

test("ids are made where the page is not secure", () => {
  put("crypto", { getRandomValues: (bytes) => bytes.fill(255) });
  assert.equal(uuid(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
});
