"""Action plans: what was agreed on a run, and what is late."""

from datetime import date

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from courses.choices import ActionState
from courses.models import ActionEvidence, CourseRun, FactoryAction, Organization
from courses.queries.organizations import found_by
from courses.rules.keys import search_keys

MOST_WAITING = 100


def in_order(rows: QuerySet[FactoryAction]) -> QuerySet[FactoryAction]:
    """Open ones first, by the day on which they are due, then what is closed; with the number of
    `files` of each."""
    rank = Case(
        When(state=ActionState.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    rows = with_files(rows.select_related("organization", "topic"))
    return rows.order_by(rank, "due_on", "pk")


def with_overdue_actions(
    runs: QuerySet[CourseRun], actions: QuerySet[FactoryAction], today: date
) -> list[CourseRun]:
    """The runs with actions that are late, the oldest first; `overdue` says how many."""
    late = actions.overdue_on(today).order_by().values("run").annotate(number=Count("pk"))
    found = dict(late.values_list("run", "number")[:MOST_WAITING])
    rows = list(runs.filter(pk__in=found).select_related("course", "host")) if found else []
    for run in rows:
        run.overdue = found[run.pk]
    return sorted(rows, key=lambda run: (run.ends_on or date.max, run.pk))


def with_files(rows: QuerySet[FactoryAction]) -> QuerySet[FactoryAction]:
    """With the number of `files` that show that it is done."""
    files = ActionEvidence.objects.filter(action=OuterRef("pk")).order_by().values("action")
    number = Subquery(files.annotate(number=Count("pk")).values("number"))
    return rows.annotate(files=Coalesce(number, 0))


def actions_found(rows: QuerySet[FactoryAction], words: str) -> QuerySet[FactoryAction]:
    """By what will be done, who is responsible, the code of the run or the organization."""
    found = Q(run__code__icontains=words) | Q(organization__in=_named(words))
    texts = Q()
    for word in words.split():
        texts &= Q(text__icontains=word) | Q(responsible__icontains=word)
    return rows.filter(found | texts)


def done_by(rows: QuerySet[FactoryAction], words: str) -> QuerySet[FactoryAction]:
    """Those of the organizations that the words find."""
    return rows.filter(organization__in=_named(words))


def _named(words: str) -> QuerySet[Organization]:
    rows = Organization.objects.filter(found_by(words)) if search_keys(words) else None
    return (Organization.objects.none() if rows is None else rows).order_by().values("pk")
