/* Looks while a person types: sends the form as its "Find" button would, and shows what comes back.
   Takes from the input: data-sala-ask (the name of that button; empty for a search form) and
   data-sala-into (the id of the part of the page that is replaced). */
const PAUSE = 300;

function request(input, signal) {
  const form = input.form;
  const data = new FormData(form);
  const address = new URL(form.getAttribute("action") || location.href, location.href);
  address.hash = "";
  if (form.method === "get") {
    address.search = new URLSearchParams(data);
    return fetch(address, { signal });
  }
  data.set(input.dataset.salaAsk, "1");
  return fetch(address, { method: "POST", body: data, signal });
}

function watch(input) {
  const into = document.getElementById(input.dataset.salaInto);
  let timer, running;
  const stop = () => { clearTimeout(timer); running?.abort(); };
  const look = () => {
    stop();
    timer = setTimeout(async () => {
      running = new AbortController();
      try {
        const answer = await request(input, running.signal);
        if (!answer.ok || answer.redirected) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const part = page.getElementById(into.id);
        if (part && !running.signal.aborted) into.replaceChildren(...part.childNodes);
      } catch { /* No signal or a newer question: the button still asks. */ }
    }, PAUSE);
  };
  input.addEventListener("input", look);
  input.form.addEventListener("change", (event) => { if (event.target !== input) stop(); });
  input.form.addEventListener("submit", stop);
  /* On a slow line a person has typed before this script came. */
  if (input.value !== input.defaultValue) look();
}

document.querySelectorAll("[data-sala-ask]").forEach(watch);
