/**
 * Judges a part of the page as it is now with axe-core, which lies there with `salaAxe`; returns
 * each rule that is broken with the beginning of the element, and the looks whose contrast is good.
 */
async ([part, known]) => {
    const { looks, room, before, every, ofPlaces } = window.salaAxe;
    const shown = [...document.querySelectorAll(`${part} *`)].map((element) => {
        const { right, bottom } = element.getBoundingClientRect();
        const isShown = element.checkVisibility({ visibilityProperty: true });
        return Number(isShown && right + scrollX > 0 && bottom + scrollY > 0);
    }).join("");
    const runOnly = before.has(shown) ? { type: "rule", values: ofPlaces } : every;
    before.add(shown);

    looks([part, known]);
    room(part);
    const rules = await axe.run(part, { reporter: "bare", preload: false, iframes: false, runOnly });
    const { passes } = rules.find(({ id }) => id === "color-contrast");
    const good = passes.map(({ node }) => node.element.dataset.look).filter(Boolean);
    for (const marked of document.querySelectorAll("[data-look], [data-room]")) {
        delete marked.dataset.look;
        delete marked.dataset.room;
    }
    const broken = rules.flatMap(({ id, violations }) =>
        violations.map(({ node }) => [id, node.element.outerHTML.slice(0, 120)]));
    return [broken, good];
}
