"""Figures of what people think of their training, and of what they did with it later."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from tests.reference.asked import Round
from tests.reference.dump import LOCAL, Run
from tests.reference.people import number, share, total
from tests.reference.places import Fact, Scope, is_counted
from tests.reference.runs import ended, starters_of

#: Fewer give nobody's answers away.
FEWEST = 5


def today(scope: Scope) -> date:
    return scope.world.now.astimezone(LOCAL).date()


def rounds(scope: Scope) -> Iterator[tuple[Run, Round]]:
    """Of runs that ended, those whose people cannot answer any more."""
    for run in ended(scope):
        found = scope.world.asked.rounds.get(run.id)
        if found and (found.closed_on or run.ends_on + timedelta(15)) <= today(scope):
            yield run, found


def faces(counts, at_least=1) -> int:
    return sum(sum(row[at_least - 1 :]) for row in counts)


def is_enough(tallies) -> bool:
    sheets = sum(sheets for _way, sheets, _counts in tallies)
    return sheets >= FEWEST and sum(faces(counts) for *_rest, counts in tallies) >= FEWEST


def ratings(scope: Scope, at_least=1) -> list[Fact]:
    """Faces by run and way; no way where one of them has too few sheets, nothing where all have."""
    facts = []
    for run, found in rounds(scope):
        tallies = [tally for tally in found.tallies if tally[1]]
        named = all(is_enough([tally]) for tally in tallies)
        for way, _sheets, counts in tallies if is_enough(tallies) else ():
            weight = faces(counts, at_least)
            facts.append(Fact(run.ends_on, run, way=way if named else None, weight=weight))
    return [fact for fact in facts if scope.fits(fact)]


def satisfaction(scope: Scope) -> dict[tuple, Fraction]:
    return share(total(scope, ratings(scope, 4)), total(scope, ratings(scope)))


def sheets(scope: Scope) -> list[Fact]:
    facts = [
        Fact(run.ends_on, run, weight=sum(sheets for _way, sheets, _counts in found.tallies))
        for run, found in rounds(scope)
    ]
    return [fact for fact in facts if scope.fits(fact)]


def number_of_sheets(scope: Scope) -> dict[tuple, int]:
    return {cell: found for cell, found in total(scope, sheets(scope)).items() if found}


def response(scope: Scope) -> dict[tuple, Fraction | None]:
    """None where nobody came."""
    came = [Fact(fact.day, fact.run, weight=len(starters_of(fact.run))) for fact in sheets(scope)]
    given, came = total(scope, sheets(scope)), total(scope, came)
    return {cell: Fraction(given[cell], whole) if whole else None for cell, whole in came.items()}


def follow_ups(scope: Scope, *, has_answered=False, has_applied=False, is_seen=False):
    """Who became due in the period: 80 days after completing, and not still to come."""
    facts = []
    for place in scope.world.enrollments.values():
        if not is_counted(place) or place.met_on is None:
            continue
        day = place.met_on + timedelta(80)
        way, applied, evidence = scope.world.asked.answers.get(place.id, (None, False, ""))
        if not scope.holds(day) or day > today(scope) or (has_answered and way is None):
            continue
        if (has_applied and not applied) or (is_seen and evidence != "verified"):
            continue
        facts.append(Fact(day, place.run, place, way=way))
    return [fact for fact in facts if scope.fits(fact)]


def number_due(scope: Scope) -> dict[tuple, int]:
    return number(scope, follow_ups(scope))


def number_answered(scope: Scope) -> dict[tuple, int]:
    return number(scope, follow_ups(scope, has_answered=True))


def follow_up_response(scope: Scope) -> dict[tuple, Fraction]:
    return share(number_answered(scope), number_due(scope))


def applied(*, is_seen=False):
    """None where fewer than five answered."""

    def count(scope: Scope) -> dict[tuple, Fraction | None]:
        done = number(
            scope, follow_ups(scope, has_answered=True, has_applied=True, is_seen=is_seen)
        )
        return {
            cell: Fraction(done.get(cell, 0), whole) if whole >= FEWEST else None
            for cell, whole in number_answered(scope).items()
        }

    return count
