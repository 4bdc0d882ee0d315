/**
 * Listens while somebody walks through the page with Tab, and looks at whatever has the focus.
 * Keeps in `salaWalk` the stops of the page, those seen, and what was wrong; returns how many
 * stops there are.
 */
() => {
    const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, audio, " +
        "video, [tabindex]";
    const groups = new Set();
    const isStop = (it) => {
        if (it.matches(":disabled") || it.tabIndex < 0 || it.closest("[inert]")) return false;
        if (!it.checkVisibility({ visibilityProperty: true })) return false;
        if (it.type !== "radio") return true;
        const group = [...document.getElementsByName(it.name)].filter(({ form }) => form === it.form);
        if (groups.has(group[0])) return false;
        groups.add(group[0]);
        return true;
    };
    const box = (it) => {
        const own = it.getBoundingClientRect();
        const label = own.width < 2 || Number(getComputedStyle(it).opacity) < 0.1 ? it.labels?.[0] : null;
        return (label ?? it).getBoundingClientRect();
    };
    const shows = (it) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it);
        return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    };
    const isOf = (it, top) => top && (it.contains(top) || top.contains(it) ||
        [...(it.labels ?? [])].some((label) => label.contains(top)));
    const isCovered = (it) => {
        const { left, right, top, bottom } = box(it), middle = [(left + right) / 2, (top + bottom) / 2];
        const corners = [left + 3, right - 3].flatMap((x) => [[x, top + 3], [x, bottom - 3]]);
        return [middle, ...corners].every(([x, y]) => !isOf(it, document.elementFromPoint(x, y)));
    };
    const walk = { stops: [...document.querySelectorAll(all)].filter(isStop), seen: new Set(), found: [] };
    const same = (it) => walk.stops.find((stop) => stop === it ||
        (stop.type === "radio" && it.type === "radio" && stop.name === it.name && stop.form === it.form));
    walk.look = () => {
        const it = document.activeElement;
        if (!it || it === document.body || walk.seen.has(same(it) ?? it)) return;
        walk.seen.add(same(it) ?? it);
        const html = it.outerHTML.slice(0, 120);
        if (![it, ...(it.labels ?? [])].some(shows)) walk.found.push(`focus does not show: ${html}`);
        if (isCovered(it)) walk.found.push(`focus is covered: ${html}`);
    };
    addEventListener("keydown", walk.look, true);
    window.salaWalk = walk;
    return walk.stops.length;
}
