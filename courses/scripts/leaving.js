/* Signing out: hands in what waits, warns when it cannot, and takes the people off the phone. */
import { find, tell } from "./page.js";
import { leave } from "./owner.js";
import { waitingOf } from "./status.js";
import { counted } from "./words.js";

/**
 * @param {HTMLFormElement} form The button that signs out.
 * @param {import("./store").Store} store
 * @param {import("./types").Site} site
 * @param {import("./flusher.js").Flusher} flusher
 */
export function startLeaving(form, store, site, flusher) {
  let isWarned = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await flusher.now();
    const { count } = waitingOf(await store.events());
    if (count && !isWarned) {
      isWarned = true;
      const warning = find("[data-sala-warning]");
      tell(find("b", warning), counted(site.words.waiting, count));
      warning.hidden = false;
      return;
    }
    await leave(site.owner);
    form.submit();
  });
}
