"""Every kind of screen, on a phone and on a desk, in English and in Khmer."""

import json
from contextlib import closing
from functools import cache
from pathlib import Path

import axe_playwright_python
import pytest

from tests.browser import site
from tests.browser.conftest import FOLDER
from tests.browser.screens import ANYBODY, PARTICIPANT, STAFF, TRAINER, screens

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
]
LANGUAGES = [
    pytest.param(language, marks=pytest.mark.xdist_group(f"pages-{language}"))
    for language in ("en", "km")
]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
    "iframes": False,
}
NARROWEST = {"width": 320, "height": 640}
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


@pytest.fixture(scope="module")
def signed_in(demo, browser):
    """Contexts by login, each signed in once."""

    @cache
    def context(username):
        context = site.visitor(browser, demo, site.PHONE)
        if username:
            site.sign_in(context, username).close()
        return context

    for username in (ANYBODY, PARTICIPANT, TRAINER, STAFF):
        context(username)
    yield context


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_for_everybody_at_every_width(demo, signed_in, language):
    """No findings of axe-core, no errors in the console, no sideways scroll, no small targets.

    The admin has one address and speaks the language of the login, which is English here.
    """
    found = {}
    for screen in screens(FOLDER):
        if screen.is_admin and language != "en":
            continue
        with closing(signed_in(screen.who).new_page()) as page:
            problems = problems_of(page, screen, language)
        if problems:
            found[screen.name] = problems
    assert found == {}


def problems_of(page, screen, language):
    """One load, looked at on a phone, then on a desk, then on the narrowest phone."""
    messages = []
    page.on("console", lambda said: messages.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.set_viewport_size(site.PHONE)
    status = page.goto(screen.address(language), wait_until="load").status
    expected = 404 if screen.name in {"check-unknown", "not-found", "no-link", "no-paper"} else 200
    problems = [] if status == expected else [f"answered {status}"]
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for size in (site.PHONE, site.DESK):
        page.set_viewport_size(size)
        problems += findings(page, "main" if screen.is_admin else "html")
    if not screen.is_admin:
        problems += sizes(page)
    return problems + [text for text in messages if f"status of {expected}" not in text]


def sizes(page):
    problems = []
    for size in (site.PHONE, NARROWEST):
        page.set_viewport_size(size)
        if page.evaluate("() => document.documentElement.scrollWidth") > size["width"]:
            problems.append(f"scrolls sideways at {size['width']}")
    return problems + [f"small target: {target}" for target in page.evaluate(SMALL_TARGETS)]


def findings(page, part):
    """What axe-core says of a part of the page; the frame around our admin screens is Wagtail's."""
    violations = page.evaluate(
        f"async () => (await axe.run('{part}', {json.dumps(RULES)})).violations"
    )
    return [
        f"{violation['id']} at {page.viewport_size['width']}: {node['html'][:120]}"
        for violation in violations
        for node in violation["nodes"]
    ]
