/* Whose phone this is at the moment. Whoever comes next finds nothing of the last. */
import { dropCaches } from "./able.js";
import { dropStore, openStore } from "./store.js";

/** Register pages of the owner; files of the site, which are nobody's. */
export const PAGES = "sala-pages";
export const FILES = "sala-files";
const CURRENT = "sala-owner";
/** Days after which everything that the server has leaves the phone. */
const KEPT_DAYS = 14;

/** The owner whose data this phone shows without signal; "" for nobody. */
export const currentOwner = () => localStorage.getItem(CURRENT) ?? "";

/** @param {string} owner She is here now; whoever was here before leaves. */
export async function arrive(owner) {
  const before = currentOwner();
  if (before && before !== owner) await leave(before);
  localStorage.setItem(CURRENT, owner);
}

/**
 * Takes the people of an owner off the phone. Taps that the server does not have stay, shown to
 * nobody, until she signs in again.
 * @param {string} owner
 */
export async function leave(owner) {
  localStorage.removeItem(CURRENT);
  await dropCaches(PAGES);
  const store = await openStore(owner);
  await store.forgetPeople();
  await store.remove((await refused(store)).map((event) => event.event));
  store.close();
}

/**
 * Takes everything of a lost phone away: it is called when the phone has handed in what it held.
 * @param {string} owner
 * @param {import("./store").Store} store
 */
export async function wipe(owner, store) {
  store.close();
  localStorage.removeItem(CURRENT);
  await dropStore(owner);
  await dropCaches(PAGES, FILES);
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
}

/** @param {import("./store").Store} store */
export const refused = async (store) =>
  (await store.events()).filter((event) => event.state === "refused");

/**
 * Forgets what the server told more than 14 days ago, and the pages with it.
 * @param {import("./store").Store} store
 * @param {Date} now
 */
export async function expire(store, now) {
  const moment = new Date(now.getTime() - KEPT_DAYS * 86400000).toISOString();
  const old = (await refused(store)).filter((event) => event.tapped_at < moment);
  await store.remove(old.map((event) => event.event));
  await store.forgetBefore(moment);
  const prepared = await store.get("prepared");
  if (!prepared || prepared.at > moment) return;
  await store.forgetPeople();
  await store.set("prepared", null);
  await dropCaches(PAGES);
}
