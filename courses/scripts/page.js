/* Small helpers to find and build things on a page. */

/**
 * The element; throws where the page has none.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {T}
 */
export function find(selector, root = document) {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`The page has no ${selector}`);
  return /** @type {T} */ (element);
}

/** @param {string} selector @returns {HTMLElement} A fresh copy of what a template holds. */
export function copyOf(selector) {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector(selector));
  return /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
}

/**
 * Writes words into an element and shows it only when there are some.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function tell(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}

/** Milliseconds after which nobody waits for a frame: a page that is not looked at draws none. */
const UNSEEN = 100;

/** Resolves when the next frame is drawn. @returns {Promise<void>} */
export const drawn = () =>
  new Promise((resolve) => {
    setTimeout(resolve, UNSEEN);
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** The site's addresses and words, as the page carries them. @returns {import("./types").Site | null} */
export function readSite() {
  const told = document.getElementById("sala-offline");
  return told && JSON.parse(told.textContent ?? "null");
}
