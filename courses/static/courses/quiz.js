// Keeps answers while somebody writes them: on the server, and on the phone while there is no
// connection. Without it the button "Keep and go on later" does.
const form = document.querySelector("form[data-quiz]");
/** Milliseconds of rest before answers are sent, and until the next attempt after a failure. */
const REST = 1500, AGAIN = 10000;
let timer, inFlight = false, isDirty = false, isSent = false;

const name = form && `sala-quiz-${form.dataset.quiz}`;
const said = form?.querySelector("[data-said]");
const body = () => new URLSearchParams(new FormData(form));

function stored() {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(text) {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch { /* A phone that keeps nothing still has the button. */ }
}

function soon(pause) {
  clearTimeout(timer);
  timer = setTimeout(keep, pause);
}

/** Whether the server took the answers; throws where it was not reached. */
async function post(answers) {
  const answer = await fetch(form.dataset.keep, {
    method: "POST", body: answers, headers: { Accept: "application/json" },
  });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function keep() {
  if (inFlight || isSent || !isDirty) return;
  const answers = body();
  inFlight = true;
  isDirty = false;
  try {
    const { kept, why } = await post(answers);
    said.textContent = kept ? said.dataset.kept : why;
    store(null);
  } catch {
    isDirty = true;
    answers.delete("csrfmiddlewaretoken");
    store(answers.toString());
    said.textContent = said.dataset.lost;
    soon(AGAIN);
  } finally {
    inFlight = false;
  }
  if (isDirty) soon(REST);
}

/** Answers that never reached the server go there now; then the page shows them. */
async function handOver(text) {
  const answers = new URLSearchParams(text);
  answers.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  try {
    const { kept } = await post(answers);
    store(null);
    if (kept) location.reload();
  } catch { /* Still no connection; the next visit tries again. */ }
}

if (form) {
  const left = stored();
  if (left) handOver(left);
  form.addEventListener("input", () => {
    isDirty = true;
    soon(REST);
  });
  addEventListener("online", () => soon(0));
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) {
      isSent = true;
      clearTimeout(timer);
      return store(null);
    }
    event.preventDefault();
    isDirty = true;
    keep();
  });
  addEventListener("pageshow", () => (isSent = false));
}
