"""What people think of runs and did with them, as rows of the read model."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models.functions import Coalesce

from courses.choices import AppliedEvidence
from courses.models import FeedbackRound, FeedbackTally, FollowUp
from courses.queries.facts.source import Source
from courses.rules.feedback import Tally, told, told_from

Rows = Iterator[tuple]
PLACE = Coalesce("run__venue__province", "run__province")


def ratings(source: Source) -> Rows:
    """By run and way, where enough people answered to say anything."""
    counted = source.within(FeedbackTally.objects.filter(sheets__gt=0), "round__run")
    tallies: dict[int, list[Tally]] = defaultdict(list)
    for run, *tally in counted.values_list("round__run_id", "way", "sheets", "counts"):
        tallies[run].append(Tally(*tally))
    for run, told_on, place in _rounds(source):
        for way, tally in told(tallies[run]):
            yield run, way, tally.sheets, tally.ratings, tally.good, told_on, place


def feedback(source: Source) -> Rows:
    """By run, however many answered."""
    counted = source.within(FeedbackTally.objects.all(), "round__run")
    sheets: dict[int, int] = defaultdict(int)
    for run, number in counted.values_list("round__run_id", "sheets"):
        sheets[run] += number
    for run, told_on, place in _rounds(source):
        yield run, sheets[run], told_on, place


def answers(source: Source) -> Rows:
    rows = source.within(FollowUp.objects.exclude(answered_on=None), "enrollment__run")
    for enrollment, way, has_applied, evidence in rows.values_list(
        "enrollment_id", "way", "has_applied", "evidence"
    ):
        yield enrollment, way, has_applied, evidence == AppliedEvidence.VERIFIED


def _rounds(source: Source) -> Iterator[tuple[int, date | None, str]]:
    rows = source.within(FeedbackRound.objects.annotate(place=PLACE), "run")
    for run, closed_on, ends_on, place in rows.values_list(
        "run_id", "closed_on", "run__ends_on", "place"
    ):
        yield run, told_from(closed_on, ends_on), place
