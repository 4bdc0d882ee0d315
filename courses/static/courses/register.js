/* Saves each tap by itself. Without this file the register is a plain form, and with it the form still
   holds every mark: what could not be sent waits, goes again, or goes with "Save". */
const NEXT = { "": "present", present: "absent", absent: "late", late: "left_early", left_early: "excused", excused: "present" };
const TIMED = { late: 15, left_early: 30 }, REASONED = ["left_early", "excused", "absent"];
const PAUSE = 700, AGAIN = [3000, 8000, 20000, 40000], MOST_AT_THE_END = 300;

const find = (selector) => document.querySelector(selector);
const form = find("#sala-register"), { starts, ends, marks } = form.dataset;
const planned = +form.dataset.planned, grace = +form.dataset.grace;
const words = JSON.parse(find("#sala-register-words").textContent);
const seen = JSON.parse(form.elements.seen.value || "{}");
const waiting = new Map();
let timer, tries = 0, isSending = false, isStuck = false;

const number = (value) => String(value).replace(/\d/g, (digit) => words.digits[digit]);
const say = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => number(values[name]));
const counted = (pair, count) => say(pair[count === 1 ? 0 : 1], { count });
const part = (name, value) => find(`template[data-${name}="${value}"]`).content.firstElementChild;
const status = (text) => { find("[data-saved]").textContent = text; };
const within = (minutes) => Math.min(planned, Math.max(5, Math.round(minutes / 5) * 5));

function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function clock(moment, minutes) {
  const [hour, minute] = moment.match(/T(\d\d):(\d\d)/).slice(1).map(Number);
  const at = hour * 60 + minute + minutes;
  return [at / 60 | 0, at % 60].map((each) => String(each).padStart(2, "0")).join(":");
}

/* Minutes missed: from the clock while the session runs, else a usual length. */
function guess(presence) {
  const now = Date.now(), start = Date.parse(starts), end = Date.parse(ends);
  if (now < start || now > end) return within(TIMED[presence]);
  return within((presence === "late" ? now - start : end - now) / 60000);
}

function show(row) {
  const presence = row.mark.value, missed = +row.minutes.value, look = part("mark", presence);
  row.button.className = look.className;
  row.button.innerHTML = look.innerHTML;
  row.button.querySelector(".sala-vh").textContent = `${row.name}: `;
  const isLate = presence === "late";
  row.says.textContent = TIMED[presence] && missed ? say(words[presence], {
    time: isLate ? clock(starts, missed) : clock(ends, -missed),
    credit: Math.max(0, planned - Math.max(0, missed - (isLate ? grace : 0))),
    planned,
  }) : "";
}

function set(row, presence) {
  if (!row.mark.value) row.mark.options[0].remove();
  row.mark.value = presence;
  if (TIMED[presence]) row.minutes.value = guess(presence);
  changed(row);
}

function changed(row) {
  const presence = row.mark.value;
  waiting.set(row.id, {
    event: uuid(),
    row: +row.id,
    presence,
    minutes: TIMED[presence] ? Math.min(planned, +row.minutes.value) : 0,
    reason: REASONED.includes(presence) ? row.reason.value.trim() : "",
  });
  show(row);
  total();
  status(words.saving);
  clearTimeout(timer);
  timer = setTimeout(send, PAUSE);
}

async function send(isLast) {
  clearTimeout(timer);
  if (!waiting.size || isSending && isLast !== true) return;
  isSending = true;
  let trouble = "offline";
  try {
    const answer = await fetch(marks, {
      method: "POST",
      keepalive: waiting.size < MOST_AT_THE_END,
      headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      body: JSON.stringify({ marks: [...waiting.values()] }),
    });
    trouble = answer.redirected ? "signed_out" : "trouble";
    (await answer.json()).results.forEach(settle);
    if (answer.ok) trouble = "";
  } catch { /* Told below; the marks stay. */ }
  isSending = false;
  tell(trouble);
}

function settle(result) {
  const mark = [...waiting.values()].find((each) => each.event === result.event);
  if (!mark) return;
  mark.refusal = result.sentence;
  if (result.status !== "saved") return;
  waiting.delete(String(mark.row));
  seen[mark.row] = [mark.presence, mark.minutes, mark.reason];
}

function tell(trouble) {
  const note = find("[data-waiting]");
  const refusal = [...waiting.values()].map((mark) => mark.refusal).find(Boolean);
  isStuck = waiting.size > 0 && Boolean(trouble || refusal);
  note.hidden = form.querySelector("[data-save]").hidden = !isStuck;
  if (isStuck) {
    find("[data-number]").textContent = counted(words.waiting, waiting.size);
    find("[data-why]").textContent = refusal || words[trouble];
  } else tries = 0;
  status(waiting.size ? "" : words.saved);
  if (waiting.size && !refusal) timer = setTimeout(send, isStuck ? AGAIN[Math.min(tries++, 3)] : PAUSE);
}

function total() {
  const here = rows.filter((row) => row.mark.value in { present: 1, late: 1, left_early: 1 });
  const women = here.filter((row) => "woman" in row.element.dataset).length;
  const open = rows.filter((row) => !row.mark.value).length, people = rows.length;
  const progress = find(".sala-bar progress"), rest = find("[data-rest]");
  find("[data-here]").textContent = say(words.here, { here: here.length, people });
  find("[data-detail]").textContent = counted(words.women, women) + (open ? ` · ${counted(words.open, open)}` : "");
  progress.value = people - open;
  progress.setAttribute("aria-label", say(words.progress, { marked: people - open, people }));
  if (!rest) return;
  rest.hidden = !open;
  rest.querySelector("span").textContent = counted(words.rest, open);
}

const rows = [...form.querySelectorAll("[data-row]")].map((element) => {
  const id = element.dataset.row, [mark, minutes, reason] = ["m", "n", "r"].map((field) => form.elements[`${field}-${id}`]);
  const button = Object.assign(document.createElement("button"), { type: "button" });
  const row = { element, id, mark, minutes, reason, button, name: mark.getAttribute("aria-label"), says: element.querySelector("[data-says]") };
  mark.hidden = true;
  mark.after(button);
  button.addEventListener("click", () => {
    set(row, NEXT[mark.value]);
    find("[data-said]").textContent = button.textContent;
  });
  const steps = [-5, 5].map((by) => {
    const step = part("step", by).cloneNode(true);
    step.addEventListener("click", () => { minutes.value = within(+minutes.value + by); changed(row); });
    return step;
  });
  minutes.before(steps[0]);
  minutes.nextElementSibling.after(steps[1]);
  for (const field of [minutes, reason]) field.addEventListener("input", () => changed(row));
  show(row);
  return row;
});

find("[data-rest]")?.addEventListener("click", (event) => {
  event.preventDefault();
  rows.filter((row) => !row.mark.value).forEach((row) => set(row, "present"));
  send();
});
form.addEventListener("submit", () => {
  isStuck = false;
  waiting.clear();
  form.elements.seen.value = JSON.stringify(seen);
});
addEventListener("online", send);
addEventListener("pagehide", () => send(true));
document.addEventListener("visibilitychange", () => document.hidden && send(true));
addEventListener("beforeunload", (event) => isStuck && event.preventDefault());

find("[data-save]").hidden = true;
find("[data-search]").hidden = rows.length < 8;
find("[data-search] input").addEventListener("input", ({ target }) => {
  const parts = target.value.toLowerCase().split(/\s+/);
  for (const { element } of rows) element.hidden = !parts.every((each) => element.dataset.find.includes(each));
  find("[data-search] p").textContent = rows.every(({ element }) => element.hidden) ? words.nobody : "";
});
find("[data-search] input").addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
if (rows.length) total();
