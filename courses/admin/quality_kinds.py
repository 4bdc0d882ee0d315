"""The kinds of things on the data-quality board: which rows, whose they are, where each is mended.

Another app adds a kind of its own with the hook `register_training_quality`: a function without
arguments that gives a `Kind`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, Model, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from courses.admin.columns import days_of, person_name, time_of
from courses.admin.links import address, record_address
from courses.queries import quality
from courses.queries.messages import troubled_messages
from courses.queries.owners import Owner, owned_by, with_owner
from courses.queries.pins import enrollments_of_guessed

HOOK = "register_training_quality"


@dataclass(frozen=True)
class Kind:
    """`run` leads from a row to its run, and is empty where the rows are runs; `counted` is the
    field that is counted once. `name` and
    `repair` tell of a row what it is called and the address where it is mended. With `elsewhere`,
    an address that takes `owner`, the rows are mended on that screen, one after the other."""

    code: str
    label: str | Promise
    rows: Callable[[], QuerySet]
    name: Callable[[Model], str]
    repair: Callable[[Model], str]
    run: str = "run"
    counted: str = "pk"
    related: tuple[str, ...] = ()
    elsewhere: Callable[[], str] | None = None

    def counts(self) -> dict[Owner, int]:
        """How many there are by whose business they are; one query."""
        rows = with_owner(self.rows(), self.run).order_by().values("owner_person", "owner_user")
        rows = rows.annotate(number=Count(self.counted, distinct=True))
        return {Owner(row["owner_person"], row["owner_user"]): row["number"] for row in rows}

    def of_owner(self, owner: Owner) -> QuerySet:
        rows = owned_by(self.rows(), self.run, owner)
        related = (f"{self._path}course", *self.related)
        return rows.select_related(*related).order_by(f"{self._path}starts_on", "pk")

    @property
    def _path(self):
        return f"{self.run}__" if self.run else ""

    def run_of(self, row: Model) -> Model:
        for step in filter(None, self.run.split("__")):
            row = getattr(row, step)
        return row


def _named(enrollment):
    return person_name(enrollment.person)


def _person(enrollment):
    return reverse("training_people:edit", args=[enrollment.person_id])


def _enrolment(enrollment):
    return reverse("training_enrolments:edit", args=[enrollment.pk])


def _walk_in(enrollment):
    return reverse("training_people:inspect", args=[enrollment.person_id])


def _begins(session):
    return time_of(session.starts_at)


def _register(session):
    here = reverse("training_sessions:inspect", args=[session.pk])
    return address("courses:register", session.uuid) or here


def _message(message):
    return reverse("training_messages:inspect", args=[message.pk])


def _not_opened():
    return quality.registers_not_opened(timezone.now())


def _not_closed():
    return quality.registers_not_closed(timezone.now())


def _over():
    return quality.runs_not_closed(timezone.localdate())


def _run(run):
    here = address("courses:run", run.uuid)
    return f"{here}#close" if here else record_address("runs", run.pk)


def _guessed():
    return enrollments_of_guessed(timezone.now())


def _pin(enrollment):
    here = address("courses:person_pin", enrollment.run.uuid, enrollment.uuid)
    return here or _walk_in(enrollment)


def _days(run):
    return days_of(run.starts_on, run.ends_on)


def kinds() -> list[Kind]:
    """Ours in the order of work, then those of other apps."""
    people = {"counted": "person", "related": ("person",)}
    return [
        Kind("not-opened", _("Sessions past, nobody marked"), _not_opened, _begins, _register),
        Kind("not-closed", _("Registers not closed"), _not_closed, _begins, _register),
        Kind("runs", _("Runs over and not closed"), _over, _days, _run, run=""),
        Kind(
            "walk-ins",
            _("Walk-ins not matched"),
            quality.unmatched_walk_ins,
            _named,
            _walk_in,
            **people,
        ),
        Kind(
            "duplicates",
            _("People who may be on record twice"),
            quality.pairs_of_owners,
            _named,
            _walk_in,
            elsewhere=lambda: reverse("courses_duplicates"),
            **people,
        ),
        Kind("sex", _("Sex not stated"), quality.people_without_sex, _named, _person, **people),
        Kind(
            "organization",
            _("People without an organization"),
            quality.people_without_organization,
            _named,
            _enrolment,
            **people,
        ),
        Kind(
            "messages",
            _("Messages that failed"),
            troubled_messages,
            _named,
            _message,
            related=("person",),
        ),
        Kind("guessed", _("PINs that somebody guessed"), _guessed, _named, _pin, **people),
        *(make() for make in hooks.get_hooks(HOOK)),
    ]
