/* Buttons beside the numbers of a headcount, and their sum. Without it the numbers are typed. */
const boxes = [...document.querySelectorAll(".sala-head-box")];
const total = document.querySelector("[data-total]");
const numberOf = (input) => Math.max(0, Number.parseInt(input.value, 10) || 0);

function sum() {
  const people = boxes.reduce((found, box) => found + numberOf(box.querySelector("input")), 0);
  total.querySelector("b").textContent =
    String(people).replace(/\d/g, (digit) => total.dataset.digits[digit]);
}

for (const box of boxes) {
  const input = box.querySelector("input");
  for (const button of box.querySelectorAll("[data-step]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      input.value = Math.max(0, numberOf(input) + Number(button.dataset.step)) || "";
      sum();
    });
  }
  input.addEventListener("input", sum);
}
total.hidden = false;
sum();
