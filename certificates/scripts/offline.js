/* The checker that works without signal: a QR code in front of the camera, or its text, becomes a verdict. */
import { Camera } from "../../courses/scripts/camera.js";
import { readScan } from "./payload.js";
import { isOld, judge } from "./verdict.js";

/** @typedef {{list: string, worker: string, decoder: string, wasm: string, language: string, day: string, digits: string, months: string[]}} Site */

const KEPT = "sala-check";
const page = /** @type {HTMLElement} */ (document.querySelector("[data-sala-checker]"));
const site = /** @type {Site} */ (JSON.parse(document.querySelector("#sala-checker")?.textContent ?? "{}"));
/** @type {import("./verdict.js").List | undefined} */
let list;

/** @param {string} what @returns {HTMLElement} */
const part = (what) => /** @type {HTMLElement} */ (page.querySelector(what));

/** @param {string} iso A day, or a moment. @returns {string} In the words of the page. */
function inWords(iso) {
  if (!iso) return "";
  const day = iso.length > 10 ? new Date(iso) : new Date(`${iso}T12:00`);
  const digits = (/** @type {number} */ number) => [...String(number)].map((each) => site.digits[Number(each)]).join("");
  return site.day
    .replace("{day}", digits(day.getDate()))
    .replace("{month}", site.months[day.getMonth()])
    .replace("{year}", digits(day.getFullYear()));
}

const today = () => {
  const now = new Date(), two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/** Takes the newest list; without signal the one that was kept. */
async function refresh() {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(site.list, { cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    await cache.put(site.list, answer.clone());
    list = await answer.json();
  } catch {
    list = await (await cache.match(site.list))?.json();
  }
  tellAge();
}

function tellAge() {
  part("[data-no-list]").hidden = Boolean(list);
  part("[data-list]").hidden = !list;
  if (!list) return;
  part("[data-made]").textContent = inWords(list.made);
  part("[data-old]").hidden = !isOld(list, Date.now());
}

/** @param {string} text */
async function check(text) {
  const scan = readScan(text);
  if (!scan || !list) return show(scan ? "no-list" : "unread");
  const { state, since } = await judge(scan, list, today());
  show(state, since);
  if (state === "forged" || state === "unsure") return;
  const { facts } = scan, course = list.courses[facts.course]?.[site.language] ?? facts.course;
  /** @type {Record<string, string>} */
  const told = {
    ...{ name_km: facts.name_km, name_en: facts.name_en, course },
    ...{ first_day: inWords(facts.first_day), last_day: inWords(facts.last_day) },
    ...{ issued_on: inWords(facts.issued_on), expires_on: inWords(facts.expires_on) },
  };
  for (const [name, value] of Object.entries(told)) {
    const place = part(`[data-fact="${name}"]`);
    place.textContent = value;
    const row = place.closest("[data-row]");
    if (row instanceof HTMLElement) row.hidden = !value;
  }
  part("[data-completed]").hidden = facts.is_statement || facts.is_yearly;
  part("[data-took-part]").hidden = !facts.is_statement;
  part("[data-yearly]").hidden = !facts.is_yearly;
  part("[data-facts]").hidden = false;
}

/** @param {string} state @param {string} [since] */
function show(state, since = "") {
  for (const each of page.querySelectorAll("[data-verdict]")) {
    const verdict = /** @type {HTMLElement} */ (each);
    verdict.hidden = verdict.dataset.verdict !== state;
    const day = verdict.querySelector("[data-since]");
    if (day) day.textContent = inWords(since);
  }
  part("[data-facts]").hidden = true;
  part("[data-answer]").focus();
}

const video = /** @type {HTMLVideoElement} */ (part("video"));
const camera = new Camera(video, { decoder: site.decoder, wasm: site.wasm });

async function scan() {
  part("[data-no-camera]").hidden = true;
  video.hidden = false;
  try {
    await camera.start((text) => {
      stop();
      check(text);
    });
  } catch {
    stop();
    part("[data-no-camera]").hidden = false;
  }
}

function stop() {
  camera.stop();
  video.hidden = true;
}

part("[data-scan]").addEventListener("click", scan);
part("form").addEventListener("submit", (event) => {
  event.preventDefault();
  check(/** @type {HTMLTextAreaElement} */ (part("textarea")).value);
});
window.addEventListener("online", refresh);
navigator.serviceWorker?.register(site.worker);
page.hidden = false;
refresh();
