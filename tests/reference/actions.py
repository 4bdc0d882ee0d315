"""Figures of what factories did of what they agreed on after a training."""

from fractions import Fraction

from tests.reference.dump import LOCAL
from tests.reference.people import number, share
from tests.reference.places import Fact, Scope


def number_done(scope: Scope) -> dict[tuple, int]:
    """Seen in the period, whenever it was due."""
    facts = [
        Fact(action.seen_on, scope.world.runs[action.run], action=action)
        for action in scope.world.asked.actions
        if action.seen_on and scope.start <= action.seen_on <= scope.end
    ]
    return number(scope, [fact for fact in facts if scope.fits(fact)])


def due(scope: Scope, *, is_done=False) -> list[Fact]:
    """Due by the last day and not still to come, but for what was dropped by then."""
    today = scope.world.now.astimezone(LOCAL).date()
    facts = []
    for action in scope.world.asked.actions:
        if action.due_on > min(scope.end, today):
            continue
        if action.dropped_on and action.dropped_on <= scope.end:
            continue
        if is_done and not (action.seen_on and action.seen_on <= scope.end):
            continue
        facts.append(Fact(action.due_on, scope.world.runs[action.run], action=action))
    return [fact for fact in facts if scope.fits(fact)]


def number_due(scope: Scope) -> dict[tuple, int]:
    return number(scope, due(scope))


def number_due_done(scope: Scope) -> dict[tuple, int]:
    return number(scope, due(scope, is_done=True))


def share_done(scope: Scope) -> dict[tuple, Fraction]:
    return share(number_due_done(scope), number_due(scope))
