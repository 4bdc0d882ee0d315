/* Taps that the server did not take: shown with the reason until the person has read it. */
import { copyOf, find } from "./page.js";
import { counted } from "./words.js";

/**
 * @param {import("./store").Store} store
 * @param {Record<string, any>} words
 * @param {(event: import("./types").Kept) => string} nameOf Whom a tap is about; "" where the page does not know.
 * @param {() => Promise<void>} told Called when the person has read one.
 */
export async function showRefused(store, words, nameOf, told) {
  const note = document.querySelector("[data-refused]");
  if (!(note instanceof HTMLElement)) return;
  const refused = (await store.events()).filter((event) => event.state === "refused");
  note.hidden = !refused.length;
  if (!refused.length) return;
  find("[data-number]", note).textContent = counted(words.refused, refused.length);
  find("ul", note).replaceChildren(...refused.map((event) => {
    const item = copyOf("template[data-refusal]");
    const who = nameOf(event), mark = words.marks[event.presence] ?? "";
    find("b", item).textContent = [who, mark].filter(Boolean).join(": ");
    find("span", item).textContent = event.sentence ?? "";
    find("button", item).addEventListener("click", async () => {
      await store.remove([event.event]);
      await told();
    });
    return item;
  }));
}
