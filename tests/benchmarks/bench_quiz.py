"""200 people hand in ten questions within 30 seconds, some of them twice, on a real server."""

import statistics
import threading
import time
import uuid
from random import Random
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils.crypto import get_random_string

from courses.models import LessonPage, QuizAttempt
from courses.queries.quizzes import seed_of
from courses.rules.questions import version_of
from courses.rules.quiz import quiz_of
from tests import pages
from tests.benchmarks.measure import Figure, benchmark, database_of_its_own
from tests.every_kind import KINDS, as_posted, quiz, right_answers
from tests.factories import CourseFactory, CourseRunFactory, EnrollmentFactory, PersonFactory
from tests.sync_line import ask, served

PEOPLE, WITHIN, TWICE = 200, 30, 20
DATA = (
    f"{PEOPLE} people of one run, 10 questions of five kinds, within {WITHIN} s, {TWICE} of them "
    "twice, two workers of four threads"
)


@benchmark("quiz_submit_p95_s", "quiz_submit_p50_s", "quiz_submit_lost", "quiz_submit_doubled")
def submitting():
    with database_of_its_own():
        lesson = a_lesson()
        with transaction.atomic():
            sheets = [a_sheet(lesson, number) for number in range(PEOPLE)]
        with served() as (port, _process):
            took, lost = handed_in(port, reverse("courses:quiz", args=[lesson.pk]), sheets)
        kept = QuizAttempt.objects.handed_in()
        right = sum(each.percent == 100 for each in kept)
        doubled = kept.count() - kept.values("person").distinct().count()
        lost += PEOPLE - right
        connections.close_all()
    yield Figure("quiz_submit_p95_s", statistics.quantiles(took, n=20)[18], "s", DATA, bar=1)
    yield Figure("quiz_submit_p50_s", statistics.median(took), "s", DATA)
    yield Figure("quiz_submit_lost", lost, "attempts", DATA, bar=0)
    yield Figure("quiz_submit_doubled", doubled, "attempts", DATA, bar=0)


def a_lesson() -> LessonPage:
    """Ten mixed questions, on a course whose runs ask for a result."""
    course = CourseFactory(code="QUIZ", topics=[], min_quiz_percent=80)
    page = pages.course_page(pages.home_page(), course=course)
    pages.lesson_page(page, title="Quiz", quiz=quiz(*KINDS, *KINDS, shuffle=True))
    CourseRunFactory(course=course, code="QUIZ-1", capacity=PEOPLE, min_quiz_percent=80)
    return LessonPage.objects.get()


def a_sheet(lesson: LessonPage, number: int) -> tuple[str, dict]:
    """The body of a request with right answers, and its headers."""
    user = get_user_model().objects.create_user(f"quiz-{number}")
    course = lesson.get_parent().specific.course
    EnrollmentFactory(run=course.runs.get(), person=PersonFactory(user=user))
    attempt = uuid.uuid4()
    drawn = quiz_of(lesson.quiz).drawn(seed_of(attempt))
    answers = as_posted(drawn, right_answers(drawn))
    body = urlencode(answers | {"attempt": attempt, "version": version_of(drawn)}, doseq=True)
    browser, token = Client(), get_random_string(32)
    browser.force_login(user)
    session = browser.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={token}"
    return body, {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": cookies,
        "X-CSRFToken": token,
    }


def handed_in(port, path, sheets):
    """Seconds that each request took, and how many were not sent on to a result."""
    rng, took, failed = Random(7), [], []

    def hand_in(body, headers, pause):
        time.sleep(pause)
        start = time.perf_counter()
        status, _content = ask(port, "POST", path, body, headers)
        took.append(time.perf_counter() - start)
        if status != 302:
            failed.append(status)

    sent = [(*sheet, rng.uniform(0, WITHIN)) for sheet in sheets]
    threads = [threading.Thread(target=hand_in, args=each) for each in [*sent, *sent[:TWICE]]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took, len(failed)
