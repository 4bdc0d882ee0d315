import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { uuid } from "../../../courses/scripts/ids.js";
import { openStore } from "../../../courses/scripts/store.js";
import { BARE, NOW, present, SESSION } from "./world.js";

const dropped = [], kept = new Map();
globalThis.localStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
globalThis.caches = { delete: async (name) => dropped.push(name) };
globalThis.window = globalThis;
const { arrive, currentOwner, expire, leave, PAGES } = await import("../../../courses/scripts/owner.js");

beforeEach(() => {
  kept.clear();
  dropped.length = 0;
});

async function worked(owner) {
  const store = await openStore(owner);
  await store.add([present(), { ...present(), state: "refused" }]);
  await store.set("pack", { known: [{}] });
  await store.putRegister({ session: SESSION, as_of: NOW.toISOString(), closed: false, rows: { r: BARE }, added: [] });
  return store;
}

test("whoever comes next makes the last one's people leave; her taps wait for her", async () => {
  const [one, other] = [uuid(), uuid()];
  await arrive(one);
  (await worked(one)).close();
  await arrive(one);
  assert.deepEqual([currentOwner(), dropped], [one, []]);
  await arrive(other);
  assert.deepEqual([currentOwner(), dropped], [other, [PAGES]]);
  const left = await openStore(one);
  assert.deepEqual([(await left.events()).map(({ state }) => state), await left.get("pack"), await left.register(SESSION)], [["waiting"], undefined, undefined]);
});

test("signing out leaves nobody on the phone", async () => {
  const owner = uuid();
  await arrive(owner);
  (await worked(owner)).close();
  await leave(owner);
  assert.deepEqual([currentOwner(), dropped], ["", [PAGES]]);
});

test("after 14 days what the server has is forgotten, what waits is not", async () => {
  const store = await worked(uuid());
  await store.set("prepared", { at: NOW.toISOString(), people: 1, bytes: 1 });
  const days = (number) => new Date(NOW.getTime() + number * 86400000);
  await expire(store, days(13));
  assert.deepEqual([(await store.events()).length, dropped], [2, []]);
  await expire(store, days(15));
  assert.deepEqual([(await store.events()).map(({ state }) => state), await store.get("pack"), await store.register(SESSION), dropped], [["waiting"], undefined, undefined, [PAGES]]);
});
