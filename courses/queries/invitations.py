"""Invitations with their numbers and the state of their link, and invitations found by words."""

from datetime import date

from django.db.models import Case, CharField, Q, QuerySet, Value, When

from courses.models import (
    CourseRun,
    Invitation,
    InvitationState,
    Nomination,
    NominationState,
    Organization,
)
from courses.queries.organizations import found_by
from courses.queries.runs import named, number_of
from courses.rules import khmer


def with_numbers(invitations: QuerySet[Invitation]) -> QuerySet[Invitation]:
    """The invitations with how many people are `listed` and `taken`."""
    return invitations.annotate(
        listed=number_of(Nomination.objects.listed(), "invitation"),
        taken=number_of(Nomination.objects.filter(state=NominationState.TAKEN), "invitation"),
    )


def with_state(invitations: QuerySet[Invitation], today: date) -> QuerySet[Invitation]:
    """The invitations with what their link is good for on the day, as `link_state`."""
    return invitations.annotate(
        link_state=Case(
            When(revoked_at__isnull=False, then=Value(InvitationState.WITHDRAWN)),
            When(expires_on__lt=today, then=Value(InvitationState.OVER)),
            When(deadline__lt=today, then=Value(InvitationState.SHOWS)),
            default=Value(InvitationState.OPEN),
            output_field=CharField(),
        )
    )


def invitations_of(run: CourseRun, seen: QuerySet[Invitation]) -> QuerySet[Invitation]:
    """The invitations of a run among those that somebody may see, with their numbers. One query."""
    rows = run.invitations.filter(pk__in=seen.order_by().values("pk"))
    return with_numbers(rows.select_related("organization"))


def asked_of(invitations: QuerySet[Invitation], words: str) -> QuerySet[Invitation]:
    """The invitations of organizations that are found by the words."""
    found = Organization.objects.filter(found_by(words)).order_by().values("pk")
    return invitations.filter(organization__in=found) if khmer.clean(words) else invitations


def on_runs_named(invitations: QuerySet[Invitation], words: str) -> QuerySet[Invitation]:
    """The invitations to runs that hold the words in their code, course, host or venue."""
    runs = named(CourseRun.objects.all(), words).order_by().values("pk")
    return invitations.filter(run__in=runs)


def invitations_found(invitations: QuerySet[Invitation], words: str) -> QuerySet[Invitation]:
    """The invitations whose organization, run or contact person holds the words."""
    organizations = Organization.objects.filter(found_by(words)).order_by().values("pk")
    runs = named(CourseRun.objects.all(), words).order_by().values("pk")
    return invitations.filter(
        Q(organization__in=organizations) | Q(run__in=runs) | Q(contact_name__icontains=words)
    )
