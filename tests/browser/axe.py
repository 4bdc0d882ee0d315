"""What axe-core says of a screen, without judging twice what cannot have changed."""

import json
from pathlib import Path

import axe_playwright_python

from tests.browser import site

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
LOOKS = Path(__file__).with_name("looks.js").read_text(encoding="utf-8")
LOOK = json.dumps({"rules": [{"id": "color-contrast", "selector": "[data-look]"}]})
OPTIONS = {
    "resultTypes": ["violations", "passes"],
    "elementRef": True,
    "preload": False,
    "iframes": False,
}
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: The rules that ask where things are, how large, or what lies under them. All others ask for
#: elements, their attributes and whether they are shown.
OF_PLACES = [
    *("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"),
    *("bypass", "region", "skip-link", "td-headers-attr", "th-has-data-cells"),
]
#: Which elements are shown, in their order.
SHOWN = """(part) => [...document.querySelectorAll(`${part} *`)].map((element) => {
    const { right, bottom } = element.getBoundingClientRect();
    const shown = element.checkVisibility({ visibilityProperty: true });
    return Number(shown && right + scrollX > 0 && bottom + scrollY > 0);
}).join("")"""
RUN = """async ([part, options]) => {
    const { violations, passes } = await axe.run(part, options);
    const good = passes.filter(({ id }) => id === "color-contrast").flatMap(({ nodes }) => nodes);
    const looks = good.map(({ element }) => element.dataset.look).filter(Boolean);
    for (const marked of document.querySelectorAll("[data-look]")) delete marked.dataset.look;
    return [violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html])), looks];
}"""
#: Boxes in Wagtail's own editor of blocks, which calls all parts of one kind by one name.
OF_WAGTAIL = ("landmark-unique", '<section class="w-panel w-panel--nested"')
#: Looks whose contrast was found good, on any screen.
good_looks: set[str] = set()


def findings(page, part: str = "html", sizes=(site.PHONE, site.DESK)) -> list[str]:
    """What breaks a rule in a part of the page, at each size."""
    _bring(page)
    found, seen = [], set()
    for size in sizes:
        page.set_viewport_size(size)
        shown = page.evaluate(SHOWN, part)
        rules = {"type": "rule", "values": OF_PLACES} if shown in seen else ALL
        found += _broken(page, part, {**OPTIONS, "runOnly": rules})
        seen.add(shown)
    return found


def _bring(page) -> None:
    """Brings axe-core to the page by a way that compiles it once for a browser. The session stays:
    one that ends takes virtual authenticators away, whoever made them."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Runtime.evaluate", {"expression": f"{AXE}; axe.configure({LOOK})"})


def _broken(page, part: str, options: dict) -> list[str]:
    page.evaluate(LOOKS, [part, list(good_looks)])
    broken, looks = page.evaluate(RUN, [part, options])
    good_looks.update(looks)
    wide = page.viewport_size["width"]
    ours = (each for each in broken if (each[0], each[1][:40]) != OF_WAGTAIL)
    return [f"{rule} at {wide}: {html[:120]}" for rule, html in ours]
