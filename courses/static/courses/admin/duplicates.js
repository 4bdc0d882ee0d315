/* One key presses the button that bears it, once; typing in a field is left alone. */
document.addEventListener("keydown", (event) => {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=hidden]), textarea, select, [contenteditable=true], dialog")) return;
  const button = document.querySelector(`[data-sala-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!button || document.body.dataset.salaPressed) return;
  event.preventDefault();
  document.body.dataset.salaPressed = "yes";
  button.form.requestSubmit(button);
});
addEventListener("pageshow", () => delete document.body.dataset.salaPressed);
