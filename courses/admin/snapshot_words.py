"""How a frozen report stands today, in words: what differs, why, and how much of it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.models import ReportSnapshot
from courses.queries.differences import Changed, Difference, Explanation
from courses.queries.figures import all_indicators
from courses.queries.snapshots import Defined, figures_kept
from courses.rules import calendar_words
from courses.rules.differences import Cause
from courses.rules.suppression import hidden_mark

CAUSES = {
    Cause.MERGED: gettext_lazy("records of one person were merged"),
    Cause.UNMERGED: gettext_lazy("merges of two records were undone"),
    Cause.CANCELLED: gettext_lazy("sessions were cancelled or postponed"),
    Cause.LATE: gettext_lazy("sheets or marks came in later"),
    Cause.CORRECTED: gettext_lazy("marks were corrected"),
    Cause.PLACE: gettext_lazy("people gave up their place, or got one"),
    Cause.VERDICT: gettext_lazy(
        "what was needed to complete was met later, or is not met any more"
    ),
    Cause.OTHER: gettext_lazy("details changed: a day, a place, a trainer, or what was asked for"),
}

#: Figures that differ by less look the same.
MOST_PLACES = 4


@dataclass(frozen=True)
class CauseTold:
    """How many are fewer and more, why, and where the list is."""

    numbers: str
    words: str
    url: str


@dataclass(frozen=True)
class FigureTold:
    """A figure with its causes; each leads to the list behind it."""

    name: str
    sentence: str
    causes: list[CauseTold]


@dataclass(frozen=True)
class Other:
    """A figure without a list behind it."""

    name: str
    then: str
    now: str
    note: str


@dataclass(frozen=True)
class Today:
    """The figures that have a list behind them, then the others that differ."""

    as_at: Any
    explained: list[FigureTold]
    others: list[Other]


def today_of(snapshot: ReportSnapshot, found: Explanation, why_url: str, language: str) -> Today:
    kept = figures_kept(snapshot, language)
    defined = {each.code: each for each, _currency, _value in kept}
    explained = [
        FigureTold(
            defined[code].name,
            f"{sentence(each, language)} {_note(defined[code])}".strip(),
            causes(each, why_url, language),
        )
        for code, each in found.differences.items()
    ]
    others = [
        told
        for each, currency, value in kept
        if each.code not in found.differences
        and (told := _other(each, currency, value, found, language))
    ]
    return Today(found.as_at, explained, others)


def sentence(difference: Difference, language: str) -> str:
    """4,112 then, 4,089 today."""
    then, now = (calendar_words.number(n, language) for n in (difference.then, difference.now))
    if difference.changed:
        return _("%(then)s then, %(now)s today.") % {"then": then, "now": now}
    return _("%(then)s then and today.") % {"then": then}


def causes(difference: Difference, why_url: str, language: str) -> list[CauseTold]:
    code = difference.indicator.code
    return [
        CauseTold(
            numbers(changed, language),
            str(CAUSES[cause]),
            f"{why_url}?{urlencode({'figure': code, 'cause': cause})}",
        )
        for cause, changed in difference.by_cause.items()
    ]


def numbers(changed: list[Changed], language: str) -> str:
    """61 fewer, 23 more."""
    gone = sum(each.is_gone for each in changed)
    more = len(changed) - gone
    told = []
    if gone:
        words = ngettext("%(number)s fewer", "%(number)s fewer", gone)
        told.append(words % {"number": calendar_words.number(gone, language)})
    if more:
        words = ngettext("%(number)s more", "%(number)s more", more)
        told.append(words % {"number": calendar_words.number(more, language)})
    return ", ".join(told)


def _other(
    defined: Defined, currency: str, then: Any, found: Explanation, language: str
) -> Other | None:
    """A figure that is another one today, or is counted otherwise. No difference is told of what
    people told in confidence: it could be one person."""
    if defined.fewest:
        return None
    now, note = found.values.get((defined.code, currency)), _note(defined)
    if then == now and not note:
        return None
    return Other(defined.name, *_apart(defined, currency, (then, now), language), note)


def _note(defined: Defined) -> str:
    """What to know where a figure is not counted as it was."""
    today = all_indicators().get(defined.code)
    if today is None:
        return _("This figure is not counted any more.")
    if today.version == defined.version:
        return ""
    versions = {"then": defined.version, "now": today.version}
    return _("Counted otherwise: definition %(then)s then, %(now)s today.") % versions


def _apart(defined: Defined, currency: str, values: tuple, language: str) -> list[str]:
    """Both in words, with as many decimal places as it takes to tell them apart."""
    for places in range(1, MOST_PLACES + 1):
        words = [value_in_words(defined, currency, each, language, places) for each in values]
        if words[0] != words[1]:
            break
    return words


def value_in_words(
    defined: Defined, currency: str, value: Any, language: str, places: int = 1
) -> str:
    """A figure with its unit; a dash where there is none, and the mark of what is hidden."""
    if value is None and defined.fewest:
        return hidden_mark(defined.fewest, language)
    if value is None:
        return "–"
    shown = float(100 * value if defined.is_share else value)
    words = calendar_words.number(shown, language, None if shown.is_integer() else places)
    if defined.is_share:
        words += calendar_words.NBSP + "%"
    return f"{words} {currency}" if currency and not defined.is_share else words
