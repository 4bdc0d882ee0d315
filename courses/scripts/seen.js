/* Which parts of a lesson were looked at: the end of a part was on the screen for a second. */
const A_LOOK = 1000;

/**
 * @param {HTMLElement[]} parts In reading order.
 * @param {(number: number) => void} onSeen Gets the number of the part, from one.
 */
export function watchParts(parts, onSeen) {
  /** @type {Map<HTMLElement, ReturnType<typeof setTimeout>>} */
  const looks = new Map();
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!(target instanceof HTMLElement)) continue;
      clearTimeout(looks.get(target));
      if (isIntersecting) looks.set(target, setTimeout(() => seen(target), A_LOOK));
    }
  });
  /** @param {HTMLElement} end */
  const seen = (end) => {
    if (document.visibilityState === "hidden") return;
    watcher.unobserve(end);
    onSeen(ends.indexOf(end) + 1);
  };
  const ends = parts.map((part) => part.appendChild(document.createElement("span")));
  ends.forEach((end) => watcher.observe(end));
}
