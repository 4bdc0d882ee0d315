/* Rows of a signed sheet by keyboard: a digit or a letter, Enter, the next row. Without this file the
   page is a plain form with one field a row. */
const form = document.querySelector("#sala-paper");
const fields = form ? [...form.querySelectorAll("input[name^='c-']")] : [];
const keys = [...document.querySelectorAll("#sala-keys [data-signs]")].map((each) => ({
  signs: each.dataset.signs, isTimed: "timed" in each.dataset, word: each.querySelector("dd").textContent,
}));
const undoButton = form?.querySelector("[data-undo]");
const past = [];

const keyOf = (text) => keys.find((key) => text && key.signs.includes(text[0].toLowerCase()));

/* The word of the mark beside its code, so that a wrong key is seen at once. */
function tell(field) {
  const key = keyOf(field.value.trim());
  field.parentElement.querySelector("output").textContent = key ? key.word : "";
  field.parentElement.classList.toggle("sala-unread", !!field.value.trim() && !key);
}

function go(place) {
  const field = fields[place];
  if (!field) return form.querySelector("button[type=submit]").focus();
  field.focus();
  field.scrollIntoView({ block: "nearest" });
}

function undo() {
  const last = past.pop();
  undoButton.disabled = !past.length;
  if (!last) return;
  last.field.value = last.value;
  last.field.dataset.before = last.value;
  tell(last.field);
  go(fields.indexOf(last.field));
}

/* What stood in a field is kept when one leaves it. */
function settle(field) {
  const before = field.dataset.before ?? field.defaultValue;
  if (field.value === before) return;
  past.push({ field, value: before });
  field.dataset.before = field.value;
  undoButton.disabled = false;
}

function press(event) {
  const field = event.target, place = fields.indexOf(field);
  if (place < 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter") { event.preventDefault(); settle(field); go(place + 1); }
  else if (event.key === "ArrowDown") { event.preventDefault(); settle(field); go(Math.min(place + 1, fields.length - 1)); }
  else if (event.key === "ArrowUp") { event.preventDefault(); settle(field); go(Math.max(place - 1, 0)); }
  else if (event.key.toLowerCase() === "u") { event.preventDefault(); settle(field); undo(); }
}

if (form) {
  undoButton.hidden = false;
  undoButton.disabled = true;
  undoButton.addEventListener("click", undo);
  document.querySelector("[data-script]").hidden = false;
  form.addEventListener("keydown", press);
  form.addEventListener("input", (event) => tell(event.target));
  form.addEventListener("focusin", (event) => { if (fields.includes(event.target)) event.target.select(); });
  form.addEventListener("focusout", (event) => { if (fields.includes(event.target)) settle(event.target); });
  fields.forEach(tell);
  go(Math.max(0, fields.findIndex((field) => field.getAttribute("aria-invalid") || !field.value)));
}
