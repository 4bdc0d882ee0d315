"""The register as one form: a line per person, and the marks that a POST changes.

Fields are named by enrolment: `m-7` is the mark of enrolment 7, `n-7` the minutes missed, `r-7`
the reason, and `s-7` settles a disputed mark. `seen` holds the marks that the page showed, so
that a page left open overwrites nothing that somebody else marked meanwhile; `form` makes the
events of a page the same when it comes twice.
A register of hundreds must stay quick, so these are plain classes and not a formset.
"""

import json
import uuid
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from courses.actions.attendance import Mark
from courses.adapters.language import language
from courses.choices import EnrollmentSource, EnrollmentStatus, EventKind, Presence, Role, Sex
from courses.forms.make_ups import made_up_words
from courses.forms.register_words import came
from courses.models import Enrollment, Session
from courses.queries.made_up import made_up_in
from courses.queries.register import Count, count, roster
from courses.rules import khmer, names
from courses.rules.calendar_words import digits

WITH_MINUTES = (Presence.LATE, Presence.LEFT_EARLY)
WITH_REASON = (Presence.ABSENT, Presence.EXCUSED, Presence.LEFT_EARLY)
PRESENCES = frozenset(Presence.values)
LONGEST_MINUTES, LONGEST_REASON = 6, 200
NOT_MARKED = _("Not marked")


@dataclass
class Typed:
    """The mark of one person as the form holds it."""

    pk: int
    presence: str = ""
    minutes: str = ""
    reason: str = ""
    kind: EventKind = EventKind.MARK

    @property
    def missed(self) -> int | None:
        """Minutes missed as a number, 0 where they do not matter; None where they are not one."""
        typed = khmer.from_khmer_digits(self.minutes.strip())
        if self.presence not in WITH_MINUTES or not typed:
            return 0
        return int(typed) if typed.isdecimal() else None

    def as_list(self) -> list:
        """Presence, minutes and reason as `seen` holds them."""
        reason = self.reason.strip() if self.presence in WITH_REASON else ""
        return [str(self.presence), self.missed, reason]


@dataclass(frozen=True)
class Line:
    """What the page shows of one person."""

    row: Enrollment
    number: int
    typed: Typed
    role: str
    options: str
    says: str
    error: str = ""
    made_up: str = ""

    @property
    def given_name(self) -> str:
        """The short name that a label uses; never to greet by."""
        person = self.row.person
        return names.given_name_km(person.name_km) or person.given_name_latin or person.name_latin

    @property
    def needle(self) -> str:
        """What a search among the lines looks into."""
        person = self.row.person
        return f"{person.key_km} {person.name_km} {person.name_latin}".lower()

    @property
    def is_woman(self) -> bool:
        return self.row.person.sex == Sex.FEMALE

    @property
    def is_walk_in(self) -> bool:
        return self.row.source == EnrollmentSource.WALK_IN and not self.is_guest

    @property
    def is_guest(self) -> bool:
        """Whether she belongs to another run and makes up for something here."""
        return self.row.status == EnrollmentStatus.GUEST


class RegisterForm:
    """The register of a session. `data` is what was typed, where something was; the people are
    read from the database only when the page is shown."""

    def __init__(self, session: Session, data=None):
        self.session, self.data = session, data
        self.errors: dict[int, str] = {}

    def is_valid(self) -> bool:
        """Whether all minutes make sense; `errors` says by enrolment where they do not."""
        planned = self.session.planned_minutes
        for typed in self.typed.values():
            if typed.missed is None or typed.missed > planned:
                self.errors[typed.pk] = _("Write minutes between 0 and %(planned)s.") % {
                    "planned": digits(planned, language())
                }
        return not self.errors

    def marks(self) -> list[Mark]:
        """The marks that the person changed on this page."""
        changed = []
        for typed in self.typed.values():
            mark = typed.as_list()
            is_new = mark != self._seen.get(str(typed.pk)) or f"s-{typed.pk}" in self.data
            if typed.presence and is_new:
                event = uuid.uuid5(self.form_id, json.dumps([typed.pk, *mark]))
                changed.append(Mark(typed.pk, *mark, event=event, kind=typed.kind))
        return changed

    @cached_property
    def typed(self) -> dict[int, Typed]:
        """What was typed, by enrolment. A button `rest` marks everybody else as here
        or as absent."""
        rest = self.data.get("rest", "")
        rest = rest if rest in (Presence.PRESENT, Presence.ABSENT) else ""
        return {
            int(key): Typed(
                int(key),
                presence if presence in PRESENCES else rest,
                self.data.get(f"n-{key}", "")[:LONGEST_MINUTES],
                self.data.get(f"r-{key}", "")[:LONGEST_REASON],
                EventKind.MARK if presence in PRESENCES else EventKind.DEFAULT,
            )
            for name, presence in self.data.items()
            if name.startswith("m-") and (key := name[2:]).isdecimal()
        }

    @cached_property
    def _seen(self) -> dict:
        try:
            seen = json.loads(self.data.get("seen", "{}"))
        except ValueError:
            return {}
        return seen if isinstance(seen, dict) else {}

    @cached_property
    def form_id(self) -> uuid.UUID:
        try:
            return uuid.UUID(self.data["form"])
        except (TypeError, KeyError, ValueError):
            return uuid.uuid4()

    @cached_property
    def rows(self) -> list[Enrollment]:
        return list(roster(self.session))

    @cached_property
    def count(self) -> Count:
        return count(self.rows)

    @cached_property
    def lines(self) -> list[Line]:
        someone_missed = any(row.credited_minutes == 0 for row in self.rows)
        made_up = made_up_in(self.session) if someone_missed else {}
        roles, options = {role.value: str(role.label) for role in Role}, options_of_a_mark()
        return [
            Line(
                row=row,
                number=number,
                typed=(typed := self._typed_or_saved(row)),
                role=roles.get(row.role, ""),
                options=options[typed.presence],
                says=came(self.session, typed.presence, typed.missed or 0),
                error=self.errors.get(row.pk, ""),
                made_up=made_up_words(made_up[row.pk]) if row.pk in made_up else "",
            )
            for number, row in enumerate(self.rows, start=1)
        ]

    def _typed_or_saved(self, row: Enrollment) -> Typed:
        if self.data is not None and row.pk in self.typed:
            return self.typed[row.pk]
        return saved(row)

    @property
    def wrong_lines(self) -> list[Line]:
        return [line for line in self.lines if line.error]

    @property
    def seen(self) -> str:
        """The marks that this page showed first, for the hidden field."""
        if self.data is not None:
            return json.dumps(self._seen)
        return json.dumps({row.pk: saved(row).as_list() for row in self.rows if row.presence})


def saved(row: Enrollment) -> Typed:
    """The mark in the database."""
    return Typed(row.pk, row.presence or "", str(row.minutes_missed or ""), row.mark_reason or "")


def options_of_a_mark() -> dict[str, str]:
    """The options of a mark as HTML, by the one that is chosen: made once for all lines."""
    every = [("", NOT_MARKED), *Presence.choices]
    return {
        chosen: format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            [
                (value, " selected" if value == chosen else "", label)
                for value, label in every
                if value or not chosen
            ],
        )
        for chosen, _label in every
    }
