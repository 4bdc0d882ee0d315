/* The page beside the form is drawn anew, shortly after every change. */
const form = document.querySelector("[data-sala-design]").closest("form");
const picture = form.querySelector("[data-sala-sketch]");
const problems = form.querySelector("[data-sala-problems]");
let waiting = 0;
let asked = 0;

function tell(sentences) {
  problems.replaceChildren(...sentences.map((sentence) => {
    const item = document.createElement("li");
    item.textContent = sentence;
    return item;
  }));
}

async function draw() {
  const number = ++asked;
  const address = form.querySelector("[data-sala-design]").dataset.salaDesign;
  const answer = await fetch(address, { method: "POST", body: new FormData(form) });
  if (!answer.ok || number !== asked) return;
  const { svg, sentences } = await answer.json();
  if (number !== asked) return;
  if (svg) {
    picture.src = `data:image/svg+xml;base64,${svg}`;
    picture.hidden = false;
  }
  tell(sentences);
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(draw, 250);
}

for (const kind of ["input", "change"]) form.addEventListener(kind, soon);
new MutationObserver((changes) => {
  if (changes.some(({ target }) => !target.closest("[data-sala-beside]"))) soon();
}).observe(form, { childList: true, subtree: true });
addEventListener("load", draw);
