"""Whether somebody may come onto a run, and where: a place, the waiting list or a request."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from courses.rules.schedule import Slot


@dataclass(frozen=True)
class Kept:
    """Seats of a run kept for an organization (its id as it stands today): how many, how many of
    them are used, and the last day on which they wait for somebody."""

    reservation: int
    organization: int
    seats: int
    used: int = 0
    until: date | None = None

    def left(self, today: date) -> int:
        if self.until is not None and self.until < today:
            return 0
        return max(0, self.seats - self.used)


@dataclass(frozen=True)
class RunFacts:
    """What decides about a place. `taken` counts the seats held: enrolled people, and those whom a
    seat is offered that have time left to answer. `ends_on` is the last day, `today` the day on
    which is asked."""

    policy: str
    capacity: int
    taken: int
    is_cancelled: bool = False
    is_closed: bool = False
    ends_on: date | None = None
    kept: tuple[Kept, ...] = ()
    today: date = date.min

    @property
    def kept_seats(self) -> int:
        """Seats that wait for people of organizations."""
        return sum(each.left(self.today) for each in self.kept)

    def with_one_more(self, reservation: int | None) -> "RunFacts":
        """The facts once somebody more holds a seat, one of a reservation or any."""
        kept = tuple(
            replace(each, used=each.used + (each.reservation == reservation)) for each in self.kept
        )
        return replace(self, taken=self.taken + 1, kept=kept)


@dataclass(frozen=True)
class Audience:
    """Whom a run is for. Empty `roles` are everybody; `host` is the organization whose people alone
    may come, or None; `prerequisites` are ids of courses to be completed before."""

    roles: frozenset[str] = frozenset()
    host: int | None = None
    prerequisites: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Applicant:
    """Who wants to come: her role, her organization as it stands today, the courses completed."""

    role: str = ""
    organization: int | None = None
    completed: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Clash:
    """Two sessions at one time: that of this run, and that of the other run."""

    mine: Slot
    other: Slot
    run: int


def why_not_enroll(run: RunFacts, *, today: date, by_themselves: bool) -> str | None:
    """Code of the reason why nobody can be added to the run, or None."""
    if run.is_cancelled:
        return "run_cancelled"
    if run.is_closed:
        return "run_closed"
    if by_themselves and run.ends_on is not None and run.ends_on < today:
        return "run_over"
    if by_themselves and run.policy in ("invitation", "nomination"):
        return f"by_{run.policy}"
    return None


def why_not_eligible(who: Applicant, audience: Audience) -> list[str]:
    """Codes of all that speaks against this person: `wrong_role`, `host_only`, `not_completed`."""
    found = []
    if audience.roles and who.role not in audience.roles:
        found.append("wrong_role")
    if audience.host is not None and who.organization != audience.host:
        found.append("host_only")
    if not audience.prerequisites <= who.completed:
        found.append("not_completed")
    return found


def first_clash(mine: Iterable[Slot], others: Iterable[tuple[int, Slot]]) -> Clash | None:
    """The first session of this run that is held at the same time as one of another run."""
    others = list(others)
    return next(
        (
            Clash(slot, other, run)
            for slot in sorted(mine, key=lambda slot: slot.starts)
            for run, other in others
            if slot.starts < other.ends and other.starts < slot.ends
        ),
        None,
    )


def placement(run: RunFacts, *, by_themselves: bool, organizations: Collection[int] = ()) -> str:
    """Status of a new enrolment: `enrolled`, `waitlisted` or `requested`."""
    if by_themselves and run.policy == "request":
        return "requested"
    return "enrolled" if has_seat_for(run, organizations) else "waitlisted"


def has_seat_for(run: RunFacts, organizations: Collection[int] = ()) -> bool:
    """Whether a seat is free for somebody of these organizations."""
    return reservation_for(run, organizations) is not None or seats_free(run) > 0


def reservation_for(run: RunFacts, organizations: Collection[int]) -> int | None:
    """The reservation whose seat somebody of these organizations uses, the first organization
    first; None where none is left, or where the door has filled the room already."""
    if run.taken >= run.capacity:
        return None
    for organization in organizations:
        for each in run.kept:
            if each.organization == organization and each.left(run.today):
                return each.reservation
    return None


def seats_free(run: RunFacts) -> int:
    """Seats that anybody may have: the capacity less the seats held and the seats kept."""
    return max(0, run.capacity - run.taken - run.kept_seats)


def offer_ends_at(now: datetime, hours: int, begins: datetime | None) -> datetime:
    """Until when an offered seat waits: some hours, but not past the beginning of the run, unless
    that is over already."""
    ends = now + timedelta(hours=hours)
    return min(ends, begins) if begins is not None and begins > now else ends
