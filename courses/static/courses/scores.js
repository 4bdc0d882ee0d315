/* Points of a test down the column by keyboard: Enter and the arrows go from row to row. Without
   this file the page is a plain form with one field a row. */
const form = document.querySelector("#sala-scores");
const fields = form ? [...form.querySelectorAll("input[name^='p-']")] : [];

function go(place) {
  const field = fields[place];
  if (!field) return form.querySelector("button[type=submit]").focus();
  field.focus();
  field.scrollIntoView({ block: "nearest" });
}

/* How many rows have points, so that a sheet can be checked against it. */
function count() {
  const told = form.querySelector("output");
  const filled = fields.filter((field) => field.value.trim()).length;
  told.textContent = `${filled} / ${fields.length}`.replace(/\d/g, (digit) => told.dataset.digits[digit]);
}

function press(event) {
  const place = fields.indexOf(event.target);
  if (place < 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === "ArrowDown") { event.preventDefault(); go(place + 1); }
  else if (event.key === "ArrowUp") { event.preventDefault(); go(Math.max(place - 1, 0)); }
}

if (form) {
  document.querySelector("[data-script]").hidden = false;
  form.addEventListener("keydown", press);
  form.addEventListener("input", count);
  form.addEventListener("focusin", (event) => { if (fields.includes(event.target)) event.target.select(); });
  count();
  go(Math.max(0, fields.findIndex((field) => field.getAttribute("aria-invalid") || !field.value)));
}
