"""Figures of sessions: hours, runs and sessions delivered, people without names, trainers."""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

from tests.reference.dump import Session
from tests.reference.people import number, total
from tests.reference.places import Fact, Scope, is_counted


def sessions(scope: Scope, *statuses: str) -> list[Fact]:
    """The sessions of the period that fit and stand so."""
    facts = [
        Fact(session.day, session.run, session=session)
        for session in scope.world.sessions.values()
        if session.status in statuses and scope.holds(session.day)
    ]
    return [fact for fact in facts if scope.fits(fact)]


def number_of(*statuses: str):
    def count(scope: Scope) -> dict[tuple, int]:
        return number(scope, sessions(scope, *statuses))

    return count


def hours(scope: Scope) -> dict[tuple, Fraction]:
    cells = defaultdict(Fraction)
    for fact in sessions(scope, "held"):
        for cell in scope.cells(fact):
            cells[cell] += Fraction(fact.session.minutes, 60)
    return dict(cells)


def runs(scope: Scope) -> dict[tuple, int]:
    cells = defaultdict(set)
    for fact in sessions(scope, "held"):
        for cell in scope.cells(fact):
            cells[cell].add(fact.run.id)
    return {cell: len(found) for cell, found in cells.items()}


def open_sheets(scope: Scope) -> dict[tuple, int]:
    """Sessions that are over and whose register is still open."""
    late = [
        fact
        for fact in sessions(scope, "planned", "held")
        if fact.session.ends_at < scope.world.now and not fact.session.is_closed
    ]
    return number(scope, late)


def heads(*, is_cascade: bool, is_proven: bool = False):
    """People counted without names: passed on by certified trainers, or all others."""

    def count(scope: Scope) -> dict[tuple, int]:
        facts = [
            Fact(session.day, session.run, None, session, role, sex, weight=people)
            for session in scope.world.sessions.values()
            if session.status == "held"
            and session.recording == "headcount"
            and session.is_cascade == is_cascade
            and (session.has_evidence or not is_proven)
            and scope.holds(session.day)
            for role, sex, people in session.heads
            if people
        ]
        return total(scope, [fact for fact in facts if scope.fits(fact)])

    return count


def active_trainers(scope: Scope) -> dict[tuple, int]:
    """Certified trainers who led a session in the twelve months to the end of the period."""
    year = Scope(
        scope.world, year_before(scope.end), scope.end, scope.filters, scope.area, scope.by
    )
    certified = certified_trainers(scope)
    cells = defaultdict(set)
    for fact in sessions(year, "held"):
        for cell in year.cells(fact):
            cells[cell] |= led(fact.session) & certified
    return {cell: len(found) for cell, found in cells.items() if found}


def led(session: Session) -> set[int]:
    """Who led a session: those whom it names, else the trainers of the run."""
    return session.trainers or session.run.trainers


def certified_trainers(scope: Scope) -> set[int]:
    """Who completed a course for trainers by the end of the period."""
    return {
        place.person.id
        for place in scope.world.enrollments.values()
        if is_counted(place)
        and place.met_on is not None
        and place.met_on <= scope.end
        and "trainer" in place.run.course.audience
    }


def year_before(end: date) -> date:
    """The first of the twelve months that end on a day: 1 April 2025 for 31 March 2026."""
    if (end.month, end.day) == (2, 29):
        return date(end.year - 1, 3, 1)
    return end.replace(year=end.year - 1) + timedelta(days=1)
