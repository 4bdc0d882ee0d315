"""Standing rosters with how many belong to them."""

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from courses.models import Roster, RosterMember


def with_members(rosters: QuerySet[Roster]) -> QuerySet[Roster]:
    """The rosters with how many people (`member_count`, without alternates) and organizations
    (`organization_count`) belong to them today."""
    today = RosterMember.objects.on(timezone.localdate()).filter(roster=OuterRef("pk"))
    today = today.order_by().values("roster")
    return rosters.annotate(
        member_count=_number(today.filter(is_alternate=False).annotate(n=Count("pk"))),
        organization_count=_number(today.annotate(n=Count(F("organization"), distinct=True))),
    )


def _number(counted: QuerySet) -> Coalesce:
    return Coalesce(Subquery(counted.values("n")), Value(0), output_field=IntegerField())
