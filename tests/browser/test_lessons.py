"""Lessons on a phone: read with and without a signal, kept, heard, handed in once."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser import site
from tests.browser.logins import signed_in
from tests.browser.phone import PATIENCE, rows
from tests.browser.screens import PARTICIPANT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("stories"),
]
COURSE, WALK, PLAN = (
    f"/safety-and-health/oshc/{slug}" for slug in ("", "the-walk/", "from-a-list-to-a-plan/")
)
#: Milliseconds in which a part on the screen counts as seen.
A_LOOK = 1200
#: What the phone holds for the server.
WAITING = "Object.keys(localStorage).filter((key) => key.startsWith('sala-lesson-event:'))"
EVENTS = "select uuid, number, parts from courses_lessonevent"
KEEP_ALL = {"en": "Keep all on this phone", "km": "ទុកទាំងអស់លើទូរស័ព្ទនេះ"}


@pytest.fixture
def phone(demo, browser):
    context = site.visitor(browser, demo, site.PHONE)
    yield context
    context.close()


def until(page, condition):
    """Waits for it from outside: the page itself may not evaluate words."""
    ends = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(condition):
        assert time.monotonic() < ends, condition
        page.wait_for_timeout(100)


def read_to_the_end(page):
    """Three parts on the screen of a phone, then all on a screen that shows them at once."""
    parts = page.locator("[data-part]")
    parts.nth(2).evaluate("part => part.scrollIntoView({block: 'end'})")
    page.wait_for_timeout(A_LOOK)
    page.set_viewport_size({**site.PHONE, "height": 8000})
    page.wait_for_timeout(A_LOOK)
    page.set_viewport_size(site.PHONE)


def keep_all(page, language="en"):
    page.goto(f"/{language}{COURSE}")
    page.locator("#lessons a.sala-more").click()
    page.get_by_role("button", name=KEEP_ALL[language]).click()
    lessons = page.locator("[data-lesson]").count()
    assert lessons
    expect(page.locator("[data-kept] li")).to_have_count(lessons, timeout=60_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_what_is_read_without_a_signal_is_handed_in_once(phone):
    page = signed_in(phone, PARTICIPANT)
    page.goto(f"/en{PLAN}")
    until(page, "localStorage.getItem('sala-reader')")
    keep_all(page)
    before = set(rows(EVENTS))
    phone.set_offline(True)
    page.goto(f"/en{WALK}")
    expect(page.get_by_text("kept for the person who used this phone last")).to_be_visible()
    assert "Sign out" not in page.content() and "csrf" not in page.content()
    read_to_the_end(page)
    expect(page.locator("[data-progress]")).to_contain_text("goes by itself with a signal")
    assert page.evaluate(WAITING)
    page.close()
    phone.set_offline(False)
    page = phone.new_page()
    for _time in range(2):
        page.goto(f"/en{WALK}")
        until(page, f"!({WAITING}).length")
    events = set(rows(EVENTS)) - before
    assert events and len({uuid for uuid, *_place in events}) == len(events)
    assert any(number == parts for _uuid, number, parts in events)


def test_what_one_person_read_is_not_sent_as_anothers(phone):
    page = signed_in(phone, PARTICIPANT)
    keep_all(page)
    page.goto(f"/en{PLAN}")
    until(page, "localStorage.getItem('sala-reader')")
    phone.set_offline(True)
    page.goto(f"/en{PLAN}")
    page.get_by_role("button", name="That is not me").click()
    before = rows(EVENTS)
    read_to_the_end(page)
    expect(page.locator("[data-progress]")).to_contain_text("Only this phone remembers it.")
    assert not page.evaluate(WAITING)
    phone.set_offline(False)
    page.goto(f"/en{PLAN}")
    page.wait_for_timeout(1000)
    assert rows(EVENTS) == before


def test_signing_out_forgets_who_read(phone):
    page = site.sign_in(phone, PARTICIPANT)
    page.goto(f"/en{PLAN}")
    until(page, "localStorage.getItem('sala-reader')")
    page.goto("/en/accounts/logout/")
    page.locator("form[data-sala-leave] button").click()
    page.wait_for_load_state()
    assert page.evaluate("localStorage.getItem('sala-reader')") is None


@pytest.mark.parametrize("language", ["en", "km"])
def test_lessons_are_kept_read_without_a_signal_and_taken_off(phone, language):
    page = phone.new_page()
    keep_all(page, language)
    kept = page.url
    phone.set_offline(True)
    page.goto(f"/{language}{WALK}")
    expect(page.locator("[data-part]")).to_have_count(9)
    page.locator("main img").first.scroll_into_view_if_needed()
    until(page, "document.querySelector('main img').naturalWidth === 400")
    page.goto(f"/{language}/")
    expect(page.locator("[data-kept] li").first).to_be_visible()
    phone.set_offline(False)
    page.goto(kept)
    page.locator("[data-kept] button").first.click()
    expect(page.locator("[data-kept] li")).to_have_count(4)
    expect(page.locator("[data-keep-all]")).to_be_visible()


def test_a_stranger_goes_on_where_she_stopped_on_this_phone(phone):
    page = phone.new_page()
    page.goto(f"/en{WALK}")
    page.locator("[data-part]").nth(2).evaluate("part => part.scrollIntoView({block: 'end'})")
    page.wait_for_timeout(A_LOOK)
    page.goto(f"/en{COURSE}")
    page.goto(f"/km{WALK}")
    way = page.locator("[data-resume] a")
    expect(way).to_be_visible()
    assert re.fullmatch("#p-[0-9a-f]{8}", way.get_attribute("href"))


def test_data_is_saved_with_one_tap_and_sound_has_speeds(phone):
    page = phone.new_page()
    page.goto(f"/en{WALK}")
    page.get_by_role("button", name="1.5×").click()
    assert page.locator("audio").evaluate("player => player.playbackRate") == 1.5
    assert page.locator("audio").get_attribute("preload") == "none"
    page.get_by_role("button", name="Save data").click()
    expect(page.get_by_role("button", name="Save data")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("audio")).to_have_count(0)
    expect(page.get_by_role("link", name="Hear this text, MP3")).to_be_visible()
    assert ".width-400." in page.locator("main picture source").first.get_attribute("srcset")
