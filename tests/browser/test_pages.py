"""Every kind of screen, on a phone and on a desk, in English and in Khmer."""

import json
from functools import cache
from pathlib import Path

import axe_playwright_python
import pytest

from tests.browser import site
from tests.browser.conftest import FOLDER
from tests.browser.screens import ANYBODY, PARTICIPANT, STAFF, TRAINER, screens

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SIZES = {"phone": site.PHONE, "desk": site.DESK}
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


@pytest.fixture(scope="session")
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


def opened(context, screen, language, size):
    page = context.new_page()
    page.set_viewport_size(size)
    messages = []
    page.on("console", lambda said: messages.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: messages.append(str(error)))
    response = page.goto(screen.address(language), wait_until="load")
    return page, response.status, messages


@pytest.mark.parametrize("language", ["en", "km"])
@pytest.mark.parametrize("width", SIZES)
def test_no_screen_has_accessibility_findings(demo, signed_in, width, language):
    found = {}
    for screen in screens(FOLDER):
        page, status, messages = opened(signed_in(screen.who), screen, language, SIZES[width])
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate(f"() => axe.run(document, {json.dumps(RULES)})")
        problems = [
            f"{violation['id']}: {node['html'][:120]}"
            for violation in result["violations"]
            for node in violation["nodes"]
        ]
        expected = 404 if screen.name in {"check-unknown", "not-found"} else 200
        if status != expected:
            problems.append(f"answered {status}")
        problems += [text for text in messages if f"status of {expected}" not in text]
        if problems:
            found[screen.name] = problems
        page.close()
    assert found == {}


@pytest.mark.parametrize("language", ["en", "km"])
def test_no_screen_scrolls_sideways_and_targets_are_large(demo, signed_in, language):
    wide, small = [], {}
    for screen in screens(FOLDER):
        page, _status, _messages = opened(signed_in(screen.who), screen, language, NARROWEST)
        for width in (NARROWEST["width"], site.PHONE["width"]):
            page.set_viewport_size({"width": width, "height": 700})
            if page.evaluate("() => document.documentElement.scrollWidth") > width:
                wide.append((screen.name, width))
        if targets := page.evaluate(SMALL_TARGETS):
            small[screen.name] = targets
        page.close()
    assert (wide, small) == ([], {})
