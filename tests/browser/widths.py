"""Whether a screen holds on a narrow phone, enlarged, and with the spacing that a reader sets."""

from tests.browser import site

#: 320 pixels are what is left of 1,280 at 400 %, 640 × 450 of a desk at 200 %.
NARROWEST, TWICE = {"width": 320, "height": 640}, {"width": 640, "height": 450}
SMALL_TARGETS = """
() => [...document.querySelectorAll('main a, main button, main input, main select, main summary')]
  .filter(it => {
    const box = it.getBoundingClientRect();
    if (!box.width || !box.height || getComputedStyle(it).visibility === 'hidden') return false;
    if (it.closest('p, .sala-hint, li p, dd, td, .sala-vh, .sala-skip')) return false;
    const label = it.closest('label') || document.querySelector(`label[for="${it.id}"]`);
    const shown = ['radio', 'checkbox'].includes(it.type) && label
      ? label.getBoundingClientRect() : box;
    return shown.height < 43.5;
  })
  .map(it => it.outerHTML.slice(0, 120))
"""
#: Texts that a box hides the end of.
CUT_OFF = """
() => [...document.querySelectorAll('body *')]
  .filter(it => {
    if (it.closest('svg, .sala-vh') || it.clientWidth < 2 || !it.innerText?.trim()) return false;
    const { overflowX, overflowY } = getComputedStyle(it);
    const hides = (overflow) => ['hidden', 'clip'].includes(overflow);
    return hides(overflowX) && it.scrollWidth > it.clientWidth + 2
      || hides(overflowY) && it.scrollHeight > it.clientHeight + 2;
  })
  .map(it => it.outerHTML.slice(0, 120))
"""
#: WCAG 2.2, 1.4.12. Khmer is written without space between letters.
SPACED = """
() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }
        :not(:lang(km)) { letter-spacing: .12em !important }`);
    document.adoptedStyleSheets.push(sheet);
}
"""


def problems(page) -> list[str]:
    """Of the page as it is now; it stays spaced."""
    found = [f"small target: {target}" for target in page.evaluate(SMALL_TARGETS)]
    for size in (NARROWEST, TWICE, site.PHONE):
        page.set_viewport_size(size)
        if size is site.PHONE:
            page.evaluate(SPACED)
        wide = size["width"]
        if page.evaluate("document.documentElement.scrollWidth") > wide:
            found.append(f"scrolls sideways at {wide}")
        found += [f"cut off at {wide}: {text}" for text in page.evaluate(CUT_OFF)]
        if size is NARROWEST:
            found += [f"small target: {target}" for target in page.evaluate(SMALL_TARGETS)]
    return found
