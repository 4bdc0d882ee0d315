"""The queue of possible duplicates, by keyboard alone: ten pairs in well under a minute."""

import sqlite3
import time

import pytest

from tests.browser import site
from tests.browser.conftest import FOLDER
from tests.browser.logins import signed_in
from tests.browser.screens import STAFF

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("duplicates"),
]
QUEUE = "/admin/training/duplicates/"
DESKTOP = {"width": 1280, "height": 800}
PAIRS = 12
KEYS = "snkssnnkss"
WELL_UNDER_A_MINUTE = 30
SAID = {
    "s": "is part of the record of",
    "n": "are not the same person.",
    "k": "wait at the end of the queue.",
}
WORKERS = """
    select id from courses_person where user_id is null and merged_into_id is null
    and not exists (select 1 from certificates_certificate where person_id = courses_person.id)
    and (select count(*) from courses_enrollment where person_id = courses_person.id) < 2
    order by id limit ?
"""
PAIR = """
    insert into courses_duplicatecandidate (first_id, second_id, bits, reasons, found_at)
    values (?, ?, 9, '[]', datetime('now'))
"""


def ask(query, *values):
    with sqlite3.connect(FOLDER / "sala.sqlite3", timeout=20) as database:
        return database.execute(query, values).fetchall()


def number_in(table):
    return ask(f"select count(*) from {table}")[0][0]


@pytest.fixture(scope="module")
def pairs(demo):
    ask("delete from courses_duplicatecandidate")
    people = [pk for (pk,) in ask(WORKERS, 2 * PAIRS)]
    for first, second in zip(people[:PAIRS], people[PAIRS:], strict=True):
        ask(PAIR, first, second)


@pytest.fixture
def page(demo, browser, pairs):
    context = site.visitor(browser, demo, DESKTOP)
    page = signed_in(context, STAFF)
    page.goto(QUEUE)
    yield page
    context.close()


def press(page, key, said):
    with page.expect_navigation():
        page.keyboard.press(key)
    page.get_by_text(said).first.wait_for()


def test_ten_pairs_are_decided_with_one_key_each_and_the_last_is_taken_back(page):
    started = time.monotonic()
    for key in KEYS:
        press(page, key, SAID[key])
    assert time.monotonic() - started < WELL_UNDER_A_MINUTE

    assert number_in("courses_personmerge where undone_at is null") == KEYS.count("s")
    assert number_in("courses_distinctpair") == KEYS.count("n")
    put_off = "courses_duplicatecandidate where put_off_at is not null"
    assert number_in(put_off) == KEYS.count("k")

    press(page, "u", "are two records again.")
    assert number_in("courses_personmerge where undone_at is null") == KEYS.count("s") - 1
