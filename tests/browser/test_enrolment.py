"""At the door, on a phone: taking part by the poster in a minute, and somebody else in the seat."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser import site
from tests.browser.conftest import FOLDER
from tests.browser.screens import STAFF, screens

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("stories"),
]
#: Milliseconds for a key, and seconds to read a field and find the next, as slow thumbs need.
A_KEY, A_LOOK = 250, 2
A_MINUTE, AT_THE_DOOR = 60, 20


@pytest.fixture
def phone(demo, browser):
    context = site.visitor(browser, demo, site.PHONE)
    yield context
    context.close()


def address_of(name):
    [screen] = [screen for screen in screens(FOLDER) if screen.name == name]
    return screen.address("en")


def type_into(page, name, words):
    time.sleep(A_LOOK)
    page.locator(f"[name={name}]").press_sequentially(words, delay=A_KEY)


def test_taking_part_by_the_poster_takes_a_minute_and_no_account(phone):
    page = phone.new_page()
    start = time.monotonic()
    page.goto(f"{address_of('enrol')}?by=poster")
    type_into(page, "name", "Tep Sovannary")
    time.sleep(A_LOOK)
    page.get_by_text("Woman", exact=True).click()
    type_into(page, "birth_year", "1998")
    type_into(page, "workplace", "Lotus Thread")
    time.sleep(A_LOOK)
    page.locator("[name=role]").select_option("worker")
    type_into(page, "phone", "012345678")
    page.locator("main form .sala-go").click()
    expect(page.locator("h1")).to_have_text("You have a seat")
    seconds = time.monotonic() - start

    print(f"By the poster: {seconds:.1f} s")
    assert seconds < A_MINUTE
    assert page.locator(".sala-pass code").inner_text().startswith("KH-")


def test_somebody_else_takes_the_seat_in_twenty_seconds(phone):
    page = site.sign_in(phone, STAFF)
    page.goto(address_of("register"))
    people = page.locator("[data-row]").count()
    start = time.monotonic()
    page.get_by_role("link", name="Somebody else comes").click()
    time.sleep(A_LOOK)
    page.get_by_role("link", name="Instead of her or him").first.click()
    type_into(page, "q", "Chan")
    time.sleep(A_LOOK)
    page.locator("main .sala-person button:has-text('Comes instead')").first.click()
    expect(page.locator(".sala-note").first).to_contain_text("comes instead of")
    seconds = time.monotonic() - start

    print(f"Instead of somebody: {seconds:.1f} s")
    assert seconds < AT_THE_DOOR
    expect(page.locator("[data-row]")).to_have_count(people)
