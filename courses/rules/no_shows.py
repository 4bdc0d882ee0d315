"""Indicators R12 and R13 of a run: who had a seat when it began, who came, and who came instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

LATE = timedelta(days=2)


@dataclass(frozen=True)
class Place:
    """An enrolment as it stands. `confirmed_at` is when the seat was got (of somebody who came
    instead of another: when that other got it), `since` when the status began. `came` says whether
    an attendance counts, `at_the_door` whether the door was the way in."""

    status: str
    confirmed_at: datetime | None = None
    since: datetime | None = None
    came: bool = False
    at_the_door: bool = False


@dataclass(frozen=True)
class Figures:
    """Counts of one run, in people. `late_withdrawals` gave up a seat shortly before the beginning;
    they are in none of the other counts."""

    confirmed: int = 0
    no_shows: int = 0
    starters: int = 0
    walk_ins: int = 0
    substituted: int = 0
    late_withdrawals: int = 0

    @property
    def no_show_rate(self) -> Fraction | None:
        """R12: of those confirmed before the start, the share who never came."""
        return Fraction(self.no_shows, self.confirmed) if self.confirmed else None

    @property
    def walk_in_share(self) -> Fraction | None:
        """R13: of those who came, the share who were not on the list at the start."""
        return Fraction(self.walk_ins, self.starters) if self.starters else None


def figures(places: Iterable[Place], begins: datetime) -> Figures:
    """R12 and R13 of a run that began at that moment.

    Who was substituted is nowhere: her seat counts with the person who came instead. Who gave up
    the seat after the beginning without having come is a no-show.
    """
    places = list(places)
    on_list = [place for place in places if is_on_the_list(place, begins)]
    starters = [place for place in places if place.came]
    return Figures(
        confirmed=len(on_list),
        no_shows=sum(not place.came for place in on_list),
        starters=len(starters),
        walk_ins=sum(not is_on_the_list(place, begins) for place in starters),
        substituted=sum(place.status == "substituted" for place in places),
        late_withdrawals=sum(is_late_withdrawal(place, begins) for place in places),
    )


def is_on_the_list(place: Place, begins: datetime) -> bool:
    """Whether the person held a seat when the run began."""
    if place.at_the_door or place.confirmed_at is None or place.confirmed_at > begins:
        return False
    if place.status == "withdrawn":
        return place.since is not None and place.since > begins
    return place.status == "enrolled"


def is_late_withdrawal(place: Place, begins: datetime, late: timedelta = LATE) -> bool:
    """Whether a seat was given up in the last two days before the beginning."""
    if place.status != "withdrawn" or place.confirmed_at is None or place.since is None:
        return False
    return place.confirmed_at <= place.since and begins - late <= place.since <= begins


def confirmed_again(place: Place, begins: datetime | None, now: datetime) -> datetime:
    """When somebody who gets a seat again got it: who gave it up only after the beginning has had
    it since before."""
    if begins is not None and now > begins and is_on_the_list(place, begins):
        return place.confirmed_at or now
    return now
