"""The sentences of a register, for the page and for the script that keeps them true."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from courses import conf
from courses.adapters.language import language
from courses.choices import Presence
from courses.models import Session
from courses.queries.register import Count
from courses.rules.attendance import credited_minutes
from courses.rules.calendar_words import clock, digits


def number(value: object) -> str:
    return digits(value, language())


def came(session: Session, presence: str, missed: int) -> str:
    """When somebody came or left, and what it counts; "" for other marks and unknown minutes."""
    if not missed or presence not in (Presence.LATE, Presence.LEFT_EARLY):
        return ""
    is_late = presence == Presence.LATE
    moment = session.starts_at + timedelta(minutes=missed)
    if not is_late:
        moment = session.ends_at - timedelta(minutes=missed)
    counted = credited_minutes(
        presence,
        planned=session.planned_minutes,
        missed=missed,
        grace=conf.get("COURSES_GRACE_MINUTES"),
    )
    return (late_words() if is_late else left_words()) % {
        "time": clock(timezone.localtime(moment), language()),
        "credit": number(counted),
        "planned": number(session.planned_minutes),
    }


def late_words() -> str:
    return gettext("Came %(time)s. Counts %(credit)s of %(planned)s min.")


def left_words() -> str:
    return gettext("Left %(time)s. Counts %(credit)s of %(planned)s min.")


def here_words(count: Count) -> str:
    """15 of 25 here."""
    return gettext("%(here)s of %(people)s here") % {
        "here": number(count.here),
        "people": number(count.people),
    }


def women_words(count: int) -> str:
    return ngettext("%(count)s woman", "%(count)s women", count)


def open_words(count: int) -> str:
    return ngettext("%(count)s to mark", "%(count)s to mark", count)


def rest_words(count: int) -> str:
    return ngettext("Mark the other %(count)s here", "Mark the other %(count)s here", count)


def waiting_words(count: int) -> str:
    return ngettext("%(count)s mark waiting.", "%(count)s marks waiting.", count)


def counted(words, count: int) -> str:
    return words(count) % {"count": number(count)}


def bar_words(count: Count) -> dict[str, str]:
    """The sentence at the foot of a register, and the button that marks the rest."""
    women, undecided = counted(women_words, count.women_here), counted(open_words, count.undecided)
    return {
        "here": here_words(count),
        "detail": f"{women} · {undecided}" if count.undecided else women,
        "rest": counted(rest_words, count.undecided),
        "progress": gettext("%(marked)s of %(people)s marked")
        % {"marked": number(count.marked), "people": number(count.people)},
    }
