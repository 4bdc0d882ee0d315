"""The page of a person's own training: over the line for a first visit, and its queries."""

import os
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from courses.models import Person, Pin
from lms.demo.accounts import PIN
from tests.benchmarks.bench_pages import DATA, LANGUAGE, PHONE, visited, visiting
from tests.benchmarks.measure import Figure, benchmark, rolled_back
from tests.browser import site
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    SessionFactory,
    visit_by_card,
)

STORY = Path(os.environ["SALA_VAR"])
LONG = 60
SAVING = {**PHONE, "extra_http_headers": {"Save-Data": "on"}}


def page_of(language=LANGUAGE):
    with translation.override(language):
        return reverse("courses:my_training")


def come_in(browser, address, card):
    """The cookies of a visit by card and PIN, without anything else that the browser keeps."""
    page = browser.new_page()
    with translation.override(LANGUAGE):
        page.goto(address + reverse("courses:card"))
    page.locator("input[name=card]").fill(card)
    page.locator("input[name=pin]").fill(PIN)
    page.locator("main form button").first.click()
    page.wait_for_url(f"**{page_of()}")
    return page.context.storage_state()


def with_a_long_history(person):
    """Sixty runs of as many courses, each with a half-day that she attended."""
    for _number in range(LONG):
        session = SessionFactory(run=CourseRunFactory(), status="held")
        place = EnrollmentFactory(person=person, run=session.run)
        AttendanceFactory(session=session, enrollment=place)


def queries_of(client):
    visit = visiting(client, page_of())
    for _ in range(3):
        visit()
    with CaptureQueriesContext(connection) as captured:
        visit()
    return len(captured)


@benchmark("my_training_queries", needs="story")
def queries():
    """By login and by card, with her own history and a long one: the most of the four."""
    person = Person.objects.get(user__username="participant2")
    by_login, by_card = (Client(headers={"host": "localhost"}) for _ in range(2))
    with rolled_back():
        by_login.force_login(person.user)
        visit_by_card(by_card, Pin.objects.get(person=person))
        found = [queries_of(client) for client in (by_login, by_card)]
        with_a_long_history(person)
        found += [queries_of(client) for client in (by_login, by_card)]
    yield Figure("my_training_queries", max(found), "queries", DATA, bar=12)


@benchmark("my_training_kb", "my_training_repeat_kb", needs="story")
def visit_over_the_line():
    """Whoever saves data, in Khmer: all that the browser loads at the page, first and again, after
    she came in by card and PIN."""
    card = Person.objects.get(user__username="participant2").card_code
    with site.served(STORY) as address, site.chromium() as browser:
        context = browser.new_context(**SAVING, storage_state=come_in(browser, address, card))
        first, again = (visited(context, address + page_of()) for _ in range(2))
    yield Figure("my_training_kb", first["bytes"] / 1000, "kB", DATA, bar=30)
    yield Figure("my_training_repeat_kb", again["bytes"] / 1000, "kB", DATA)
