"""Shares of the reach page beside the women's: no-shows, walk-ins, and who led; each in words."""

from dataclasses import dataclass
from numbers import Rational

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.queries.reach import Report
from courses.rules import calendar_words, indicators
from courses.rules.indicators import Indicator
from courses.rules.no_shows import Figures
from courses.rules.reach.told import Led


@dataclass(frozen=True)
class Rate:
    """A share of one, None where it is nobody's; `told` says of how many it is."""

    indicator: Indicator
    share: Rational | float | None
    told: list[str]


def rates(report: Report, language: str) -> list[Rate]:
    """Those that have somebody to tell of."""
    seats, led = report.seats, report.led
    found = [
        Rate(indicators.NO_SHOW_RATE, seats.no_show_rate, _no_shows(seats, language)),
        Rate(indicators.WALK_IN_SHARE, seats.walk_in_share, _walk_ins(seats, language)),
        Rate(indicators.NATIONAL_SHARE, led.national_share, _led(led, language)),
    ]
    return [rate for rate in found if rate.share is not None]


def _no_shows(seats: Figures, language: str) -> list[str]:
    told = [
        ngettext(
            "%(number)s of %(base)s seat was kept for somebody who never came.",
            "%(number)s of %(base)s seats were kept for people who never came.",
            seats.confirmed,
        )
        % _numbers(language, number=seats.no_shows, base=seats.confirmed)
    ]
    if seats.late_withdrawals:
        words = ngettext(
            "%(number)s more was given up in the last two days before the beginning.",
            "%(number)s more were given up in the last two days before the beginning.",
            seats.late_withdrawals,
        )
        told.append(words % _numbers(language, number=seats.late_withdrawals))
    return told


def _walk_ins(seats: Figures, language: str) -> list[str]:
    words = ngettext(
        "%(number)s of %(base)s person who came was not on the list.",
        "%(number)s of %(base)s people who came were not on the list.",
        seats.starters,
    )
    return [words % _numbers(language, number=seats.walk_ins, base=seats.starters)]


def _led(led: Led, language: str) -> list[str]:
    words = ngettext(
        "%(number)s of %(base)s participation was led by a national organization.",
        "%(number)s of %(base)s participations were led by national organizations.",
        led.total,
    )
    told = [words % _numbers(language, number=led.national, base=led.total)]
    if led.unknown:
        words = _("Of %(number)s we do not know who led; they stay among all.")
        told.append(words % _numbers(language, number=led.unknown))
    return told


def _numbers(language: str, **numbers: int) -> dict[str, str]:
    return {name: calendar_words.number(number, language) for name, number in numbers.items()}
