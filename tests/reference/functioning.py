"""People who answered the six questions, counted a second time by plain loops (R28 and R28N)."""

from collections import defaultdict
from datetime import date

from courses import models
from tests.reference.dump import World
from tests.reference.people import came, latest
from tests.reference.places import Scope

QUESTIONS = ("seeing", "hearing", "walking", "remembering", "self_care", "communicating")
#: Fewer are not told.
FEWEST = 10


def answered(world: World, start: date, end: date, filters=None, area=None, by=()) -> dict:
    """By cell how many people said "a lot" or "cannot", and how many others answered; nothing is
    hidden. A person stands where her last attendance of the period was."""
    scope = Scope(world, start, end, filters, area, by)
    said = _said(end)
    cells = defaultdict(lambda: [0, 0])
    for person, fact in latest(came(scope)).items():
        if person in said:
            for cell in scope.cells(fact):
                cells[cell][0 if said[person] else 1] += 1
    return {cell: tuple(both) for cell, both in cells.items()}


def told(hard: int, others: int) -> tuple[int | None, int | None]:
    """What may be said of the whole: R28 and R28N."""
    everybody = hard + others
    return (
        hard if hard >= FEWEST and others >= FEWEST else None,
        everybody if everybody >= FEWEST else None,
    )


def _said(end: date) -> dict[int, bool]:
    """By person whether she has great difficulty, by her last answers until a day; of people whose
    last word about being asked is a yes."""
    canon = {}
    for row in models.Person.everybody.all():
        top = row
        while top.merged_into_id:
            top = models.Person.everybody.get(pk=top.merged_into_id)
        canon[row.pk] = top.pk
    agreed = {}
    for row in models.Consent.objects.filter(kind="disability").order_by("recorded_at", "pk"):
        agreed[canon[row.person_id]] = row.is_given
    said = {}
    for row in models.FunctioningAnswers.objects.order_by("answered_on", "pk"):
        person = canon[row.person_id]
        if row.answered_on <= end and agreed.get(person):
            said[person] = max(getattr(row, name) for name in QUESTIONS) >= 3
    return said
