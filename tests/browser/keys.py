"""Whether a screen is for somebody who has only a keyboard: Tab reaches every control and leads
on, what has the focus shows it, and nothing lies over it."""

from pathlib import Path

from tests.browser import site

#: Of longer screens the beginning and the end are walked through: between them is a list.
MOST, LAST = 60, 8
#: Dates and players have stops of their own inside.
INSIDE = 25
TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
WATCH = Path(__file__).with_name("walk.js").read_text(encoding="utf-8")
LEFT = """(first) => {
    const { stops, seen, look } = window.salaWalk;
    look();
    return stops.slice(0, first).filter((stop) => !seen.has(stop)).length;
}"""
JUMP = "(last) => window.salaWalk.stops.at(-last).focus()"
FOUND = """([first, last]) => {
    const { stops, seen, found } = window.salaWalk;
    const walked = [...stops.slice(0, first), ...(last ? stops.slice(-last) : [])];
    const missed = walked.filter((stop) => !seen.has(stop));
    const htmls = missed.map(({ outerHTML }) => outerHTML.slice(0, 120));
    return [...found, ...htmls.map((html) => `Tab does not reach: ${html}`)];
}"""


def problems(page) -> list[str]:
    """Of walking through the page as it is now, from its beginning."""
    devtools = site.devtools(page)

    def press(times):
        for _time in range(times):
            devtools.send("Input.dispatchKeyEvent", TAB)

    count = page.evaluate(WATCH)
    first, last = (count, 0) if count <= MOST + LAST else (MOST, LAST)
    press(first)
    for _time in range(INSIDE):
        if not page.evaluate(LEFT, first):
            break
        press(1)
    if last:
        page.evaluate(JUMP, last)
        press(last - 1)
        page.evaluate(LEFT, first)
    return page.evaluate(FOUND, [first, last])
