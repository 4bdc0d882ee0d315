"""Every kind of screen, on a phone and on a desk, in English and in Khmer."""

from functools import cache

import pytest

from tests.browser import axe, keys, site, widths
from tests.browser.conftest import FOLDER
from tests.browser.screens import screens

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
]
LANGUAGES = [
    pytest.param(language, marks=pytest.mark.xdist_group(f"pages-{language}"))
    for language in ("en", "km")
]
#: Screens that say that something is not there.
NOT_THERE = {"check-unknown", "not-found", "no-link", "no-paper"}


@pytest.fixture(scope="module")
def page_of(demo, browser):
    """One page for each login, with what is complained of on it. It goes from screen to screen as
    a person does: a new one needs a new process, which has to compile axe-core again."""

    @cache
    def opened(username):
        context = site.visitor(browser, demo, site.PHONE)
        page = site.sign_in(context, username) if username else context.new_page()
        return page, complaints(page)

    return opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_for_everybody_at_every_width(page_of, language):
    """No findings of axe-core, no errors in the console, nothing wrong for the keyboard, no
    sideways scroll, no text cut off, no small targets.

    The admin has one address and speaks the language of the login, which is English here.
    """
    found = {}
    for screen in screens(FOLDER):
        if screen.is_admin and language != "en":
            continue
        if problems := problems_of(*page_of(screen.who), screen, language):
            found[screen.name] = problems
    assert found == {}


def complaints(page):
    """Grows by each error of a script or in the console, and each answer that refuses."""
    messages = []
    page.on("console", lambda said: messages.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("response", lambda answer: missing(answer) and messages.append(missing(answer)))
    return messages


def missing(answer):
    """What a page asked for in vain, by name: the console does not say it."""
    is_page = answer.request.is_navigation_request()
    return "" if is_page or answer.status < 400 else f"{answer.status} {answer.url}"


def problems_of(page, messages, screen, language):
    """One load, looked at on a phone, on a desk, narrow, enlarged, and with the keyboard alone.

    Of our admin screens the part that is ours: the frame around it, its focus and how it becomes
    narrow are Wagtail's.
    """
    messages.clear()
    page.set_viewport_size(site.PHONE)
    status = page.goto(screen.address(language), wait_until="load").status
    expected = 404 if screen.name in NOT_THERE else 200
    problems = [] if status == expected else [f"answered {status}"]
    if screen.is_admin:
        problems += axe.findings(page, "main")
    else:
        problems += axe.findings(page, sizes=(site.DESK, site.PHONE))
        problems += keys.problems(page)
        problems += widths.problems(page)
    return problems + [text for text in messages if f"status of {expected}" not in text]
