"""What axe-core says of a screen, without judging twice what cannot have changed."""

import json
from pathlib import Path

import axe_playwright_python

from tests.browser import site

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
LOOKS, ROOM, AUDIT = (
    Path(__file__).with_name(name).read_text(encoding="utf-8")
    for name in ("looks.js", "room.js", "audit.js")
)
RULES = [
    {"id": "color-contrast", "selector": "[data-look]"},
    {"id": "target-size", "selector": "*:not([data-room])"},
]
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: The rules that ask where things are, how large, or what lies under them. All others ask for
#: elements, their attributes and whether they are shown.
OF_PLACES = [
    *("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"),
    *("bypass", "region", "skip-link", "td-headers-attr", "th-has-data-cells"),
]
#: What axe-core would say of all that is good nobody reads here: it is not put into words.
BROUGHT = f"""{AXE};
axe.configure({json.dumps({"rules": RULES, "noHtml": True})});
axe.addReporter("bare", (rules, _options, done) => done(rules));
window.salaAxe = {{
    looks: {LOOKS}, room: {ROOM}, before: new Set(),
    every: {json.dumps(ALL)}, ofPlaces: {json.dumps(OF_PLACES)},
}};"""
#: Boxes in Wagtail's own editor of blocks, which calls all parts of one kind by one name.
OF_WAGTAIL = ("landmark-unique", '<section class="w-panel w-panel--nested"')
#: A third of what axe-core would look through on a screen of the admin: Wagtail's menu and icons.
EMPTY_THE_FRAME = """
() => document.querySelectorAll('#wagtail-sidebar, [data-sprite]')
    .forEach((its) => its.replaceChildren())
"""
#: Looks whose contrast was found good, on any screen.
good_looks: set[str] = set()


def findings(page, part: str = "html", sizes=(site.PHONE, site.DESK)) -> list[str]:
    """What breaks a rule in a part of the page, at each size."""
    # This way axe-core is compiled once for all pages of a process.
    site.devtools(page).send("Runtime.evaluate", {"expression": BROUGHT})
    if part != "html":
        page.evaluate(EMPTY_THE_FRAME)
    found = []
    for size in sizes:
        page.set_viewport_size(size)
        broken, looks = page.evaluate(AUDIT, [part, list(good_looks)])
        good_looks.update(looks)
        ours = (each for each in broken if (each[0], each[1][:40]) != OF_WAGTAIL)
        found += [f"{rule} at {size['width']}: {html}" for rule, html in ours]
    return found
