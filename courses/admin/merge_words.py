"""The preview of a merge in words: both records line by line, and what will happen."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks

from courses.admin.columns import number_of
from courses.admin.person_record import DETAILS, sections_of
from courses.admin.views import SECTIONS_HOOK, Section, in_words
from courses.models import Person
from courses.queries.merging import MergePlan, are_distinct, plan_of


@dataclass(frozen=True)
class Line:
    """One detail of both records, and what holds after the merge."""

    label: str
    kept: Any
    absorbed: Any
    after: Any

    @property
    def differs(self) -> bool:
        return self.kept != self.absorbed


@dataclass(frozen=True)
class RecordSide:
    heading: str
    sections: list[Section]


@dataclass(frozen=True)
class Preview:
    """Everything that the screen shows before two records become one."""

    lines: list[Line]
    sentences: list[str]
    warnings: list[str] = field(default_factory=list)
    sides: list[RecordSide] = field(default_factory=list)


def preview_of(kept: Person, absorbed: Person, user) -> Preview:
    plan = plan_of(kept, absorbed)
    return Preview(
        lines=_lines(plan),
        sentences=_sentences(plan),
        warnings=_warnings(plan),
        sides=[_side(person, user) for person in (kept, absorbed)],
    )


def _side(person: Person, user) -> RecordSide:
    sections = sections_of(person, user)
    for add in hooks.get_hooks(SECTIONS_HOOK):
        sections += add(person, user)
    return RecordSide(str(person), sections)


def _lines(plan: MergePlan) -> list[Line]:
    filled = {name: value for values in plan.blanks for name, value in values.items()}
    sides = (plan.kept, plan.absorbed, Person(**{**_values(plan.kept), **filled}))
    lines = [Line(_("Card code"), *(_card(plan, each) for each in range(3)))]
    lines += [
        Line(
            capfirst(str(Person._meta.get_field(name).verbose_name)),
            *(in_words(_shown(side, name)) for side in sides),
        )
        for name in DETAILS
    ]
    phones = [
        [str(phone) for phone in person.phones.all()] for person in (plan.kept, plan.absorbed)
    ]
    phones.append(list(dict.fromkeys(phones[0] + phones[1])))
    logins = [bool(plan.kept.user_id), bool(plan.absorbed.user_id)]
    lines.append(Line(_("Phones"), *(in_words(", ".join(each)) for each in phones)))
    lines.append(Line(_("Has a login"), *(in_words(each) for each in (*logins, any(logins)))))
    return lines


def _card(plan: MergePlan, place: int) -> str:
    codes = (plan.kept.card_code, plan.absorbed.card_code)
    if place < len(codes):
        return codes[place]
    return _("%(card)s; %(other)s finds this record too") % {"card": codes[0], "other": codes[1]}


def _values(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in DETAILS}


def _shown(person: Person, name: str) -> Any:
    display = getattr(person, f"get_{name}_display", None)
    return display() if display else getattr(person, name)


def _sentences(plan: MergePlan) -> list[str]:
    share = {name: len(found.moving) for name, found in plan.shares.items()}
    counted = (
        (share["enrollments"], _moving_enrollments),
        (len(plan.folds), _folded_enrollments),
        (len(plan.marks.pairs), _double_marks),
        (share["run_trainings"], _trainings),
        (share["session_trainings"], _sessions_led),
        (share["roster_places"], _rosters),
        (share["phones"], _phones),
        (share["employments"], _jobs),
        (share["consents"], _consents),
        (share["lesson_progress"] + share["quiz_attempts"], _learning),
    )
    said = [sentence(count) % {"count": number_of(count)} for count, sentence in counted if count]
    if plan.blanks:
        said.append(_("Details that this record lacks are taken from the other one."))
    said.append(
        _("Who has completed is worked out again, and the merge can be undone at any time.")
    )
    return said


def _moving_enrollments(count: int) -> str:
    return ngettext(
        "%(count)s enrolment goes over to this record.",
        "%(count)s enrolments go over to this record.",
        count,
    )


def _folded_enrollments(count: int) -> str:
    return ngettext(
        "Both are on %(count)s run: the two enrolments become one.",
        "Both are on %(count)s runs: the two enrolments on each become one.",
        count,
    )


def _double_marks(count: int) -> str:
    return ngettext(
        "Both have a mark in %(count)s session: the stronger one counts, and both stay visible.",
        "Both have marks in %(count)s sessions: the stronger ones count, and all stay visible.",
        count,
    )


def _trainings(count: int) -> str:
    return ngettext(
        "%(count)s run as a trainer goes over.", "%(count)s runs as a trainer go over.", count
    )


def _sessions_led(count: int) -> str:
    return ngettext(
        "%(count)s session as a trainer goes over.",
        "%(count)s sessions as a trainer go over.",
        count,
    )


def _rosters(count: int) -> str:
    return ngettext(
        "%(count)s place on a standing roster goes over.",
        "%(count)s places on standing rosters go over.",
        count,
    )


def _phones(count: int) -> str:
    return ngettext("%(count)s phone goes over.", "%(count)s phones go over.", count)


def _jobs(count: int) -> str:
    return ngettext("%(count)s job goes over.", "%(count)s jobs go over.", count)


def _consents(count: int) -> str:
    return ngettext(
        "%(count)s answer about consent goes over; of each kind the newest counts.",
        "%(count)s answers about consent go over; of each kind the newest counts.",
        count,
    )


def _learning(count: int) -> str:
    return ngettext(
        "%(count)s lesson read or quiz answered goes over.",
        "%(count)s lessons read and quizzes answered go over.",
        count,
    )


def _warnings(plan: MergePlan) -> list[str]:
    found = []
    if are_distinct(plan.kept, plan.absorbed):
        found.append(_("Somebody decided before that these two are not the same person."))
    if codes := plan.both_train_and_take_part:
        found.append(
            _("One of them trains and the other takes part on the same run: %(runs)s.")
            % {"runs": ", ".join(codes)}
        )
    return found
