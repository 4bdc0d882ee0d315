"""Open the test of a run for the room, and close it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from courses.actions.audit import record
from courses.actions.knowledge import refuse, take_test
from courses.actions.knowledge_answers import hand_in_the_rest
from courses.choices import Moment
from courses.models import CourseRun, RunTest


@transaction.atomic
def open_test(run: CourseRun, moment: Moment, *, by: AbstractBaseUser) -> RunTest:
    """People of the run can answer from now on. Opening an open test changes nothing; a closed one
    is opened again. Raises Refused as `take_test`, and `only_on_paper` where nothing can be asked.
    """
    test = take_test(run)
    if not test.asks:
        raise refuse("only_on_paper")
    if not test.is_open(moment):
        setattr(test, f"{moment}_opened_at", timezone.now())
        setattr(test, f"{moment}_closed_at", None)
        test.save(update_fields=[f"{moment}_opened_at", f"{moment}_closed_at"])
        record(run, "test_opened", by=by, moment=str(moment))
    return test


@transaction.atomic
def close_test(run: CourseRun, moment: Moment, *, by: AbstractBaseUser) -> RunTest:
    """Nobody answers any more; what was answered until now is handed in. Closing twice changes
    nothing. Raises Refused as `take_test`."""
    test = take_test(run)
    if test.is_open(moment):
        setattr(test, f"{moment}_closed_at", timezone.now())
        test.save(update_fields=[f"{moment}_closed_at"])
        hand_in_the_rest(test, moment, by=by)
        record(run, "test_closed", by=by, moment=str(moment))
    return test
