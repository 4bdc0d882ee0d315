"""The register on a phone: each tap saves itself; without a script it is a plain form."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import site
from tests.browser.conftest import FOLDER
from tests.browser.logins import signed_in
from tests.browser.phone import mark_of, saved, saved_at_once, taps
from tests.browser.screens import STAFF, screens

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("register"),
]


@pytest.fixture(scope="module")
def address(demo):
    [register] = [screen for screen in screens(FOLDER) if screen.name == "register"]
    return register.address("en")


@pytest.fixture
def phone(demo, browser):
    context = site.visitor(browser, demo, site.PHONE)
    yield context
    context.close()


@pytest.fixture
def page(phone, address):
    page = signed_in(phone, STAFF)
    page.goto(address)
    return page


#: Whether the bar lies over what has the focus.
COVERED = """() => {
    const bar = document.querySelector(".sala-bar").getBoundingClientRect();
    return document.activeElement.getBoundingClientRect().bottom > bar.top;
}"""


def tap_until(page, number, word):
    """Taps the mark until it says the word; six states at most."""
    for _ in range(6):
        before = mark_of(page, number).inner_text()
        if word in before:
            return
        mark_of(page, number).click()
        expect(mark_of(page, number)).not_to_have_text(before, use_inner_text=True)
    raise AssertionError(f"No tap led to {word}.")


def test_one_tap_marks_and_saves(page):
    tap_until(page, 0, "Absent")
    saved(page)
    page.reload()
    expect(mark_of(page, 0)).to_contain_text("Absent")


def test_late_counts_its_minutes(page):
    tap_until(page, 1, "Late")
    minutes = page.locator("[data-row]").nth(1).locator("input[type=number]")
    minutes.fill("40")
    expect(page.locator("[data-row]").nth(1)).to_contain_text("Counts ")
    page.get_by_role("button", name="5 minutes more").locator("visible=true").first.click()
    assert minutes.input_value() == "45"
    saved_at_once(page)
    page.reload()
    expect(minutes).to_have_value("45")


def test_the_last_act_can_be_taken_back(page):
    expect(mark_of(page, 4)).to_contain_text("Mark")
    everybody = page.get_by_role("button", name="Mark the other")
    before = everybody.inner_text()
    everybody.click()
    expect(page.locator("[data-here]")).not_to_contain_text("0 of")
    expect(mark_of(page, 4)).to_contain_text("Here")
    page.get_by_role("button", name="Undo").click()
    expect(mark_of(page, 4)).to_contain_text("Mark")
    expect(everybody).to_have_text(before, use_inner_text=True)


def test_two_letters_find_a_person(page):
    everybody = page.locator("[data-row]").count()
    name = page.locator("[data-row] [lang=en]").first.inner_text()
    page.get_by_label("Find a person").fill(name[:3].lower())
    page.wait_for_timeout(100)
    found = page.locator("[data-row]:visible").count()
    assert 1 <= found < everybody
    page.get_by_label("Find a person").fill("zzzz")
    assert page.get_by_text("Nobody with these letters.").is_visible()


def test_the_keyboard_alone_marks_and_the_screen_reader_hears_whom(page):
    """The mark keeps the focus, and the bar at the foot never covers what has it."""
    said, mark = page.locator("[data-said]"), mark_of(page, 6)
    expect(said).to_have_role("status")
    mark_of(page, 5).focus()
    page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    name = mark.locator(".sala-vh").inner_text().strip(" :")
    for key in ("Enter", "Space") * 6:
        before = mark.inner_text()
        page.keyboard.press(key)
        expect(mark).not_to_have_text(before, use_inner_text=True)
        expect(mark).to_be_focused()
        word = mark.inner_text().split(":")[-1].strip()
        expect(said).to_have_text(re.compile(rf"{name}:\s*{word}"))
        if key == "Space" and word == "Absent":
            break
    expect(mark).to_have_accessible_name(re.compile(rf"{name}:\s*Absent"))
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("Ill")
    page.keyboard.press("Tab")
    expect(mark_of(page, 7)).to_be_focused()
    saved_at_once(page)
    for number in range(8, 16):
        page.keyboard.press("Tab")
        expect(mark_of(page, number)).to_be_focused()
        assert page.evaluate(COVERED) is False
    page.reload()
    expect(mark).to_contain_text("Absent")
    expect(page.locator("[data-row]").nth(6).get_by_label("Reason")).to_have_value("Ill")


def test_everyone_else_is_absent_by_one_tap_that_is_no_look_at_them(phone, page):
    expect(mark_of(page, 0)).to_be_visible()
    phone.set_offline(True)
    before = page.locator("[data-row] button.sala-none").count()
    page.get_by_role("button", name="Everyone else absent").click()
    expect(page.locator("[data-row] button.sala-none")).to_have_count(0)
    made = [(tap["kind"], tap["presence"]) for tap in taps(page)]
    assert made == [("default", "absent")] * before
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-row] button.sala-none")).to_have_count(before)
    phone.set_offline(False)


def test_without_a_script_it_is_a_plain_form(demo, browser, address):
    plain = site.visitor(browser, demo, site.PHONE, java_script_enabled=False)
    page = signed_in(plain, STAFF)
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
