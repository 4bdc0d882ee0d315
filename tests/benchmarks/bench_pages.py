"""The page of a course: in process for a participant, and over the line for a first visit."""

import os
from contextlib import contextmanager
from pathlib import Path

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from courses.adapters.memory import forget
from courses.models import CoursePage, Enrollment
from tests.benchmarks.measure import Figure, benchmark, median_cpu_ms
from tests.browser import site

DATA = "demo story S"
STORY = Path(os.environ["SALA_VAR"])
LANGUAGE = "km"
PHONE = {"viewport": site.PHONE, "device_scale_factor": 2}


def complete_course_page(**wanted):
    """A live Khmer page of a course with five lessons or more."""
    pages = CoursePage.objects.live().filter(locale__language_code=LANGUAGE, **wanted)
    return next(page for page in pages if page.get_children().live().count() >= 5)


def address_of(page):
    with translation.override(LANGUAGE):
        return page.get_url()


def participant_on_a_complete_course():
    """A client that has signed in as a participant, and the address of a course she is on."""
    user = get_user_model().objects.get(username="participant2")
    courses = Enrollment.objects.filter(person__user=user).values("run__course")
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client, address_of(complete_course_page(course__in=courses))


def visiting(client, address):
    def visit():
        answer = client.get(address)
        if answer.status_code != 200:
            raise AssertionError(f"{address} answered {answer.status_code}.")

    return visit


@benchmark("course_page_queries", "course_page_cpu_ms", needs="story")
def course_page():
    visit = visiting(*participant_on_a_complete_course())
    for _ in range(3):
        visit()
    with CaptureQueriesContext(connection) as captured:
        visit()
    queries = len(captured)
    cpu = median_cpu_ms(visit, times=200)
    yield Figure("course_page_queries", queries, "queries", DATA, bar=8, reference=14)
    yield Figure("course_page_cpu_ms", cpu, "ms", DATA, bar=10, reference=12)


@benchmark("course_page_stranger_cpu_ms", "course_page_forgotten_cpu_ms", needs="story")
def course_page_of_others():
    """What a visitor without login costs, and what the participant costs when nothing that many
    readers share is remembered: the first visit of half a minute, or after an enrolment."""
    client, address = participant_on_a_complete_course()
    stranger = visiting(Client(headers={"host": "localhost"}), address)
    visit = visiting(client, address)

    def first_visit():
        forget()
        visit()

    yield Figure("course_page_stranger_cpu_ms", median_cpu_ms(stranger, times=200), "ms", DATA)
    yield Figure("course_page_forgotten_cpu_ms", median_cpu_ms(first_visit, times=50), "ms", DATA)


@contextmanager
def listened(page):
    """Adds up what the browser loads for a page: {"requests": …, "bytes": …} on the line."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    found = {"requests": 0, "bytes": 0}

    def ask(event):
        if not event["request"]["url"].startswith("data:"):
            found["requests"] += 1

    def got(event):
        found["bytes"] += event["encodedDataLength"]

    line.on("Network.requestWillBeSent", ask)
    line.on("Network.loadingFinished", got)
    yield found
    line.detach()


def visited(context, url, *, to_the_end=False):
    page = context.new_page()
    with listened(page) as found:
        page.goto(url)
        page.wait_for_load_state("networkidle")
        if to_the_end:
            for picture in page.locator("main img").all():
                picture.scroll_into_view_if_needed()
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(500)
    page.close()
    return found


@benchmark("first_visit_kb", "first_visit_requests", "repeat_visit_kb", needs="story")
def visits():
    path = address_of(complete_course_page(course__code="OSHC"))
    with site.served(STORY) as address, site.chromium() as browser:
        visited(browser.new_context(**PHONE), address + path)
        context = browser.new_context(**PHONE)
        first, again = (visited(context, address + path) for _ in range(2))
    yield Figure("first_visit_kb", first["bytes"] / 1000, "kB", DATA, bar=100, reference=1271)
    yield Figure("first_visit_requests", first["requests"], "requests", DATA, bar=8, reference=28)
    yield Figure("repeat_visit_kb", again["bytes"] / 1000, "kB", DATA, bar=10, reference=25)
