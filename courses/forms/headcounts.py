"""How many people came to a session without names: by role, women, men, another, not stated."""

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from courses.actions.headcounts import Heads
from courses.adapters.language import language
from courses.choices import Role
from courses.forms.pick import PickField
from courses.models import Enrollment, Session
from courses.queries.headcounts import HEADS, certified_trainers, certified_trainers_matching
from courses.rules.calendar_words import date_without_year

MOST_HEADS = 100_000
NO_ROLE = "all"
LABELS = {
    "women": pgettext_lazy("counted", "Women"),
    "men": pgettext_lazy("counted", "Men"),
    "another": pgettext_lazy("counted", "Another"),
    "unknown": pgettext_lazy("counted", "Not stated"),
}


def describe_certified(enrollment: Enrollment) -> tuple[str, str]:
    """The trainer, and when she completed what."""
    words = {
        "course": enrollment.run.course.title,
        "day": date_without_year(enrollment.completion.met_on, language()),
        "year": enrollment.completion.met_on.year,
    }
    return enrollment.person.name, gettext("%(course)s, %(day)s") % words


class HeadcountForm(forms.Form):
    """Four numbers for each role; the roles that the course is made for stand open."""

    cascade_of = PickField(
        label=_("Who passes on her or his training"),
        help_text=_(
            "Only where a trainer who completed a course for trainers led it by herself or"
            " himself. It is counted apart."
        ),
        rows=certified_trainers,
        search=certified_trainers_matching,
        describe=describe_certified,
        required=False,
    )

    def __init__(self, data=None, *, session: Session):
        counted = {each.role or NO_ROLE: each for each in session.headcounts.all()}
        super().__init__(data, initial={"cascade_of": session.cascade_of})
        audience = [role for role in session.run.course.audience if role in Role.values]
        self.first_roles = [*dict.fromkeys([*audience, *counted, NO_ROLE])]
        for role in (NO_ROLE, *Role.values):
            for name in HEADS:
                number = getattr(counted.get(role), name, 0)
                self.fields[f"{role}-{name}"] = self._field(LABELS[name], number or None)

    @staticmethod
    def _field(label, number) -> forms.IntegerField:
        box = forms.NumberInput(attrs={"inputmode": "numeric", "placeholder": "0"})
        return forms.IntegerField(
            label=label,
            initial=number,
            min_value=0,
            max_value=MOST_HEADS,
            required=False,
            widget=box,
        )

    def heads(self) -> list[Heads]:
        answers = self.cleaned_data
        return [
            Heads(
                "" if role == NO_ROLE else role,
                **{name: answers[f"{role}-{name}"] or 0 for name in HEADS},
            )
            for role in (NO_ROLE, *Role.values)
        ]

    @property
    def open_blocks(self) -> list[tuple[str, list[BoundField]]]:
        return [self._block(role) for role in self.first_roles]

    @property
    def other_blocks(self) -> list[tuple[str, list[BoundField]]]:
        return [self._block(role) for role in Role.values if role not in self.first_roles]

    def _block(self, role: str) -> tuple[str, list[BoundField]]:
        label = gettext("Role not asked") if role == NO_ROLE else Role(role).label
        return label, [self[f"{role}-{name}"] for name in HEADS]
