/**
 * Marks with `data-room` whatever axe-core need not judge the size of as a target: it is 24 pixels
 * large and no other target lies over or under any of it, or there is no other within 24 pixels.
 */
(part) => {
    const ENOUGH = 24;
    const plain = ":is(div, section, main, table, h1, h2, p)";
    const targets = "a[href], area[href], button, input, select, textarea, summary, " +
        "details:not(:has(summary)), " +
        `[tabindex]:not(${plain}:is(:not([role]), [role=region], [role=group]))`;
    const boxes = [...document.querySelectorAll(targets)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map((element) => [element, element.getBoundingClientRect()])
        .filter(([, { width, height }]) => width > 0 || height > 0);
    const near = (one, other, far) =>
        one.left - far < other.right && other.left < one.right + far &&
        one.top - far < other.bottom && other.top < one.bottom + far;
    for (const [element, box] of boxes) {
        if (!element.closest(part)) continue;
        const far = box.width < ENOUGH || box.height < ENOUGH ? ENOUGH : 0;
        if (boxes.some(([other, its]) => other !== element && near(box, its, far))) continue;
        element.dataset.room = "";
    }
}
