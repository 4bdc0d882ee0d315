/* Compares a PDF file with the fingerprint of the issued one; the file never leaves the browser. */

for (const each of document.querySelectorAll("[data-sala-compare]")) {
  const place = /** @type {HTMLElement} */ (each);
  const input = /** @type {HTMLInputElement} */ (place.querySelector("input"));
  const say = (/** @type {boolean | null} */ isSame) => {
    for (const words of place.querySelectorAll("[data-same]")) {
      const told = /** @type {HTMLElement} */ (words);
      told.hidden = isSame === null || told.dataset.same !== String(isSame);
    }
  };
  input.addEventListener("change", async () => {
    say(null);
    const file = input.files?.[0];
    if (!file) return;
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const hex = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    say(hex === place.dataset.salaCompare);
  });
  place.hidden = false;
}
