"""Sessions without names: what was counted, and who may pass a training on."""

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from courses.choices import Role
from courses.models import Course, Enrollment, Headcount, Person, PersonPhone, Session
from courses.queries.people import SHORTEST_QUERY, matching

HEADS = ("women", "men", "another", "unknown")


def with_heads(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """The sessions with how many `heads` were counted."""
    all_of_them = Sum(F("women") + F("men") + F("another") + F("unknown"))
    rows = Headcount.objects.filter(session=OuterRef("pk")).order_by().values("session")
    counted = Subquery(rows.annotate(n=all_of_them).values("n"))
    return sessions.annotate(heads=Coalesce(counted, 0))


def courses_for_trainers() -> list[int]:
    """Courses that train trainers: those made for them. JSON is read here, because SQLite cannot
    look into a list. One query."""
    rows = Course.objects.values_list("pk", "audience")
    return [pk for pk, audience in rows if Role.TRAINER in audience]


def certified_trainers() -> QuerySet[Enrollment]:
    """Enrolments by which somebody became a trainer: those with a completion of such a course."""
    rows = Enrollment.objects.enrolled().filter(
        completion__is_met=True,
        run__course__in=courses_for_trainers(),
        person__merged_into=None,
        person__erased_at=None,
    )
    return rows.select_related("person", "run__course", "completion")


def certified_trainers_matching(query: str) -> QuerySet[Enrollment]:
    """Those of them whose name or card code the query finds, the latest completion first."""
    if len(query.strip()) < SHORTEST_QUERY:
        return Enrollment.objects.none()
    people = (
        Person.objects.filter(matching(query, PersonPhone.objects.none())).order_by().values("pk")
    )
    return certified_trainers().filter(person__in=people).order_by("-completion__met_on", "pk")
