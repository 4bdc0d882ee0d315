"""What the values of dimensions are, rows with a code or choices, and what they are called now."""

from collections.abc import Callable

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
from courses.rules.reach.values import DAYS

#: Dimensions whose values are rows, with the field that is their code.
ROWS = {
    "phase": (Phase, "code"),
    "topic": (Topic, "slug"),
    "course": (Course, "code"),
    "outcome": (Outcome, "slug"),
    "province": (Province, "code"),
    "venue_province": (Province, "code"),
    "project": (Project, "code"),
    "organization": (Organization, "short_name"),
    "donor": (Organization, "short_name"),
    "payer": (Organization, "short_name"),
}
CHOICES = {
    "role": Role,
    "sector": Sector,
    "sex": Sex,
    "age_band": AgeBand,
    "pillar": GenderPillar,
    "constituent": Constituent,
    "organization_kind": OrganizationKind,
    "language": DeliveryLanguage,
}
#: What no frozen report keeps, and whose values are fewer than the rows.
_OTHERWISE: dict[str, Callable[[], dict]] = {
    "donor": lambda: _named(Organization.objects.filter(projects__isnull=False)),
    "trainer": lambda: {
        row.pk: row.name for row in Person.everybody.filter(led_runs__isnull=False)
    },
    "run": lambda: dict(CourseRun.objects.order_by().values_list("pk", "code")),
    "way": lambda: dict([*FeedbackWay.choices, *FollowUpWay.choices]),
    "national": lambda: {
        True: _("National organizations"),
        False: _("International organizations"),
    },
}


def _named(rows) -> dict:
    return {row.pk: str(row) for row in rows}


class Labels(dict):
    """By dimension the words for its values, each read when it is first asked for."""

    def read(self, name: str) -> None:
        """Days have words without being read."""
        if name not in DAYS:
            self[name]

    def __missing__(self, name: str) -> dict:
        if name in _OTHERWISE:
            self[name] = _OTHERWISE[name]()
        elif name in CHOICES:
            self[name] = dict(CHOICES[name].choices)
        else:
            self[name] = _named(ROWS[name][0].objects.all())
        return self[name]
