"""How everybody on a run is doing, for who trains on it: where she stands, when she was seen."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Max

from courses import permissions
from courses.choices import TakenBy
from courses.models import (
    Attendance,
    CourseRun,
    Enrollment,
    LessonProgress,
    PersonPhone,
    QuizAttempt,
    TakenTest,
)
from courses.queries.completion import facts_of, rule_of
from courses.queries.made_up import made_up_for, with_made_up
from courses.queries.offers import MARK_FIELDS, half_days_of, marked
from courses.queries.rule_change import with_rule
from courses.rules.coach import Need, latest, need
from courses.rules.completion import Facts, Verdict, judge
from courses.rules.progress import HalfDay, MadeUp, outlook

TASK_CODES = {"task_mark", "task_result"}


@dataclass(frozen=True)
class Line:
    """One person on the run. `phone` is one that the trainer may see."""

    place: Enrollment
    need: Need
    verdict: Verdict
    facts: Facts
    half_days: tuple[HalfDay, ...]
    seen: datetime | None
    phone: PersonPhone | None

    @property
    def over(self) -> int:
        """Half-days that are marked, or over."""
        return sum(each.is_over or bool(each.presence) for each in self.half_days)

    @property
    def came(self) -> int:
        return sum(each.was_attended for each in self.half_days)

    @property
    def task_is_open(self) -> bool:
        """Whether her task waits for a mark, or for a better one."""
        return any(each.code in TASK_CODES for each in self.verdict.missing)

    @property
    def made_up(self) -> list[MadeUp]:
        """What she did elsewhere in place of half-days that she missed."""
        return [each.made_up for each in self.half_days if each.made_up]

    @property
    def lessons_read(self) -> int:
        return sum(day is not None for day in self.facts.lessons)

    @property
    def quizzes_passed(self) -> int:
        return sum(day is not None for day in self.facts.quizzes)


def coach_lines(run: CourseRun, user: AbstractBaseUser, now: datetime) -> list[Line]:
    """Everybody enrolled, who needs her trainer most first. The same queries for any number."""
    places = run.enrollments.enrolled().select_related("person", "employer")
    places = list(places.order_by("person__sort_key", "person_id"))
    # Lessons and tests are told here even where the rule does not ask for them.
    watched = with_rule(run, {"needs_lessons": True, "min_test_percent": run.min_test_percent or 1})
    facts, rule = facts_of(watched, places), rule_of(run)
    days, marks = half_days_of([run.pk], now).get(run.pk, ()), _marks(places)
    online, tests, phones = _seen_online(run, places), _seen_in_tests(places), _phones(places, user)
    made_up, lines = made_up_for([place.pk for place in places]), []
    for place in places:
        half_days = marked(days, marks[place.pk], now)
        half_days = with_made_up(half_days, made_up.get(place.pk, {}))
        verdict = judge(rule, facts[place.pk])
        came = [each.ends for each in half_days if each.was_attended]
        seen = latest(*came, online.get(place.person_id), tests.get(place.pk))
        lines.append(
            Line(
                place=place,
                need=need(verdict, outlook(rule, half_days), half_days, seen),
                verdict=verdict,
                facts=facts[place.pk],
                half_days=half_days,
                seen=seen,
                phone=phones.get(place.person_id),
            )
        )
    return sorted(lines, key=lambda line: (line.need, line.seen.timestamp() if line.seen else 0))


def _marks(places: Iterable[Enrollment]) -> dict[int, list[tuple]]:
    found = defaultdict(list)
    rows = Attendance.objects.filter(enrollment__in=places)
    for place, *mark in rows.values_list("enrollment", *MARK_FIELDS):
        found[place].append(tuple(mark))
    return found


def _seen_online(run: CourseRun, places: list[Enrollment]) -> dict[int, datetime | None]:
    """By person, when she last read in a lesson of the course or handed in a quiz. Two queries."""
    theirs = {"person__in": [place.person_id for place in places], "course": run.course_id}
    read = LessonProgress.objects.filter(**theirs).order_by().values("person")
    found = {
        row["person"]: latest(row["at_part"], row["at_end"])
        for row in read.annotate(at_part=Max("seen_at"), at_end=Max("read_at"))
    }
    handed_in = QuizAttempt.objects.handed_in().filter(**theirs).order_by().values("person")
    for row in handed_in.annotate(at=Max("submitted_at")):
        found[row["person"]] = latest(found.get(row["person"]), row["at"])
    return found


def _seen_in_tests(places: list[Enrollment]) -> dict[int, datetime]:
    """By enrolment, when she last handed in a test of the run; a sheet of paper tells only when it
    was typed in. One query."""
    taken = TakenTest.objects.exclude(way=TakenBy.PAPER).filter(enrollment__in=places).order_by()
    return dict(taken.values_list("enrollment").annotate(at=Max("taken_at")))


def _phones(places: list[Enrollment], user: AbstractBaseUser) -> dict[int, PersonPhone]:
    """By person, her own phone before one that others use too, as far as the user may see it."""
    rows = permissions.contacts.phones_for(user)
    rows = rows.filter(person__in=[place.person_id for place in places]).exclude(e164="")
    return {row.person_id: row for row in rows.order_by("-is_shared", "-pk")}
