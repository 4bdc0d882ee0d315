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

test("a request is given up after a while, also without AbortSignal.timeout", async () => {
  const { timeout } = AbortSignal;
  try {
    delete AbortSignal.timeout;
    const signal = patience(5);
    assert.equal(signal.aborted, false);
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    assert.equal(signal.aborted, true);
  } finally {
    AbortSignal.timeout = timeout;
  }
  assert.equal(patience(10000).aborted, false);
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

test("ids are made where the page is not secure", () => {
  put("crypto", { getRandomValues: (bytes) => bytes.fill(255) });
  assert.equal(uuid(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
});
