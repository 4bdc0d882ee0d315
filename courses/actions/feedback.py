"""Ask the people of a run what they think, take their sheets, and count what came on paper.

Nothing here writes who answered, when, or which answers belong together; there is no line of
history for a sheet either."""

from collections.abc import Sequence
from random import SystemRandom

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.choices import FeedbackWay, RunStatus
from courses.exceptions import Refused
from courses.models import Course, CourseRun, FeedbackForm, FeedbackRound, FeedbackTally
from courses.queries.feedback import fingerprint, form_for, is_open
from courses.rules import feedback as rules
from courses.rules.feedback import Counts

_random = SystemRandom()


@transaction.atomic
def open_feedback(run: CourseRun, *, by: AbstractBaseUser) -> FeedbackRound:
    """People may answer from now on, always to the form of this moment. Opening twice changes
    nothing. Raises Refused: `run_cancelled`, `feedback_over`."""
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if run.status == RunStatus.CANCELLED:
        raise Refused(_("This run was cancelled."), code="run_cancelled")
    found = FeedbackRound.objects.filter(run=run).first()
    if found is not None:
        return found
    form = form_for(run.course)
    if form.pk is None:
        form.save()
    found = FeedbackRound.objects.create(run=run, form=form)
    record(run, "feedback_opened", by=by)
    return found


@transaction.atomic
def close_feedback(found: FeedbackRound, *, by: AbstractBaseUser) -> None:
    """Nobody answers any more, what came in may be told, and used tickets go. Closing twice changes
    nothing."""
    found = _locked(found)
    if found.closed_on is None:
        found.closed_on = timezone.localdate()
        found.save(update_fields=["closed_on"])
        record(found.run, "feedback_closed", by=by)
    found.tickets.all().delete()


@transaction.atomic
def give_feedback(
    found: FeedbackRound,
    *,
    ticket: str,
    way: FeedbackWay,
    faces: Sequence[int | None],
    text: str = "",
) -> bool:
    """Add one sheet to the counts; False where the ticket was used before, and nothing is added.

    Raises Refused: `feedback_over`, `nothing_chosen`.
    """
    found = _locked(found)
    if not is_open(found):
        raise Refused(_("Answers are not taken any more. Thank you."), code="feedback_over")
    if not any(faces):
        raise Refused(_("Choose a face for at least one question."), code="nothing_chosen")
    _ticket, is_new = found.tickets.get_or_create(pk=fingerprint(found, ticket))
    if not is_new:
        return False
    tally = _tally(found, way)
    tally.sheets += 1
    tally.counts = rules.added(tally.counts, faces)
    if text.strip():
        tally.texts.insert(_random.randint(0, len(tally.texts)), text.strip())
    tally.save()
    return True


@transaction.atomic
def keep_paper_tally(
    found: FeedbackRound,
    *,
    sheets: int,
    counts: Counts,
    texts: Sequence[str] = (),
    by: AbstractBaseUser,
) -> FeedbackTally:
    """What was counted on paper, and the words that stood there, shuffled. Saving it again corrects
    it; without words those of before stay. Raises Refused: `too_many_faces`, `too_many_texts`."""
    found = _locked(found)
    if any(sum(row) > sheets for row in counts):
        words = _("A question has more faces than there are sheets. Count again.")
        raise Refused(words, code="too_many_faces")
    if len(texts) > sheets:
        words = _("There are more lines of words than sheets. One line is for one sheet.")
        raise Refused(words, code="too_many_texts")
    tally = _tally(found, FeedbackWay.PAPER)
    tally.sheets, tally.counts = sheets, counts
    if texts:
        tally.texts = _random.sample(texts, len(texts))
    tally.save()
    record(found.run, "feedback_counted", by=by, sheets=sheets)
    return tally


@transaction.atomic
def publish_form(
    course: Course | None,
    *,
    statements: Sequence[dict[str, str]],
    question_en: str,
    question_km: str,
    by: AbstractBaseUser,
) -> FeedbackForm:
    """A new version of the form of a course, or of all courses without one of their own. Runs that
    have begun to ask keep theirs."""
    versions = FeedbackForm.objects.filter(course=course)
    latest = versions.aggregate(latest=Max("version"))["latest"] or 0
    form = FeedbackForm.objects.create(
        course=course,
        version=latest + 1,
        statements=list(statements),
        question_en=question_en,
        question_km=question_km,
        published_by=by,
    )
    record(form, "feedback_form_published", by=by, version=form.version)
    return form


def _locked(found: FeedbackRound) -> FeedbackRound:
    rows = FeedbackRound.objects.select_for_update(of=("self",)).select_related("run", "form")
    return rows.get(pk=found.pk)


def _tally(found: FeedbackRound, way: FeedbackWay) -> FeedbackTally:
    empty = {"counts": rules.nothing(len(found.form.statements))}
    return FeedbackTally.objects.get_or_create(round=found, way=way, defaults=empty)[0]
