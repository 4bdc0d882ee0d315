"""What people learned: tests, satisfaction and use at work, all together and by course, by trainer
and question by question."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from courses.models import FeedbackTally
from courses.queries.feedback import tally_of
from courses.queries.figures import Figures
from courses.rules.feedback import Tally, lines
from courses.rules.indicators import Indicator
from courses.rules.learning_results import GROUPS, Learned, Learning, Opinion, opinions, rows_told
from courses.rules.reach import NotCounted, measures
from courses.rules.reach.told import Key

RATED_RUNS = replace(measures.RATINGS, value="", ids="f.run")


def learning(answers: Figures) -> Learning:
    """By course in no order. Nothing is told of what is not counted under these filters."""
    whole = Learned(None, _values(answers))
    if not any(whole.values.get(each.code) for each in GROUPS):
        return Learning(whole)
    (told,) = rows_told({None: whole.values})
    return Learning(told, learned_by(answers, "course"), opinions_of(answers))


def learned_by(answers: Figures, dimension: str) -> tuple[Learned, ...]:
    """A row for each value of a dimension of which there is anything to tell."""
    found: dict[Key, dict[str, Any]] = defaultdict(dict)
    for indicator, values in _counted(answers, dimension):
        for (key,), value in values.items():
            found[key][indicator.code] = value
    return rows_told(found)


def _values(answers: Figures) -> dict[str, Any]:
    return {each.code: values.get(()) for each, values in _counted(answers)}


def _counted(answers: Figures, *by: str) -> Iterator[tuple[Indicator, dict]]:
    """Figures that are counted under these filters; a group of which there is none is left out."""
    answers.foresee((first.way, by) for first in GROUPS)
    for first, others in GROUPS.items():
        try:
            values = answers.values(first, *by)
            if not any(values.values()):
                continue
            answers.foresee((each.way, by) for each in others)
            yield from [(each, answers.values(each, *by)) for each in others]
            yield first, values
        except NotCounted:
            continue


def opinions_of(answers: Figures) -> tuple[Opinion, ...]:
    """Satisfaction by question, over the runs that the figures count. One query of the site."""
    if "way" in answers.filters.only:
        return ()
    try:
        runs = [run for (run,) in answers.ids(RATED_RUNS)]
    except NotCounted:
        return ()
    if not runs:
        return ()
    rows = FeedbackTally.objects.filter(round__run__in=runs, sheets__gt=0)
    tallies: dict[int, list[Tally]] = defaultdict(list)
    texts = {}
    for row in rows.select_related("round__form").order_by("round__form", "round", "way"):
        tallies[row.round_id].append(tally_of(row))
        texts[row.round_id] = row.round.form.statements
    return opinions((texts[each], lines(found)) for each, found in tallies.items())
