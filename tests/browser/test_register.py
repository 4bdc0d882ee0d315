"""The register on a phone: each tap saves itself, and no tap is lost without signal or script."""

import pytest

from tests.browser import site
from tests.browser.conftest import FOLDER
from tests.browser.screens import STAFF, screens

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("register"),
]
PATIENCE = 15_000


@pytest.fixture(scope="module")
def address(demo):
    [register] = [screen for screen in screens(FOLDER) if screen.name == "register"]
    return register.address("en")


@pytest.fixture
def phone(demo, browser):
    context = site.visitor(browser, demo, site.PHONE)
    site.sign_in(context, STAFF).close()
    yield context
    context.close()


@pytest.fixture
def page(phone, address):
    page = phone.new_page()
    page.goto(address)
    return page


def mark_of(page, number):
    return page.locator("[data-row]").nth(number).locator("button.sala-mark")


def tap_until(page, number, word):
    """Taps the mark until it says the word; six states at most."""
    for _ in range(6):
        if word in mark_of(page, number).inner_text():
            return
        mark_of(page, number).click()
    raise AssertionError(f"No tap led to {word}.")


def saved(page):
    page.get_by_text("All marks are saved.").wait_for(timeout=PATIENCE)


def test_one_tap_marks_and_saves(page):
    tap_until(page, 0, "Absent")
    saved(page)
    page.reload()
    assert "Absent" in mark_of(page, 0).inner_text()


def test_late_counts_its_minutes(page):
    tap_until(page, 1, "Late")
    minutes = page.locator("[data-row]").nth(1).locator("input[type=number]")
    minutes.fill("40")
    assert "Counts " in page.locator("[data-row]").nth(1).inner_text()
    page.get_by_role("button", name="5 minutes more").locator("visible=true").first.click()
    assert minutes.input_value() == "45"
    saved(page)
    page.reload()
    assert minutes.input_value() == "45"


def test_a_tap_without_signal_is_kept_told_and_sent_later(page, phone):
    phone.set_offline(True)
    tap_until(page, 2, "Excused")
    notice = page.get_by_text("1 mark waiting.")
    notice.wait_for(timeout=PATIENCE)
    assert page.get_by_role("button", name="Save").is_visible()
    phone.set_offline(False)
    saved(page)
    assert notice.is_hidden()
    page.reload()
    assert "Excused" in mark_of(page, 2).inner_text()


def test_two_letters_find_a_person(page):
    everybody = page.locator("[data-row]").count()
    name = page.locator("[data-row] [lang=en]").first.inner_text()
    page.get_by_label("Find a person").fill(name[:3].lower())
    found = page.locator("[data-row]:visible").count()
    assert 1 <= found < everybody
    page.get_by_label("Find a person").fill("zzzz")
    assert page.get_by_text("Nobody with these letters.").is_visible()


def test_without_a_script_it_is_a_plain_form(demo, browser, phone, address):
    plain = browser.new_context(
        base_url=demo,
        viewport=site.PHONE,
        java_script_enabled=False,
        storage_state=phone.storage_state(),
    )
    page = plain.new_page()
    page.goto(address)
    marks = page.locator("[data-row] select")
    marks.nth(3).select_option("absent")
    page.locator("[data-row]").nth(3).get_by_label("Reason").fill("Recalled to the line")
    page.locator("[data-save]").click()
    assert marks.nth(3).input_value() == "absent"
    assert page.locator("[data-row]").nth(3).get_by_label("Reason").input_value() == (
        "Recalled to the line"
    )
    plain.close()
