/* Buttons beside each recording for how fast it is played. */
const SPEED = "sala-speed";

export function offerSpeeds() {
  const buttons = document.querySelector("template[data-speeds]");
  if (!(buttons instanceof HTMLTemplateElement)) return;
  for (const sound of document.querySelectorAll("[data-sound]")) {
    sound.append(buttons.content.cloneNode(true));
    const player = sound.querySelector("audio");
    sound.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("[data-speed]") : null;
      if (button instanceof HTMLElement && player) setSpeed(button.dataset.speed ?? "1");
    });
  }
  setSpeed(localStorage.getItem(SPEED) ?? "1");
}

/** @param {string} speed For all recordings of the page, and the next ones. */
function setSpeed(speed) {
  for (const player of document.querySelectorAll("audio")) player.defaultPlaybackRate = player.playbackRate = Number(speed);
  for (const button of document.querySelectorAll("button[data-speed]")) {
    if (button instanceof HTMLElement) button.setAttribute("aria-pressed", String(button.dataset.speed === speed));
  }
  localStorage.setItem(SPEED, speed);
}
