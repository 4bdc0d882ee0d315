"""A sheet of 25 people typed in with the keyboard alone, and without a script as a plain form."""

import sqlite3
from uuid import UUID

import pytest

from tests.browser import site
from tests.browser.conftest import FOLDER
from tests.browser.logins import signed_in
from tests.browser.screens import STAFF, screens
from tests.browser.thumbs import Thumbs

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("paper")]
PEOPLE, LONGEST_SECONDS = 25, 180
#: Seconds for a key of a quick typist who looks at each row of the sheet.
A_KEY = 0.25
CODES = ["1", "1", "2 40", "1", "5", "1", "4", "3 30", "1", "1"]


@pytest.fixture(scope="module")
def address(demo):
    """The sheet of a session of today with at least 25 people."""
    [register] = [screen for screen in screens(FOLDER) if screen.name == "register"]
    return register.address("en").replace("/register/", "/paper/")


@pytest.fixture
def page(demo, browser, request):
    desk = site.visitor(browser, demo, site.DESK, **getattr(request, "param", {}))
    yield signed_in(desk, STAFF)
    desk.close()


def marks_of(address):
    """Presence and minutes in the database, in the order of the sheet."""
    session = UUID(address.split("/")[-3])
    with sqlite3.connect(FOLDER / "sala.sqlite3") as database:
        return database.execute(
            "select mark.presence, mark.minutes_missed from courses_attendance mark "
            "join courses_session session on session.id = mark.session_id "
            "join courses_enrollment row on row.id = mark.enrollment_id "
            "join courses_person person on person.id = row.person_id "
            "where session.uuid = ? order by person.sort_key, person.id",
            [session.hex],
        ).fetchall()


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_without_a_script_it_is_a_plain_form(page, address):
    page.goto(address)
    fields = page.locator("input[name^='c-']")

    fields.nth(0).fill("5")
    fields.nth(1).fill("2 15")
    fields.nth(1).press("Enter")

    page.get_by_text("2 marks are saved.").wait_for()
    assert marks_of(address) == [("absent", 0), ("late", 15)]


def test_25_people_are_typed_in_with_the_keyboard_in_under_three_minutes(page, address):
    page.goto(address)
    fields = page.locator("input[name^='c-']")
    assert fields.count() >= PEOPLE
    fields.nth(0).focus()
    wanted = [CODES[number % len(CODES)] for number in range(fields.count())]

    person = Thumbs(A_KEY, A_KEY)
    for code in wanted:
        person.type(page.keyboard, code)
        page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.get_by_text("marks are saved.").wait_for()

    assert person.seconds < LONGEST_SECONDS
    meaning = {"1": ("present", 0), "2 40": ("late", 40), "5": ("absent", 0), "4": ("excused", 0),
               "3 30": ("left_early", 30)}  # fmt: skip
    assert marks_of(address) == [meaning[code] for code in wanted]


def test_scores_that_are_typed_are_counted_in_the_digits_of_the_language(page):
    [scores] = [screen for screen in screens(FOLDER) if screen.name == "scores"]
    for language, none, one in (("en", "0 / 10", "1 / 10"), ("km", "០ / ១០", "១ / ១០")):
        page.goto(scores.address(language))
        count = page.locator("output")
        assert count.inner_text() == none
        page.locator("input[name^='p-']").first.fill("4")
        assert count.inner_text() == one


def test_enter_and_arrows_move_and_u_takes_back(page, address):
    page.goto(address)
    fields = page.locator("input[name^='c-']")
    before = fields.nth(0).input_value()
    fields.nth(0).focus()
    fields.nth(0).select_text()

    page.keyboard.type("a")
    assert page.locator("output").nth(0).inner_text() == "Absent"
    page.keyboard.press("Enter")
    assert fields.nth(1).evaluate("(field) => field === document.activeElement")
    page.keyboard.press("u")

    assert fields.nth(0).input_value() == before
    assert fields.nth(0).evaluate("(field) => field === document.activeElement")
    page.keyboard.press("ArrowDown")
    assert fields.nth(1).evaluate("(field) => field === document.activeElement")
