"""Pre-tests and post-tests of the demo: results of runs that are over, and a test that is open."""

from datetime import date, datetime, time
from pathlib import Path
from random import Random

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from courses.actions.completion import refresh_completions
from courses.actions.knowledge import give_forms
from courses.actions.knowledge_answers import begin_test, hand_in_test, keep_test_answers
from courses.actions.knowledge_opening import open_test
from courses.choices import ATTENDED, Moment, TakenBy
from courses.models import Course, CourseRun, Enrollment, KnowledgeTest, RunTest, TakenTest
from courses.queries.knowledge_desks import questions_of_form
from courses.rules.knowledge import form_due
from lms.demo.pages import read

CONTENT = Path(__file__).parent / "content"
#: Courses with a test, all on paper until now; the last one has questions on the phone today.
TITLES = {
    "CBA": ("Bargaining: what I know", "អនុសញ្ញារួម៖ អ្វីដែលខ្ញុំដឹង"),
    "OSHI": ("Inspection: what I know", "អធិការកិច្ច៖ អ្វីដែលខ្ញុំដឹង"),
    "SST": ("Supervising: what I know", "ការដឹកនាំក្រុម៖ អ្វីដែលខ្ញុំដឹង"),
    "OSHC": ("Safety at work: what I know", "សុវត្ថិភាពការងារ៖ អ្វីដែលខ្ញុំដឹង"),
}
ASKED = "OSHC"
POINTS = 20
#: Means and spreads in per cent, and shares of who takes each (domain assumptions).
BEFORE, GAIN = (48, 16), (18, 14)
#: In a room where a test is open: how many have not begun, and of the others each so-manieth.
NOT_BEGUN, STILL_ANSWERING = 3, 8
TAKES = {Moment.PRE: 0.92, Moment.POST: 0.89}


def write_tests(today: date, *, by: AbstractBaseUser) -> None:
    """The tests of some courses, what people scored, and pre-tests that are open."""
    for code, (title_en, title_km) in TITLES.items():
        test = KnowledgeTest.objects.create(
            course=Course.objects.get(code=code),
            title_en=title_en,
            title_km=title_km,
            max_score=POINTS,
            pass_percent=60,
        )
        over = CourseRun.objects.filter(course=test.course, ends_on__lt=today).order_by("pk")
        for run in over.exclude(status="cancelled"):
            _write_results(run, test, by)
    test.minutes = 15
    for name, blocks in questions().items():
        setattr(test, name, blocks)
    test.save()
    for run in CourseRun.objects.filter(course=test.course, ends_on__gte=today).order_by("pk"):
        open_test(run, Moment.PRE, by=by)
        if run.starts_on <= today:
            _answer(run)


def _write_results(run: CourseRun, test: KnowledgeTest, by: AbstractBaseUser) -> None:
    give_forms(run)
    RunTest.objects.create(
        run=run,
        source=test,
        title_en=test.title_en,
        title_km=test.title_km,
        max_score=POINTS,
        pass_percent=test.pass_percent,
    )
    rng = Random(run.code)
    came = Enrollment.objects.enrolled().filter(run=run, attendances__presence__in=ATTENDED)
    rows = [row for place in came.distinct().order_by("pk") for row in _results(place, rng, by)]
    TakenTest.objects.bulk_create(rows)
    if run.min_test_percent is not None:
        refresh_completions(run, by=by)


def _results(place: Enrollment, rng: Random, by: AbstractBaseUser):
    before = rng.gauss(*BEFORE)
    days = {Moment.PRE: place.run.starts_on, Moment.POST: place.run.ends_on}
    hours = {Moment.PRE: time(8, 30), Moment.POST: time(16)}
    levels = {Moment.PRE: before, Moment.POST: before + rng.gauss(*GAIN)}
    for moment, level in levels.items():
        if rng.random() < TAKES[moment]:
            yield TakenTest(
                enrollment=place,
                moment=moment,
                form=form_due(place.first_form, is_post=moment == Moment.POST),
                way=TakenBy.PAPER,
                score=round(POINTS * min(max(level, 0), 100) / 100),
                max_score=POINTS,
                taken_at=timezone.make_aware(datetime.combine(days[moment], hours[moment])),
                entered_by=by,
            )


def _answer(run: CourseRun) -> None:
    """People in the room have handed in, but for some who are still answering or have not begun."""
    rng = Random(run.code)
    places = list(Enrollment.objects.enrolled().filter(run=run).order_by("pk"))
    for number, place in enumerate(places[:-NOT_BEGUN]):
        sitting = begin_test(place, Moment.PRE, way=TakenBy.PHONE)
        knows = min(max(rng.gauss(*BEFORE) / 100, 0), 1)
        asked = questions_of_form(sitting.enrollment.run.test, sitting.form, "km")
        given = [
            list(question.right) if rng.random() < knows else [rng.randrange(len(question.parts))]
            for question in asked
        ]
        if number % STILL_ANSWERING:
            hand_in_test(place, Moment.PRE, given, language="km", by=None)
        else:
            keep_test_answers(place, Moment.PRE, given, language="km")


def questions() -> dict[str, list[dict]]:
    """By field of the test, its questions as the editor stores them."""
    told = read(CONTENT / ASKED.lower() / "test.toml")
    return {
        f"questions_{form.lower()}_{language}": [
            _block(question, language, f"{form}{number}")
            for number, question in enumerate(told[form])
        ]
        for form in ("A", "B")
        for language in ("en", "km")
    }


def _block(question: dict, language: str, name: str) -> dict:
    choices = [
        {"type": "item", "id": f"{name}-{number}", "value": {"text": text, "is_correct": is_right}}
        for number, (text, is_right) in enumerate(_choices(question, language))
    ]
    value = {"question": question[language], "choices": choices, "feedback": "", "pool": ""}
    return {"type": "choice", "id": name, "value": value}


def _choices(question: dict, language: str):
    """The right one stands where the file says."""
    for number, text in enumerate(question[f"answers_{language}"]):
        yield text, number == question["right"]
