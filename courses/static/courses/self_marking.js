/* Renews the code by which people mark themselves, a moment before it ends. Without it a link does. */
const wall = document.querySelector("[data-code]");
const gone = document.querySelector("[data-gone]");
/** Milliseconds until the next attempt after a failure, and the longest until the sum is new. */
const AGAIN = 5000, LONGEST = 10000;
let timer;

function soon(pause) {
  clearTimeout(timer);
  timer = setTimeout(renew, pause);
}

async function renew() {
  try {
    const answer = await fetch(wall.dataset.code, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const { picture, count, seconds } = await answer.json();
    wall.querySelector("img").src = picture;
    document.querySelector("[data-count]").textContent = count;
    gone.hidden = true;
    soon(Math.min(seconds * 1000, LONGEST));
  } catch {
    gone.hidden = false;
    soon(AGAIN);
  }
}

document.addEventListener("visibilitychange", () => document.hidden || soon(0));
soon(Math.min(Number(wall.dataset.seconds) * 1000, LONGEST));
