"""Three days without signal: 40 people, five sessions, three phones, twenty tabs that die."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser import site
from tests.browser.conftest import FOLDER
from tests.browser.crowd import crowd
from tests.browser.phone import kept_once, mark_of, ready, rows, taps
from tests.browser.screens import STAFF

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.deep,
    pytest.mark.xdist_group("stories"),
]
PEOPLE, SESSIONS, PHONES, DEATHS, HOURS = 40, 5, 3, 20, 72
#: How many of the 200 marks a phone makes: every line is marked by one phone, many by two.
MARKS = 100
PATIENCE = 60_000


@pytest.fixture
def sessions(demo):
    """Five sessions of the last three days, with 40 people on their list."""
    return crowd(FOLDER, people=PEOPLE, sessions=SESSIONS, since=HOURS)


class Phone:
    """A phone without signal, with one tab that may die at any moment."""

    def __init__(self, browser, address, rng):
        self.context = site.visitor(browser, address, site.PHONE)
        self.rng = rng
        self.deaths = 0
        self.page = None
        ready(self.context, STAFF).close()
        self.context.set_offline(True)

    def open(self, session, moment):
        if self.page is None or self.page.is_closed():
            self.page = self.context.new_page()
        self.page.clock.set_fixed_time(moment)
        self.page.goto(f"/en/training/sessions/{session}/register/")
        expect(self.page.locator("[data-row] button.sala-mark")).to_have_count(PEOPLE)

    def die(self, number):
        """In the middle of a tap and without a word, as when the phone runs out of memory."""
        mark_of(self.page, number).dispatch_event("click")
        self.page.close(run_before_unload=False)
        self.deaths += 1

    def mark(self, number):
        """Taps, some people more than once; waits for what is shown, for that is on the disk."""
        more = self.rng.choice((0, 0, 0, 1, 2))
        for word in ("Here", "Absent", "Late")[: 1 + more]:
            mark_of(self.page, number).click()
            expect(mark_of(self.page, number)).to_contain_text(word)

    def shown(self):
        return self.page.locator("[data-row] button.sala-mark").all_inner_texts()


def test_nothing_is_lost_and_nothing_doubled_in_three_days(demo, browser, sessions):
    rng = random.Random(5)
    start = datetime.now(UTC) - timedelta(hours=HOURS)
    phones = [Phone(browser, demo, rng) for _ in range(PHONES)]
    lines = [(session, number) for session in range(SESSIONS) for number in range(PEOPLE)]
    dying = {phone: set(rng.sample(range(MARKS), DEATHS // PHONES + 1)) for phone in phones}
    rng.shuffle(lines)
    for place, phone in enumerate(phones):
        first = place * len(lines) // PHONES
        mine = sorted((lines + lines)[first : first + MARKS])
        work(phone, mine, sessions, start, dying[phone])
    made = [event for phone in phones for event in held(phone, sessions[0])]
    assert sum(phone.deaths for phone in phones) >= DEATHS
    assert kept_once(made) == 0
    for phone in phones:
        phone.context.set_offline(False)
        phone.page.get_by_text("All marks are saved.").wait_for(timeout=PATIENCE)
        assert taps(phone.page) == []
    assert len(made) == len(set(made)) == kept_once(made)
    assert on_the_server(sessions) == (len(made), PEOPLE * SESSIONS)


def work(phone, mine, sessions, start, dying):
    at = None
    for count, (session, number) in enumerate(mine):
        if session != at or phone.page.is_closed():
            phone.open(sessions[session], start + timedelta(hours=14 * session, minutes=count))
            at = session
        phone.mark(number)
        if count in dying:
            seen = phone.shown()
            phone.die(number)
            phone.open(sessions[session], start + timedelta(hours=14 * session, minutes=count))
            again = phone.shown()
            del seen[number], again[number]
            assert again == seen


def held(phone, session):
    """The taps on the disk of a phone."""
    phone.open(session, datetime.now(UTC))
    return [event["event"] for event in taps(phone.page)]


def on_the_server(sessions):
    """How many events the sessions have, and how many people with a mark."""
    named = ", ".join(f"'{session.replace('-', '')}'" for session in sessions)
    inside = f"(select id from courses_session where uuid in ({named}))"
    [[events]] = rows(f"select count(*) from courses_attendanceevent where session_id in {inside}")
    [[marks]] = rows(f"select count(*) from courses_attendance where session_id in {inside}")
    return events, marks
