"""What the values of dimensions are called on the screens of reach."""

from collections.abc import Callable

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from courses.choices import (
    AgeBand,
    Constituent,
    DeliveryLanguage,
    FeedbackWay,
    FollowUpWay,
    GenderPillar,
    OrganizationKind,
    Role,
    Sector,
    Sex,
)
from courses.models import (
    Course,
    CourseRun,
    Organization,
    Outcome,
    Person,
    Phase,
    Project,
    Province,
    Topic,
)


class Labels(dict):
    """By dimension the words for its values, each read when it is first asked for."""

    def read(self, name: str) -> None:
        """Days have words without being read."""
        if name in READ:
            self[name]

    def __missing__(self, name: str) -> dict:
        self[name] = READ[name]()
        return self[name]


def _named(model: type[Model], **narrow) -> dict:
    return {row.pk: str(row) for row in model.objects.filter(**narrow)}


READ: dict[str, Callable[[], dict]] = {
    "phase": lambda: _named(Phase),
    "topic": lambda: _named(Topic),
    "outcome": lambda: _named(Outcome),
    "course": lambda: _named(Course),
    "province": lambda: _named(Province),
    "venue_province": lambda: _named(Province),
    "organization": lambda: _named(Organization),
    "donor": lambda: _named(Organization, projects__isnull=False),
    "payer": lambda: _named(Organization),
    "project": lambda: _named(Project),
    "trainer": lambda: {
        row.pk: row.name for row in Person.everybody.filter(led_runs__isnull=False)
    },
    "run": lambda: dict(CourseRun.objects.order_by().values_list("pk", "code")),
    "pillar": lambda: dict(GenderPillar.choices),
    "role": lambda: dict(Role.choices),
    "sector": lambda: dict(Sector.choices),
    "sex": lambda: dict(Sex.choices),
    "age_band": lambda: dict(AgeBand.choices),
    "constituent": lambda: dict(Constituent.choices),
    "organization_kind": lambda: dict(OrganizationKind.choices),
    "language": lambda: dict(DeliveryLanguage.choices),
    "way": lambda: dict([*FeedbackWay.choices, *FollowUpWay.choices]),
    "national": lambda: {
        True: _("National organizations"),
        False: _("International organizations"),
    },
}
