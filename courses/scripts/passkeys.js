/* Forms with a passkey: ask the device, then send what it answers. Without the script, their buttons
stay hidden and people sign in with password and code. */
import { answerOf, toMake, toShow } from "./credentials.js";

/** Which sentence of the form tells what went wrong. @type {Record<string, string>} */
const SENTENCES = { InvalidStateError: "known", SecurityError: "elsewhere", Busy: "busy" };

/** @param {HTMLFormElement} form @returns {Promise<any>} What the server asks the device. */
async function question(form) {
  const onPage = form.dataset.question;
  if (onPage) return JSON.parse(document.getElementById(onPage)?.textContent ?? "{}");
  const answer = await fetch(form.action, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (answer.status === 429) throw new DOMException("Too often.", "Busy");
  return (await answer.json()).request_options;
}

/** @param {HTMLFormElement} form */
async function ask(form) {
  const { publicKey } = await question(form);
  const credential =
    form.dataset.salaPasskey === "make"
      ? await navigator.credentials.create({ publicKey: toMake(publicKey) })
      : await navigator.credentials.get({ publicKey: toShow(publicKey) });
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("credential"));
  field.value = JSON.stringify(answerOf(credential));
  form.submit();
}

/** @param {HTMLFormElement} form */
function offer(form) {
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"));
  const no = /** @type {HTMLElement} */ (form.querySelector("[data-sala-no]"));
  const sentence = /** @type {HTMLElement} */ (no.firstElementChild);
  form.hidden = false;
  addEventListener("pageshow", () => (button.disabled = false));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    no.hidden = button.disabled = true;
    try {
      await ask(form);
    } catch (error) {
      const name = error instanceof DOMException ? error.name : "";
      sentence.textContent = no.dataset[SENTENCES[name] ?? "failed"] ?? "";
      no.hidden = button.disabled = false;
    }
  });
}

if (window.PublicKeyCredential)
  for (const form of document.querySelectorAll("form[data-sala-passkey]"))
    offer(/** @type {HTMLFormElement} */ (form));
