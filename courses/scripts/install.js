/* Offers to put the site on the home screen: there it opens without signal, and phones keep its data longer. */
import { find } from "./page.js";

/** Whether the site runs from the home screen already. */
const isInstalled = () =>
  matchMedia("(display-mode: standalone)").matches || /** @type {any} */ (navigator).standalone === true;

/** @param {HTMLElement} place Holds a button for browsers that can be asked, and words for those that cannot. */
export function offerInstalling(place) {
  if (isInstalled()) return;
  if ("standalone" in navigator) {
    place.hidden = find("[data-by-hand]", place).hidden = false;
    return;
  }
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    const button = find("button", place);
    place.hidden = button.hidden = false;
    button.addEventListener("click", () => {
      place.hidden = true;
      /** @type {any} */ (event).prompt();
    });
  });
}
