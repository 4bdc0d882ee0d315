/* The form of the register is sent only when the server has every tap, so that nothing is written twice. */
import { find, tell } from "./page.js";

/**
 * @param {import("./register.js").RegisterPage} page
 * @param {import("./flusher.js").Flusher} flusher
 */
export function startClosing(page, flusher) {
  let isReady = false;
  page.form.addEventListener("submit", async (event) => {
    if (isReady) return;
    event.preventDefault();
    await page.work;
    const trouble = await flusher.now();
    if (trouble || page.isWaiting) {
      tell(find("[data-said]"), page.site.words.not_closed);
      find("[data-waiting]").scrollIntoView({ block: "end" });
      return;
    }
    isReady = true;
    page.markAsSeen();
    page.form.requestSubmit(event.submitter);
  });
}
