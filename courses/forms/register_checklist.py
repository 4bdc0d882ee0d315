"""What to look at before a register is closed, in words and with the way to each."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.forms.register_words import number
from courses.models import Session
from courses.queries.register import Count


@dataclass(frozen=True)
class Point:
    """One line of the list; what `must` be done keeps the register open."""

    sentence: str
    is_done: bool
    url: str = ""
    must: bool = False


def checklist(session: Session, count: Count) -> list[Point]:
    """All points. The session comes from `queries.aside.to_close_with`."""
    return [
        _decided(count),
        _settled(count),
        _taken(session),
        _walk_ins(session),
        _sheets(session),
        _notes(session),
        _phones(session),
    ]


def _decided(count: Count) -> Point:
    if not count.undecided:
        return Point(_("Everybody is marked."), True)
    words = ngettext(
        "%(count)s person has no mark.", "%(count)s people have no mark.", count.undecided
    )
    return Point(words % {"count": number(count.undecided)}, False, must=True)


def _settled(count: Count) -> Point:
    if not count.disputed:
        return Point(_("No mark is disputed."), True)
    words = ngettext(
        "%(count)s mark is disputed: two phones say different things.",
        "%(count)s marks are disputed: two phones say different things.",
        count.disputed,
    )
    return Point(words % {"count": number(count.disputed)}, False, must=True)


def _taken(session: Session) -> Point:
    if not session.aside:
        return Point(_("Every mark from a phone was taken in or decided."), True)
    words = ngettext(
        "%(count)s mark from a phone could not be taken. Decide about it.",
        "%(count)s marks from phones could not be taken. Decide about them.",
        session.aside,
    )
    url = reverse("courses:aside")
    return Point(words % {"count": number(session.aside)}, False, url)


def _walk_ins(session: Session) -> Point:
    if not session.unmatched:
        return Point(_("No walk-in is left to be compared with people on record."), True)
    words = ngettext(
        "%(count)s walk-in may be somebody on the list.",
        "%(count)s walk-ins may be somebody on the list.",
        session.unmatched,
    )
    url = reverse("courses:walk_ins", args=[session.run.uuid])
    return Point(words % {"count": number(session.unmatched)}, False, url)


def _sheets(session: Session) -> Point:
    if session.sheets:
        return Point(_("A sheet or photo is kept."), True)
    url = reverse("courses:evidence", args=[session.uuid])
    return Point(_("No sheet or photo is kept yet."), False, url)


def _notes(session: Session) -> Point:
    if session.notes:
        return Point(_("There are notes about the session."), True)
    url = reverse("courses:session", args=[session.uuid])
    return Point(_("There are no notes about the session yet."), False, url)


def _phones(session: Session) -> Point:
    if not session.holds_marks:
        return Point(_("No phone is known to hold marks."), True)
    return Point(_("A phone of a trainer still holds marks. Let it find a signal first."), False)
