/* The form of the register is sent only when the server has every tap, and without any mark: what this page
   shows may be older than what another phone has said meanwhile. */
import { send } from "./able.js";
import { find, tell } from "./page.js";

/** Fields of a line: its mark, minutes and reason, and that a dispute is settled. */
export const OF_A_LINE = /^[mnrs]-/;

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
    send(page.form, event.submitter);
    isReady = false;
  });
  page.form.addEventListener("formdata", ({ formData }) => {
    for (const name of [...formData.keys()].filter((each) => OF_A_LINE.test(each))) formData.delete(name);
  });
}
