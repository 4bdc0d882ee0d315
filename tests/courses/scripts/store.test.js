import assert from "node:assert/strict";
import { test } from "node:test";
import { uuid } from "../../../courses/scripts/ids.js";
import { dropStore, openStore } from "../../../courses/scripts/store.js";
import { BARE, freshStore, NOW, present, SESSION } from "./world.js";

const register = (as_of) => ({ session: SESSION, as_of, closed: false, rows: { r: BARE }, added: [] });

test("taps are numbered in their order and survive a closed page", async () => {
  const owner = uuid(), store = await openStore(owner), taps = [present(), present(), present()];
  await store.add(taps.slice(0, 2));
  store.close();
  const again = await openStore(owner);
  await again.add(taps.slice(2));
  assert.deepEqual((await again.events()).map(({ event, sequence }) => [event, sequence]), taps.map(({ event }, at) => [event, at + 1]));
});

test("two owners see nothing of each other", async () => {
  const [one, other] = [await freshStore(), await freshStore()];
  await one.add([present()]);
  await one.set("pack", { owner: "one" });
  assert.deepEqual([await other.events(), await other.get("pack")], [[], undefined]);
});

test("an answer settles all at once: taps leave, registers are told anew", async () => {
  const store = await freshStore(), sent = [present("r"), present("q")];
  await store.putRegister(register("2026-12-01T00:00:00Z"));
  await store.add(sent);
  const told = { ...BARE, presence: "present", heads: [sent[1].event] };
  await store.settle({
    now: "2026-12-01T02:00:00Z",
    wipe: false,
    results: [{ event: sent[0].event, status: "conflict" }, { event: sent[1].event, status: "created" }, { event: uuid(), status: "duplicate" }],
    registers: { [SESSION]: { closed: false, rows: { q: told }, added: [] } },
  });
  assert.deepEqual(await store.events(), []);
  assert.deepEqual(await store.register(SESSION), { ...register("2026-12-01T02:00:00Z"), rows: { q: told }, gone: { r: BARE } });
});

test("a walk-in stays on the list when her tap has left, and a refused one is told as such", async () => {
  const store = await freshStore();
  const person = { name_km: "", name_latin: "Kong Lim", sex: "female", role: "worker", known: null };
  const came = { ...present("w"), kind: "walk_in", person }, refused = { ...present("v"), kind: "walk_in", person };
  await store.add([came, refused]);
  await store.settle({
    now: NOW.toISOString(), wipe: false,
    results: [{ event: came.event, status: "duplicate" }, { event: refused.event, status: "quarantined", code: "register_closed" }],
    registers: { [SESSION]: { closed: false, rows: { w: BARE }, added: [] } },
  });
  assert.deepEqual((await store.register(SESSION)).added.map(({ row, name_latin }) => [row, name_latin]), [["w", "Kong Lim"]]);
  assert.deepEqual((await store.events()).map(({ row, state }) => [row, state]), [["v", "refused"]]);
});

test("who got a seat after the phone was prepared is on the list, and her card is read", async () => {
  const store = await freshStore(), late = { row: "r", card: "KH-8XGQ-56", name_km: "", name_latin: "Kong Lim", sex: "female", role: "worker" };
  await store.set("pack", { cards: { [SESSION]: { "KH-VMV6-S6": "q", "KH-5QZN-B5": "left" } }, known: [] });
  const news = { closed: false, rows: { r: BARE, q: BARE }, added: [late] };
  await store.settle({ now: NOW.toISOString(), wipe: false, results: [], registers: { [SESSION]: news, unknown: news } });
  assert.deepEqual((await store.register(SESSION)).added, [late]);
  assert.deepEqual((await store.get("pack")).cards, { [SESSION]: { "KH-VMV6-S6": "q", "KH-5QZN-B5": "", "KH-8XGQ-56": "r" } });
});

test("people are forgotten, taps that wait and the name of the phone are not", async () => {
  const store = await freshStore(), waits = present();
  await store.add([waits]);
  await store.putRegister(register(NOW.toISOString()));
  await store.set("pack", { known: [{}] });
  await store.set("device", { device: "d", secret: "s" });
  await store.forgetPeople();
  assert.deepEqual(
    [await store.register(SESSION), await store.get("pack"), (await store.get("device")).secret, (await store.events()).length],
    [undefined, undefined, "s", 1],
  );
});

test("registers told long ago are forgotten, newer ones stay", async () => {
  const store = await freshStore();
  await store.putRegister(register("2026-11-01T00:00:00Z"));
  await store.putRegister({ ...register("2026-11-30T00:00:00Z"), session: "new" });
  await store.forgetBefore("2026-11-17T00:00:00Z");
  assert.deepEqual([await store.register(SESSION), (await store.register("new")).session], [undefined, "new"]);
});

test("a dropped database is empty when it is opened again", async () => {
  const owner = uuid(), store = await openStore(owner);
  await store.add([present()]);
  store.close();
  await dropStore(owner);
  assert.deepEqual(await (await openStore(owner)).events(), []);
});

test("a database that the browser took away is opened again, one that was closed on purpose is not", async () => {
  const store = await freshStore();
  await store.add([present("r")]);
  const taken = store.database;
  taken.close();
  await assert.rejects(store.add([present("q")]));
  taken.onclose(new Event("close"));
  await store.add([present("q")]);
  assert.deepEqual((await store.events()).map(({ row, sequence }) => [row, sequence]), [["r", 1], ["q", 2]]);
  store.close();
  await assert.rejects(store.events());
});
