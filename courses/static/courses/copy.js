/* A button "Copy" below a text. Takes from the textarea: data-sala-copy and data-sala-copied (the
   words of the button before and after). Without a clipboard the text is selected. */
async function copy(area, button) {
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
  } catch {
    if (!document.execCommand("copy")) return;
  }
  button.textContent = area.dataset.salaCopied;
  setTimeout(() => { button.textContent = area.dataset.salaCopy; }, 3000);
}

document.querySelectorAll("[data-sala-copy]").forEach((area) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sala-btn";
  button.textContent = area.dataset.salaCopy;
  button.addEventListener("click", () => copy(area, button));
  area.after(button);
});
