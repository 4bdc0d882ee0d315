"""The editor of designs in a real browser: a change redraws the page, and a "no" says why."""

import re
import sqlite3

import pytest
from playwright.sync_api import expect

from tests.browser import site
from tests.browser.conftest import FOLDER
from tests.browser.logins import signed_in
from tests.browser.screens import STAFF

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("stories"),
]
SKETCH = "[data-sala-sketch]"
#: Milliseconds: a page is drawn by a server that others use too.
SLOW = 20_000


@pytest.fixture(scope="module")
def office(demo, browser):
    """A computer that keeps the scripts of the office from one test to the next."""
    staff = site.visitor(browser, demo, site.DESK)
    signed_in(staff, STAFF).close()
    yield staff
    staff.close()


@pytest.fixture
def editor(office):
    """The form of the shipped certificate of completion, with the page beside it drawn."""
    with sqlite3.connect(FOLDER / "sala.sqlite3") as database:
        (design,) = database.execute(
            "select id from certificates_design where origin = 'completion'"
        ).fetchone()
    page = office.new_page()
    page.goto(f"/admin/training/designs/edit/{design}/")
    expect(page.locator(SKETCH)).to_have_attribute("src", re.compile("svg"), timeout=SLOW)
    yield page
    page.close()


def drawn(page):
    return page.locator(SKETCH).get_attribute("src")


def text_field(page, words):
    """The box that holds these words."""
    name = page.evaluate(
        """(words) => [...document.querySelectorAll("[data-sala-design] input")]
        .find(({ value }) => value === words)?.name""",
        words,
    )
    assert name, f"no box holds {words}"
    return page.locator(f"[name='{name}']")


def revisions(page):
    with sqlite3.connect(FOLDER / "sala.sqlite3") as database:
        (count,) = database.execute("select count(*) from certificates_designrevision").fetchone()
    return count


def test_a_changed_element_is_drawn_at_once_and_kept_when_it_is_saved(editor):
    before, kept = drawn(editor), revisions(editor)

    field = text_field(editor, "{title_en}")
    field.fill("Proof of {title_en}")

    expect(editor.locator(SKETCH)).not_to_have_attribute("src", before)
    expect(editor.locator("[data-sala-problems] li")).to_have_count(0)
    editor.get_by_role("button", name="Try out and save").click()
    expect(editor.get_by_text("The longest texts fit.")).to_be_visible(timeout=SLOW)
    assert revisions(editor) == kept + 1


def test_a_refused_save_says_the_reason_and_keeps_what_was_typed(editor):
    kept = revisions(editor)

    text_field(editor, "{name_km}").fill("{name_of_the_king}")

    problems = editor.locator("[data-sala-problems] li")
    expect(problems).to_have_text(
        "There is no field {name_of_the_king}. Choose one of the list.", timeout=SLOW
    )
    editor.get_by_role("button", name="Try out and save").click()
    reason = editor.get_by_text("There is no field {name_of_the_king}.").first
    expect(reason).to_be_visible()
    expect(editor.locator(SKETCH)).to_have_attribute("hidden", "")
    assert text_field(editor, "{name_of_the_king}")
    assert revisions(editor) == kept


def test_what_the_longest_texts_do_not_fit_is_said_and_the_usual_ones_may_be_looked_at(editor):
    before = drawn(editor)
    text_field(editor, "{title_km}").fill("W" * 120)
    problems = editor.locator("[data-sala-problems] li")
    expect(problems).to_contain_text("does not fit", timeout=SLOW)

    text_field(editor, "W" * 120).fill("{title_km}")
    expect(problems).to_have_count(0, timeout=SLOW)
    editor.get_by_label("Usual texts").check()
    expect(editor.locator(SKETCH)).not_to_have_attribute("src", before)
