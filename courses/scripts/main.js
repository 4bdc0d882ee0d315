/* Starts what a screen of a trainer needs to work without signal. One file for all of them, so that the
   desk has loaded what the register needs. */
import { isAble } from "./able.js";
import { deviceHeaders } from "./device.js";
import { startClosing } from "./closing.js";
import { Flusher } from "./flusher.js";
import { offerInstalling } from "./install.js";
import { startLeaving } from "./leaving.js";
import { showRegisters } from "./list.js";
import { nameOf, NewcomerDialog } from "./newcomer.js";
import { keepUp } from "./news.js";
import { arrive, currentOwner, expire, wipe } from "./owner.js";
import { find, readSite, tell } from "./page.js";
import { hasGoodLine, isFresh, prepare, readyWords } from "./prepare.js";
import { Queue } from "./queue.js";
import { watchLeaving } from "./reader.js";
import { showRefused } from "./refused.js";
import { RegisterPage } from "./register.js";
import { Scanner } from "./scan.js";
import { startSearch } from "./search.js";
import { showWaiting, waitingOf } from "./status.js";
import { openStore } from "./store.js";
import { useDigits } from "./words.js";

/** @typedef {import("./types").Site} Site */
/** @typedef {import("./store.js").Store} Store */

/** @param {Site} site */
async function start(site) {
  useDigits(site.words?.digits ?? "0123456789");
  if (site.worker && navigator.onLine) navigator.serviceWorker?.register(site.worker, { scope: site.scope }).catch(() => {});
  const install = document.querySelector("[data-sala-install]");
  if (install instanceof HTMLElement) offerInstalling(install);
  if (site.owner) await arrive(site.owner);
  if (site.script) return site.owner ? undefined : callHome(site);
  const owner = site.owner || currentOwner();
  const store = owner ? await openStore(owner) : null;
  const list = document.querySelector("[data-sala-list]");
  if (list instanceof HTMLElement) return showRegisters(list, await store?.get("pack"), site.language);
  if (store) await atWork(site, store);
}

/** @param {Site} site @param {Store} store */
async function atWork(site, store) {
  await expire(store, new Date());
  const form = document.querySelector("#sala-register");
  const page = form instanceof HTMLFormElement ? new RegisterPage(form, store, site) : null;
  /** @type {import("./types").Pack | undefined} */
  const pack = await store.get("pack");
  const flusher = new Flusher(queueOf(site, store), async (trouble) => {
    if (trouble === "wiped") return gone(site, store);
    if (pack) keepUp(pack, await store.get("pack"));
    await show(site, store, page, trouble);
  });
  if (page) await startRegister(page, flusher, pack);
  const way = document.querySelector("form[data-sala-leave]");
  if (way instanceof HTMLFormElement) startLeaving(way, store, site, flusher);
  const trouble = await flusher.now();
  if (trouble !== "wiped") await takeAlong(site, store);
}

/** @param {RegisterPage} page @param {Flusher} flusher @param {import("./types").Pack | undefined} pack */
async function startRegister(page, flusher, pack) {
  page.flusher = flusher;
  const newcomers = new NewcomerDialog(page, pack?.known ?? []);
  page.newcomers = newcomers;
  const scanner = new Scanner(page, pack, () => newcomers.open());
  find("[data-walk-in]").addEventListener("click", (event) => {
    event.preventDefault();
    newcomers.open();
  });
  const scan = find("[data-scan]");
  scan.hidden = false;
  scan.addEventListener("click", () => scanner.open());
  await page.start();
  startSearch(page);
  startClosing(page, flusher);
}

/** @param {Site} site @param {Store} store @param {RegisterPage | null} page @param {import("./types").Trouble} trouble */
async function show(site, store, page, trouble) {
  if (page) {
    page.trouble = trouble;
    await page.refresh();
  } else showWaiting(document, waitingOf(await store.events()), trouble, site.words);
  /** @param {import("./types").Kept} event */
  const whom = (event) => page?.rows.get(event.row)?.name ?? (event.person ? nameOf(event.person) : "");
  await showRefused(store, site.words, whom, () => show(site, store, page, trouble));
}

/** @param {Site} site Nobody is signed in: the phone of the last trainer asks whether it is lost. */
async function callHome(site) {
  const store = await openStore(currentOwner());
  if (await store.get("device")) await new Flusher(queueOf(site, store), async (trouble) => {
    if (trouble === "wiped") await wipe(currentOwner(), store);
  }).now();
}

/** @param {Site} site @param {Store} store */
const queueOf = (site, store) =>
  new Queue(store, {
    sync: site.sync, headers: () => deviceHeaders(store, site), fetch: (...asked) => fetch(...asked), now: () => new Date(),
  });

/** @param {Site} site @param {Store} store The next seven days, where the line is good. */
async function takeAlong(site, store) {
  const line = document.querySelector("[data-sala-ready]");
  const before = await store.get("prepared");
  if (line instanceof HTMLElement && before) tell(line, readyWords(before, site.words));
  if (!("caches" in window) || isFresh(before, new Date()) || !hasGoodLine()) return;
  if (!(line instanceof HTMLElement)) return;
  if (!before) tell(line, site.words.preparing);
  try {
    tell(line, readyWords(await prepare(store, site, await deviceHeaders(store, site)), site.words));
  } catch {
    tell(line, before ? readyWords(before, site.words) : site.words.not_ready);
  }
}

/** @param {Site} site @param {Store} store This phone was reported lost. */
async function gone(site, store) {
  await wipe(currentOwner(), store);
  const note = document.createElement("p");
  note.className = "sala-note sala-stop";
  note.textContent = site.words.wiped;
  find("main").replaceChildren(note);
}

const site = readSite();
watchLeaving();
if (site && isAble(window)) start(site);
