"""The page of a lesson: in process, and over the line for a phone that saves data."""

import os
from pathlib import Path

from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import translation

from courses.models import LessonPage
from tests.benchmarks.bench_pages import DATA, LANGUAGE, PHONE, visited, visiting
from tests.benchmarks.measure import Figure, benchmark, median_cpu_ms
from tests.browser import site

STORY = Path(os.environ["SALA_VAR"])
#: A lesson of text, two pictures, callouts and questions.
TWO_PICTURES = "your-duty-and-your-right"


def address_of(slug, language):
    with translation.override(language):
        return LessonPage.objects.get(slug=slug, locale__language_code=language).get_url()


@benchmark("lesson_cpu_ms", needs="story")
def lesson_page():
    client = Client(headers={"host": "localhost"})
    client.force_login(get_user_model().objects.get(username="participant2"))
    cpu = median_cpu_ms(visiting(client, address_of(TWO_PICTURES, LANGUAGE)), times=200)
    yield Figure("lesson_cpu_ms", cpu, "ms", DATA, bar=10, reference=13)


@benchmark("lesson_first_kb", "lesson_repeat_kb", "lesson_first_en_kb", needs="story")
def lesson_visits():
    """Whoever saves data, in Khmer and in English: all that the browser loads until it rests, with
    the pictures below the first screen."""
    paths = {code: address_of(TWO_PICTURES, code) for code in ("km", "en")}
    with site.served(STORY) as address, site.chromium() as browser:
        context = saving(browser)
        first, again = (seen(context, address + paths["km"]) for _ in range(2))
        english = seen(saving(browser), address + paths["en"])
    yield Figure("lesson_first_kb", first["bytes"] / 1000, "kB", DATA, bar=60)
    yield Figure("lesson_repeat_kb", again["bytes"] / 1000, "kB", DATA, bar=8)
    yield Figure("lesson_first_en_kb", english["bytes"] / 1000, "kB", DATA, bar=60)


def saving(browser):
    return browser.new_context(**PHONE, extra_http_headers={"Save-Data": "on"})


def seen(context, url):
    return visited(context, url, to_the_end=True)
