"""Satisfaction with runs: which form is asked, what came in, and who may still answer."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.crypto import salted_hmac

from courses.choices import ATTENDED, EnrollmentStatus, FeedbackWay
from courses.models import (
    Attendance,
    Course,
    CourseRun,
    Enrollment,
    FeedbackForm,
    FeedbackRound,
    FeedbackTally,
)
from courses.rules import feedback as rules
from courses.rules.feedback import Line, Tally

SALT = "courses.feedback"


def form_for(course: Course) -> FeedbackForm:
    """The form that people of the course are asked: its own, else that of all courses, else the one
    that comes with the program, which is not saved."""
    own = FeedbackForm.objects.filter(course=course).order_by("-version").first()
    return own or FeedbackForm.objects.filter(course=None).order_by("-version").first() or shipped()


def shipped() -> FeedbackForm:
    return FeedbackForm(
        version=1,
        statements=list(rules.STATEMENTS),
        question_en=rules.QUESTION["en"],
        question_km=rules.QUESTION["km"],
    )


def round_of(run: CourseRun) -> FeedbackRound | None:
    """What the people of the run are asked, with its form."""
    return FeedbackRound.objects.select_related("form", "run").filter(run=run).first()


def is_open(found: FeedbackRound, today: date | None = None) -> bool:
    return rules.is_open(found.closed_on, found.run.ends_on, today or timezone.localdate())


def own_ticket(enrollment: Enrollment) -> str:
    """The ticket that stands for an enrolment: always the same, and nobody knows it from the
    enrolment without the secret of the site."""
    return salted_hmac(SALT, enrollment.uuid.hex, algorithm="sha256").hexdigest()


def fingerprint(found: FeedbackRound, ticket: str) -> str:
    return hashlib.sha256(f"{found.uuid.hex}:{ticket}".encode()).hexdigest()


def is_used(found: FeedbackRound, ticket: str) -> bool:
    return found.tickets.filter(pk=fingerprint(found, ticket)).exists()


def starters_of(run: CourseRun) -> int:
    """How many people came to at least one session."""
    came = Attendance.objects.filter(presence__in=ATTENDED, credited_minutes__gt=0)
    came = came.filter(enrollment__run=run).exclude(enrollment__status=EnrollmentStatus.GUEST)
    came = came.order_by()
    return came.values("enrollment").distinct().count()


def is_asked(run: CourseRun, today: date) -> bool:
    """Whether who came to the run may say what she thinks. No query where `feedback` was read with
    the run."""
    found = getattr(run, "feedback", None)
    return found is not None and rules.is_open(found.closed_on, run.ends_on, today)


@dataclass(frozen=True)
class ByWay:
    """How many sheets came in by one way, in words."""

    label: str
    sheets: int


@dataclass(frozen=True)
class Results:
    """`lines` are empty and `texts` hidden while too few have answered, or people still may."""

    sheets: int
    starters: int
    is_open: bool
    lines: list[Line] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    ways: list[ByWay] = field(default_factory=list)

    @property
    def are_few(self) -> bool:
        return not (self.is_open or self.lines)

    @property
    def response(self) -> float | None:
        return self.sheets / self.starters if self.starters else None


def results_of(found: FeedbackRound) -> Results:
    """What came in by all ways. Two queries."""
    rows = list(found.tallies.all())
    tallies = [tally_of(row) for row in rows if row.sheets]
    told = Results(sum(each.sheets for each in tallies), starters_of(found.run), is_open(found))
    if told.is_open or not rules.may_be_told(tallies):
        return told
    return Results(
        told.sheets,
        told.starters,
        is_open=False,
        lines=rules.lines(tallies),
        texts=sorted(text for row in rows for text in row.texts),
        ways=[
            ByWay(str(FeedbackWay(way).label), tally.sheets)
            for way, tally in rules.told(tallies)
            if way
        ],
    )


def tally_of(row: FeedbackTally) -> Tally:
    return Tally(row.way, row.sheets, row.counts)


def paper_tally(found: FeedbackRound) -> FeedbackTally | None:
    return found.tallies.filter(way=FeedbackWay.PAPER).first()


def texts_of(form: FeedbackForm, language: str) -> tuple[list[str], str]:
    """The questions and the last one in a language, Khmer where the language is neither."""
    code = "en" if language.startswith("en") else "km"
    return [each[code] or each["en"] for each in form.statements], getattr(form, f"question_{code}")
