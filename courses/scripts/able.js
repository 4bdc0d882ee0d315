/* What a browser must have, and ways around what some lack: Safari before 16, Firefox in a private window,
   pages that are not secure. Where a browser cannot keep taps the register stays the plain form. */

/**
 * Whether the register can be kept on this phone.
 * @param {any} world The window.
 */
export function isAble(world) {
  try {
    const { indexedDB, localStorage, crypto, HTMLDialogElement } = world;
    return Boolean(indexedDB && localStorage && crypto?.getRandomValues && HTMLDialogElement?.prototype.showModal);
  } catch {
    return false;
  }
}

/**
 * Patience with something that may not come. Safari before 16 has no AbortSignal.timeout.
 * @param {number} pause Milliseconds after which it is given up.
 * @returns {{signal: AbortSignal, giveUp: () => void, end: () => void}}
 */
export function patience(pause) {
  const control = new AbortController(), giveUp = () => control.abort();
  const timer = setTimeout(giveUp, pause);
  return { signal: control.signal, giveUp, end: () => clearTimeout(timer) };
}

/**
 * The browser's own reader of QR codes; null where it has none or reads other codes only.
 * @returns {Promise<any>}
 */
export async function qrDetector() {
  const Detector = /** @type {any} */ (globalThis).BarcodeDetector;
  try {
    return (await Detector.getSupportedFormats()).includes("qr_code") ? new Detector({ formats: ["qr_code"] }) : null;
  } catch {
    return null;
  }
}

/** Forgets kept pages, also where the browser keeps none. @param {string[]} names */
export async function dropCaches(...names) {
  if ("caches" in globalThis) await Promise.all(names.map((name) => caches.delete(name))).catch(() => {});
}

/** Asks that the browser clears nothing away. Firefox asks the person, so nobody waits for the answer. */
export function askToPersist() {
  Promise.resolve(globalThis.navigator?.storage?.persist?.()).catch(() => {});
}

/** Something that sounds, woken where the phone had put it to sleep. @param {AudioContext | null} before */
export function speaker(before) {
  const Sound = globalThis.AudioContext;
  const sound = before ?? (Sound ? new Sound() : null);
  sound?.resume?.().catch(() => {});
  return sound;
}

/**
 * Sends a form as its button does, also where the browser has no word for it.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} button
 */
export function send(form, button) {
  if ("requestSubmit" in form) form.requestSubmit(button);
  else /** @type {any} */ (button).click();
}
