"""What people of the demo story answered to the six questions, and what some need to take part."""

from datetime import date
from random import Random

from django.db.models import Min
from django.utils import timezone

from courses.choices import ConsentKind, ConsentManner
from courses.models import (
    Attendance,
    Consent,
    ConsentNotice,
    CourseRun,
    FunctioningAnswers,
    Need,
    Person,
)
from courses.rules.functioning import QUESTIONS

SEED = 28
AGREED, SOME, HARD = 0.6, 0.12, 0.02
#: What people of one run say that they need.
NEEDS = ("ខ្ញុំត្រូវអង្គុយខាងមុខ ព្រោះស្តាប់មិនសូវឮ។", "Large letters on paper, please.")


def write_functioning() -> None:
    """Of those who came, many agreed and answered on the first day of their first run."""
    rng, notice = Random(SEED), ConsentNotice.objects.get(kind=ConsentKind.DISABILITY)
    came = Attendance.objects.attended().values("enrollment__person")
    first = came.annotate(day=Min("session__starts_at")).order_by("enrollment__person")
    answered = [
        (person, timezone.localtime(day).date())
        for person, day in first.values_list("enrollment__person", "day")
        if rng.random() < AGREED
    ]
    Consent.objects.bulk_create(
        Consent(
            person_id=person,
            kind=ConsentKind.DISABILITY,
            is_given=True,
            notice=notice,
            manner=ConsentManner.THEMSELVES,
        )
        for person, _day in answered
    )
    FunctioningAnswers.objects.bulk_create(
        FunctioningAnswers(person_id=person, answered_on=day, **_levels(rng))
        for person, day in answered
    )


def _levels(rng: Random) -> dict[str, int]:
    return {name: _level(rng.random()) for name in QUESTIONS}


def _level(chance: float) -> int:
    if chance < HARD:
        return 4 if chance < HARD / 5 else 3
    return 2 if chance < SOME else 1


def write_needs(today: date, trainer: Person) -> None:
    """Of the next run that the trainer leads."""
    runs = CourseRun.objects.filter(run_trainers__person=trainer, starts_on__gt=today)
    run = runs.order_by("starts_on", "pk").first()
    if run is None:
        return
    places = run.enrollments.enrolled().filter(person__need=None).order_by("pk")
    Need.objects.bulk_create(
        Need(person_id=place.person_id, text=text, told_at=timezone.now())
        for text, place in zip(NEEDS, places[: len(NEEDS)], strict=False)
    )
