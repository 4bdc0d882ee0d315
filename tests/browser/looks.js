/**
 * Marks with `data-look` whatever axe-core shall judge the contrast of: one text of each look.
 *
 * The look of a text is its colour, size and weight and every background between it and the first
 * opaque one above it. Texts of one look have one contrast, so that one of them is enough. Where
 * anything else lies over or under a text, it is judged by itself.
 */
([part, known]) => {
    const seen = new Set(known);
    const clear = (colour) => /^(transparent|rgba\(.*[, ]0\))$/.test(colour) || / 0\)$/.test(colour);
    const solid = (colour) => !clear(colour) && !/rgba|\//.test(colour);
    const inside = (inner, outer) =>
        inner.left >= outer.left - 1 && inner.right <= outer.right + 1 &&
        inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    const touch = (one, other) =>
        one.left < other.right && other.left < one.right &&
        one.top < other.bottom && other.top < one.bottom;

    const layers = new Map();
    const layer = (element) => {
        if (!layers.has(element)) {
            const style = getComputedStyle(element);
            layers.set(element, {
                colour: style.backgroundColor,
                picture: style.backgroundImage,
                clips: style.overflowX !== "visible",
                plain: style.opacity === "1" && style.filter === "none" &&
                    style.mixBlendMode === "normal" && style.transform === "none",
                ink: `${style.color} ${style.fontSize} ${style.fontWeight} ${style.textShadow}`,
            });
        }
        return layers.get(element);
    };

    const replaced = "img, svg, video, canvas, iframe, object, input, select, textarea, button";
    const shows = (element) =>
        element.matches(replaced) || !clear(layer(element).colour) ||
        layer(element).picture !== "none";
    const all = new Set([...document.querySelectorAll("body *")].filter(
        (element) => !element.closest("svg *") && element.checkVisibility()));
    const boxes = [...all].filter(shows).map((element) => [element, element.getBoundingClientRect()]);
    const words = (element) => [...element.childNodes].filter(
        (node) => node.nodeType === 3 && node.data.trim());
    // Around all its words, and around each line and whatever stands between words.
    const place = (element) => {
        const [first, ...others] = words(element), range = document.createRange();
        if (!first) return [element.getBoundingClientRect(), [element.getBoundingClientRect()]];
        range.setStartBefore(first);
        range.setEndAfter(others.at(-1) ?? first);
        return [range.getBoundingClientRect(), [...range.getClientRects()]];
    };

    const look = (element) => {
        const [box, lines] = place(element);
        let shown = box;
        const kind = element.closest("label")?.control ?? element;
        const parts = [element.localName, layer(element).ink, kind.matches(":disabled")];
        for (let each = element; each; each = each.parentElement) {
            const { colour, picture, plain, clips } = layer(each);
            if (!plain || each.ariaDisabled === "true") return "";
            parts.push(colour, picture);
            if (clips) shown = each.getBoundingClientRect();
            if (solid(colour)) {
                if (!inside(shown, each.getBoundingClientRect())) return "";
                break;
            }
        }
        const strange = ([other, its]) => touch(box, its) && !other.contains(element) &&
            lines.some((line) => touch(line, its));
        return boxes.some(strange) ? "" : parts.join("|");
    };

    const speaks = (element) =>
        element.matches("input, select, textarea") || words(element).length > 0;
    for (const element of document.querySelectorAll(`${part}, ${part} *`)) {
        if (!all.has(element) || !speaks(element)) continue;
        const found = look(element);
        if (found && seen.has(found)) continue;
        seen.add(found);
        element.dataset.look = found;
    }
}
