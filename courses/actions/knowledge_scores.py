"""Results of tests: written down from paper, corrected, taken back."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from courses.actions.audit import record
from courses.actions.completion import refresh_after_tests
from courses.actions.knowledge import refuse, take_test
from courses.choices import Moment, TakenBy
from courses.models import CourseRun, Enrollment, RunTest, TakenTest
from courses.queries.knowledge import Score, score_of


@dataclass(frozen=True)
class Scored:
    """A row of the sheet: points and form of an enrolment, None for no result. `seen` is what stood
    there before, so that nothing is written over that somebody else wrote meanwhile."""

    enrollment: int
    now: Score | None
    seen: Score | None = None


@dataclass
class Kept:
    """How many results changed, and by enrolment what somebody else wrote meanwhile."""

    changed: int = 0
    clashes: dict[int, Score | None] = field(default_factory=dict)


@transaction.atomic
def keep_scores(
    run: CourseRun, moment: Moment, rows: Iterable[Scored], *, by: AbstractBaseUser
) -> Kept:
    """Write down scores from paper, row by row. The same rows again change nothing; another score
    is a correction, none takes a result back; both are logged with what stood there before. A row
    that somebody else wrote meanwhile is left alone and told.

    Raises Refused: as `take_test`, `not_enrolled`, `too_many_points`.
    """
    test = take_test(run)
    rows = [row for row in rows if row.now != row.seen]
    places = Enrollment.objects.enrolled().filter(run=run).in_bulk([row.enrollment for row in rows])
    if len(places) < len(rows):
        raise refuse("not_enrolled")
    results = TakenTest.objects.select_for_update().filter(enrollment__in=places, moment=moment)
    stand = {result.enrollment_id: result for result in results}
    kept, log = Kept(), []
    for row in rows:
        result = stand.get(row.enrollment)
        before = score_of(result)
        if before == row.now:
            continue
        if before != row.seen:
            kept.clashes[row.enrollment] = before
            continue
        _write(test, moment, row, result, by=by)
        log.append([row.enrollment, before, row.now])
    if log:
        record(run, "test_scores_kept", by=by, moment=str(moment), rows=log)
        refresh_after_tests(run, moment, [pk for pk, _before, _now in log], by=by)
    kept.changed = len(log)
    return kept


def _write(
    test: RunTest, moment: Moment, row: Scored, result: TakenTest | None, *, by: AbstractBaseUser
) -> None:
    if row.now is None:
        result.delete()
        return
    score, form = row.now
    if score > test.max_score:
        raise refuse("too_many_points")
    if result is None:
        result = TakenTest(enrollment_id=row.enrollment, moment=moment, taken_at=timezone.now())
    result.score, result.form, result.max_score = score, form, test.max_score
    result.way, result.entered_by = TakenBy.PAPER, by
    result.save()
