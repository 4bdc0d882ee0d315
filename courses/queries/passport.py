"""The training record that a person shows to others: courses that she attended, with hours,
completion and the papers that other apps issued."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, Least
from wagtail import hooks

from courses.adapters.paper.facts import Words
from courses.choices import UNIONS, EnrollmentStatus
from courses.models import Attendance, Channel, Enrollment, MakeUp, Person, Topic
from courses.queries.my_training import own_enrollments
from courses.queries.paper import course_words
from courses.rules.paper_words import province_in_khmer
from courses.rules.passport import Circumstances, is_private

#: Another app tells which papers a person got: `fn(person)` returns a list of `Paper`.
PAPERS_HOOK = "courses_passport_papers"


@dataclass(frozen=True)
class Paper:
    """Something that was issued for an enrolment, and the address at which anybody checks it."""

    enrollment_id: int
    kind: Words
    serial: str
    issued_on: date
    expires_on: date | None
    check: str


@dataclass(frozen=True)
class Entry:
    """A course that she attended. `met_on` is the day on which she completed it."""

    title: Words
    starts_on: date
    ends_on: date
    province: Words
    minutes: int
    half_days: int
    met_on: date | None
    is_private: bool
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True)
class Passport:
    """The record, the newest course first."""

    person: Person
    entries: tuple[Entry, ...]

    @property
    def minutes(self) -> int:
        return sum(entry.minutes for entry in self.entries)

    @property
    def papers(self) -> int:
        return sum(len(entry.papers) for entry in self.entries)

    @property
    def has_private(self) -> bool:
        return any(entry.is_private for entry in self.entries)

    def shown(self, *, with_private: bool) -> "Passport":
        """What others see of it."""
        shown = (each for each in self.entries if with_private or not each.is_private)
        return replace(self, entries=tuple(shown))


def passport_of(person: Person) -> Passport:
    """The whole record. One query of this app, however long it is."""
    papers: dict[int, list[Paper]] = defaultdict(list)
    for tell in hooks.get_hooks(PAPERS_HOOK):
        for paper in tell(person):
            papers[paper.enrollment_id].append(paper)
    return Passport(
        person, tuple(_entry(row, papers.get(row.pk, ())) for row in attended_by(person))
    )


def attended_by(person: Person) -> QuerySet[Enrollment]:
    """Her enrolments of which something is told: with `minutes` and `half_days` attended, here or
    for a make-up elsewhere, the day of completion and whether the subject is sensitive."""
    marks = Attendance.objects.attended().filter(enrollment=OuterRef("pk"))
    marks = marks.order_by().values("enrollment")
    made_up = MakeUp.objects.standing().filter(enrollment=OuterRef("pk"))
    made_up = made_up.order_by().values("enrollment")
    counted = Least("attendance__credited_minutes", "session__planned_minutes")
    topics = Topic.objects.filter(courses=OuterRef("run__course"), is_sensitive=True)
    rows = own_enrollments(person).filter(status=EnrollmentStatus.ENROLLED)
    rows = rows.annotate(
        minutes=_number(marks.annotate(n=Sum("credited_minutes")))
        + _number(made_up.annotate(n=Sum(counted))),
        half_days=_number(marks.annotate(n=Count("pk"))) + _number(made_up.annotate(n=Count("pk"))),
        met_on=F("completion__met_on"),
        is_sensitive=Exists(topics),
    ).filter(Q(half_days__gt=0) | Q(met_on__isnull=False), run__starts_on__isnull=False)
    rows = rows.select_related(
        "run__course", "run__host", "run__province", "employer", "invitation"
    )
    return rows.order_by("-run__starts_on", "-pk")


def _number(counted: QuerySet) -> Coalesce:
    return Coalesce(Subquery(counted.values("n")), 0, output_field=IntegerField())


def _entry(row: Enrollment, papers: Iterable[Paper]) -> Entry:
    run = row.run
    kinds = {run.host.kind, row.employer.kind if row.employer else ""}
    by_union = row.invitation is not None and row.invitation.channel == Channel.UNION
    return Entry(
        title=course_words(run),
        starts_on=run.starts_on,
        ends_on=run.ends_on,
        province=Words(
            province_in_khmer(run.province.name_km, is_capital=run.province.is_capital),
            run.province.name_en,
        ),
        minutes=row.minutes,
        half_days=row.half_days,
        met_on=row.met_on,
        is_private=is_private(
            Circumstances(
                is_of_union=by_union or not kinds.isdisjoint(UNIONS),
                is_sensitive=row.is_sensitive,
                audience=run.course.audience,
            )
        ),
        papers=tuple(papers),
    )
