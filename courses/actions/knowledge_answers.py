"""Answer a test on a phone: begin, keep answers on the way, hand in once."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.completion import refresh_after_tests
from courses.actions.knowledge import give_forms
from courses.choices import EnrollmentStatus, Moment, TakenBy
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, RunTest, Sitting, TakenTest
from courses.queries.knowledge_desks import form_of, questions_of_form
from courses.rules.knowledge import is_too_late
from courses.rules.questions import grade_all
from courses.rules.questions.grading import Answer

REFUSALS = {
    "not_enrolled": _("You are not on this run any more."),
    "test_closed": _("This test is closed. What you answered until then is handed in."),
    "handed_in": _("This test is handed in already."),
    "not_begun": _("Begin the test first."),
    "too_late": _("The time is over. Tell your trainer."),
    "answers_do_not_fit": _("The questions have changed. Please answer them again."),
}


def _no(code: str) -> Refused:
    return Refused(REFUSALS[code], code=code)


@transaction.atomic
def begin_test(place: Enrollment, moment: Moment, *, way: TakenBy) -> Sitting:
    """Let somebody on the run answer; the time runs from now on. Beginning twice goes on.

    Raises Refused: `not_enrolled`, `test_closed`, `handed_in`.
    """
    _open_test(place, moment)
    if not place.first_form:
        run = CourseRun.objects.select_for_update().get(pk=place.run_id)
        give_forms(run)
        place.refresh_from_db()
    if TakenTest.objects.filter(enrollment=place, moment=moment).exists():
        raise _no("handed_in")
    sitting, _is_new = Sitting.objects.get_or_create(
        enrollment=place,
        moment=moment,
        defaults={
            "form": form_of(place, moment),
            "way": way,
            "started_at": timezone.now(),
            "answers": {"language": "", "given": []},
        },
    )
    return sitting


@transaction.atomic
def keep_test_answers(
    place: Enrollment, moment: Moment, answers: Sequence[Answer], *, language: str
) -> Sitting:
    """Keep what was answered so far, so that nothing is lost with the connection.

    Raises Refused: as `hand_in_test`, and `too_late`.
    """
    test, sitting = _open_test(place, moment), _sitting(place, moment)
    if sitting is None:
        handed_in = TakenTest.objects.filter(enrollment=place, moment=moment).exists()
        raise _no("handed_in" if handed_in else "not_begun")
    if is_too_late(sitting.started_at, test.minutes, timezone.now()):
        raise _no("too_late")
    sitting.answers = {"language": language, "given": list(answers)}
    sitting.save(update_fields=["answers"])
    return sitting


@transaction.atomic
def hand_in_test(
    place: Enrollment,
    moment: Moment,
    answers: Sequence[Answer],
    *,
    language: str,
    by: AbstractBaseUser | None,
) -> TakenTest:
    """Grade the answers and keep the result; a second time gives the first result again. After the
    time, what was kept on the way counts instead of the answers.

    Raises Refused: `not_enrolled`, `test_closed`, `not_begun`, `too_late` where nothing was kept,
    `answers_do_not_fit`.
    """
    sitting = _sitting(place, moment)
    result = TakenTest.objects.filter(enrollment=place, moment=moment).first()
    if result:
        return result
    test = _open_test(place, moment)
    if sitting is None:
        raise _no("not_begun")
    if is_too_late(sitting.started_at, test.minutes, timezone.now()):
        if not sitting.answers["given"]:
            raise _no("too_late")
    else:
        sitting.answers = {"language": language, "given": list(answers)}
    return grade_sitting(test, sitting, by=by)


def grade_sitting(test: RunTest, sitting: Sitting, *, by: AbstractBaseUser | None) -> TakenTest:
    """The result of what was answered; the sitting goes, and the run is judged anew. A question is
    one point, all or nothing.

    Raises Refused `answers_do_not_fit`. Belongs into a transaction.
    """
    questions = questions_of_form(test, sitting.form, sitting.answers["language"])
    given = sitting.answers["given"]
    if len(given) != len(questions):
        raise _no("answers_do_not_fit")
    result = grade_all(questions, given)
    taken = TakenTest.objects.create(
        enrollment=sitting.enrollment,
        moment=sitting.moment,
        form=sitting.form,
        way=sitting.way,
        score=result.correct,
        max_score=result.total,
        answers=sitting.answers,
        started_at=sitting.started_at,
        taken_at=timezone.now(),
        entered_by=by if sitting.way == TakenBy.PASSED else None,
    )
    sitting.delete()
    refresh_after_tests(test.run, taken.moment, [taken.enrollment_id], by=by)
    return taken


def hand_in_the_rest(test: RunTest, moment: Moment, *, by: AbstractBaseUser) -> None:
    """Of who was still answering, what was kept counts. Who had answered nothing has no result."""
    sittings = Sitting.objects.select_for_update().filter(enrollment__run=test.run_id)
    for sitting in sittings.filter(moment=moment).select_related("enrollment"):
        if any(sitting.answers["given"]):
            grade_sitting(test, sitting, by=by)
        else:
            sitting.delete()


def _sitting(place: Enrollment, moment: Moment) -> Sitting | None:
    """Locked, so that the same answers twice are graded one after the other."""
    rows = Sitting.objects.select_for_update().filter(enrollment=place, moment=moment)
    return rows.first()


def _open_test(place: Enrollment, moment: Moment) -> RunTest:
    if place.status != EnrollmentStatus.ENROLLED:
        raise _no("not_enrolled")
    test = RunTest.objects.of_planned_runs().select_related("run").filter(run=place.run_id).first()
    if test is None or not test.is_open(moment):
        raise _no("test_closed")
    return test
