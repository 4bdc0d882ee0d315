"""At the door, on a phone: taking part by the poster in a minute, and somebody else in the seat."""

import pytest
from playwright.sync_api import expect

from tests.browser import site
from tests.browser.conftest import FOLDER
from tests.browser.logins import signed_in
from tests.browser.screens import STAFF, screens
from tests.browser.thumbs import Thumbs

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("stories"),
]
#: Seconds for a key, and to read a field and find the next.
A_KEY, A_LOOK = 0.25, 2
A_MINUTE, AT_THE_DOOR = 60, 20


@pytest.fixture
def phone(demo, browser):
    context = site.visitor(browser, demo, site.PHONE)
    yield context
    context.close()


def address_of(name):
    [screen] = [screen for screen in screens(FOLDER) if screen.name == name]
    return screen.address("en")


def test_taking_part_by_the_poster_takes_a_minute_and_no_account(phone):
    page, person = phone.new_page(), Thumbs(A_LOOK, A_KEY)
    page.goto(f"{address_of('enrol')}?by=poster")
    person.type(page.locator("[name=name]"), "Tep Sovannary")
    person.look()
    page.get_by_text("Woman", exact=True).click()
    person.type(page.locator("[name=birth_year]"), "1998")
    person.type(page.locator("[name=workplace]"), "Lotus Thread")
    person.look()
    page.locator("[name=role]").select_option("worker")
    person.type(page.locator("[name=phone]"), "012345678")
    page.locator("main form .sala-go").click()
    expect(page.locator("h1")).to_have_text("You have a seat")

    assert person.seconds < A_MINUTE
    assert page.locator(".sala-pass code").inner_text().startswith("KH-")


def test_somebody_else_takes_the_seat_in_twenty_seconds(phone):
    page = signed_in(phone, STAFF)
    page.goto(address_of("register"))
    people, person = page.locator("[data-row]").count(), Thumbs(A_LOOK, A_KEY)
    page.get_by_role("link", name="Somebody else comes").click()
    person.look()
    page.get_by_role("link", name="Instead of her or him").first.click()
    person.type(page.locator("[name=q]"), "Chan")
    person.look()
    page.locator("main .sala-person button:has-text('Comes instead')").first.click()
    expect(page.locator(".sala-note").first).to_contain_text("comes instead of")

    assert person.seconds < AT_THE_DOOR
    expect(page.locator("[data-row]")).to_have_count(people)
