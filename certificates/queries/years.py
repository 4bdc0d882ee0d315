"""What people came to in a calendar year, for their yearly statements."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from certificates.choices import Kind, Status
from certificates.models import Certificate, NameCheck
from certificates.queries.papers import REFUSALS, names_of
from certificates.rules.wording import LANGUAGES, issued
from certificates.rules.years import Part, year_facts
from courses.models import (
    Attendance,
    Completion,
    Course,
    CourseRun,
    Enrollment,
    Person,
    Roster,
    Session,
)

#: More people than that are asked for in portions: databases take only so many parameters.
AT_ONCE = 500


@dataclass(frozen=True)
class OfYear:
    """A year of a person up to a day, over all courses or over one: a `Printable`."""

    person: Person
    year: int
    course: Course | None
    parts: tuple[Part, ...]
    until: date
    names: frozenset[tuple[str, str]] = frozenset()
    last_enrollment: Enrollment | None = None

    @property
    def place(self) -> dict:
        return {"person": self.person, "course": self.course, "year": self.year}

    @property
    def course_code(self) -> str:
        return self.course.code if self.course else ""

    @property
    def credited_minutes(self) -> int:
        return sum(part.minutes for part in self.parts)

    def expiry(self, kind: str) -> None:
        """What was attended stays attended."""

    def is_confirmed(self) -> bool:
        """Whether the names were confirmed for any of her papers."""
        return names_of(self.person) in self.names

    def words(self, kind: str, fields: Collection[str], issued_on: date) -> dict:
        course = self.course
        titles = (course.title_km or course.title_en, course.title_en) if course else ("", "")
        told = {f"issued_{side}": issued(issued_on, side) for side in LANGUAGES}
        return year_facts(self.year, self.parts, self.until, titles) | told

    def is_told_by(self, certificate: Certificate) -> bool:
        """Whether the statement says what is known today; one that was made before the end of the
        year does not, once the year is over."""
        words = self.words(Kind.YEARLY, (), self.until)
        is_over = self.until == date(self.year, 12, 31)
        told = certificate.facts
        is_whole = not is_over or told["last_day"] == words["last_day"]
        return is_whole and (told["rows"], told["minutes"]) == (words["rows"], words["minutes"])


def years_of(
    people: Iterable[Person], year: int, course: Course | None, today: date
) -> dict[int, OfYear]:
    """By the id of each person her year up to today. Three queries for every 500 people."""
    people, found = list(people), {}
    for start in range(0, len(people), AT_ONCE):
        found |= _years_of(people[start : start + AT_ONCE], year, course, today)
    return found


def _years_of(people: list[Person], year: int, course: Course | None, today: date):
    runs: dict[int, dict[int, list]] = {}
    last: dict[int, Enrollment] = {}
    for mark in _marks(people, year, course):
        last[mark.enrollment.person_id] = mark.enrollment
        runs.setdefault(mark.enrollment.person_id, {}).setdefault(mark.enrollment_id, []).append(
            mark
        )
    met = Completion.objects.met().filter(
        enrollment__in=[pk for mine in runs.values() for pk in mine], met_on__year=year
    )
    completed = set(met.values_list("enrollment", flat=True))
    names: dict[int, set] = {}
    checks = NameCheck.objects.filter(enrollment__person__in=people)
    for person, *both in checks.values_list("enrollment__person", "name_km", "name_en"):
        names.setdefault(person, set()).add(tuple(both))
    until = min(today, date(year, 12, 31))
    return {
        person.pk: OfYear(
            person,
            year,
            course,
            tuple(_parts(runs.get(person.pk, {}).values(), completed)),
            until,
            frozenset(names.get(person.pk, ())),
            last.get(person.pk),
        )
        for person in people
    }


def _marks(people: list[Person], year: int, course: Course | None):
    rows = _marks_of(year, course).filter(enrollment__person__in=people)
    rows = rows.select_related("session", "enrollment__run__course")
    return rows.order_by("session__starts_at", "pk")


def _marks_of(year: int, course: Course | None) -> QuerySet[Attendance]:
    """Marks that count, in held sessions of the year as clocks here show it."""
    begin, end = (timezone.make_aware(datetime(each, 1, 1)) for each in (year, year + 1))
    rows = Attendance.objects.standing().attended()
    rows = rows.filter(session__starts_at__gte=begin, session__starts_at__lt=end)
    return rows.filter(enrollment__run__course=course) if course else rows


def _parts(runs: Iterable[list[Attendance]], completed: set[int]) -> Iterator[Part]:
    """Each run by the marks in it; a series without a certificate is told day by day."""
    for marks in runs:
        if marks[0].enrollment.run.course.gives_certificate:
            yield _part(marks, completed)
            continue
        days: dict[date, list[Attendance]] = {}
        for mark in marks:
            days.setdefault(mark.session.day, []).append(mark)
        yield from (_part(each, set()) for each in days.values())


def _part(marks: list[Attendance], completed: set[int]) -> Part:
    course = marks[0].enrollment.run.course
    return Part(
        course.code,
        course.title_km,
        course.title_en,
        marks[0].session.day,
        marks[-1].session.day,
        sum(mark.credited_minutes for mark in marks),
        int(marks[0].enrollment_id in completed),
    )


def years_with_sessions(today: date) -> list[int]:
    """The years in which something was held, the newest first."""
    first = Session.objects.held().aggregate(moment=Min("starts_at"))["moment"]
    begin = timezone.localtime(first).year if first else today.year
    return list(range(today.year, begin - 1, -1))


def people_of_year(
    people: QuerySet[Person],
    year: int,
    *,
    course: Course | None = None,
    roster: Roster | None = None,
    run: CourseRun | None = None,
) -> QuerySet[Person]:
    """Those of the people who came to the course in the year, belong to the roster then, and have a
    place on the run: all of these that are asked for."""
    if course:
        marks = _marks_of(year, course).filter(enrollment__person=OuterRef("pk"))
        people = people.filter(Exists(marks))
    if roster:
        first, last = date(year, 1, 1), date(year, 12, 31)
        members = roster.members.filter(
            Q(starts_on=None) | Q(starts_on__lte=last), Q(ends_on=None) | Q(ends_on__gte=first)
        )
        people = people.filter(pk__in=members.order_by().values("person"))
    if run:
        places = run.enrollments.enrolled().order_by().values("person")
        people = people.filter(pk__in=places)
    return people


def without_statement_first(
    people: QuerySet[Person], year: int, course: Course | None
) -> QuerySet[Person]:
    """In the order of names; first who came to something in the year and has no valid statement of
    it, then the others without one."""
    came = _marks_of(year, course).filter(enrollment__person=OuterRef("pk"))
    valid = Certificate.objects.in_force().filter(person=OuterRef("pk"), year=year, course=course)
    people = people.annotate(has_statement=Exists(valid), came=Exists(came))
    return people.order_by("has_statement", "-came", "sort_key", "pk")


def statements_of(
    certificates: QuerySet[Certificate],
    people: QuerySet[Person],
    year: int,
    course: Course | None,
) -> list[Certificate]:
    """The valid statements of these people, in the order of names."""
    rows = certificates.in_force().filter(year=year, course=course)
    rows = rows.filter(person__in=people.order_by().values("pk"))
    return list(rows.order_by("person__sort_key", "pk"))


@dataclass(frozen=True)
class YearStanding:
    """A person, her year, and her statement of it: it is there and says everything, may be issued,
    or why not."""

    of_year: OfYear
    certificate: Certificate | None
    why_not: str

    @property
    def person(self) -> Person:
        return self.of_year.person

    @property
    def is_ready(self) -> bool:
        return not (self.why_not or self.is_told)

    @property
    def is_told(self) -> bool:
        """Whether the valid statement says what is known today."""
        return self.certificate is not None and self.of_year.is_told_by(self.certificate)

    @property
    def sentence(self) -> str:
        return REFUSALS[self.why_not] if self.why_not else ""


def year_standings(
    people: Iterable[Person], year: int, course: Course | None, today: date
) -> list[YearStanding]:
    """In the order of the people. Four queries for every 500."""
    people = list(people)
    years = years_of(people, year, course, today)
    newest: dict[int, Certificate] = {}
    for start in range(0, len(people), AT_ONCE):
        some = people[start : start + AT_ONCE]
        rows = Certificate.objects.filter(person__in=some, year=year, course=course)
        newest |= {row.person_id: row for row in rows.order_by("pk")}
    return [_standing(years[each.pk], newest.get(each.pk), today) for each in people]


def _standing(of_year: OfYear, newest: Certificate | None, today: date) -> YearStanding:
    in_force = newest if newest and newest.status == Status.VALID else None
    return YearStanding(of_year, in_force, _why_not(of_year, newest, today))


def _why_not(of_year: OfYear, newest: Certificate | None, today: date) -> str:
    """The code of the refusal; empty where one may be issued, or is in force."""
    if of_year.year > today.year:
        return "year_to_come"
    if newest and newest.status == Status.REVOKED:
        return "was_revoked"
    return "" if of_year.parts else "not_there_that_year"
