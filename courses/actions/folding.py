"""Write a merge plan: what only one record has goes over, what both have becomes one."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from courses.actions.events import MARK
from courses.actions.ledger import Ledger
from courses.choices import EnrollmentStatus, MessageStatus
from courses.models import (
    DistinctPair,
    Enrollment,
    FollowUp,
    LessonProgress,
    Need,
    PassportShare,
    Pin,
)
from courses.queries.merging import MergePlan, distinct_pairs
from courses.rules.lessons import Place, further

PLACE = (
    "status",
    "status_since",
    "status_cause",
    "status_reason",
    "source",
    "invitation_id",
    "confirmed_at",
    "offer_ends_at",
    "reservation_id",
)
ANSWER = (
    *("answered_on", "way", "has_applied", "practice", "hindrance"),
    *("evidence", "evidence_note", "recorded_by_id"),
)
JOB = ("role", "employer_id", "employer_text", "sector", "province_id")


def fold(plan: MergePlan, ledger: Ledger) -> None:
    """Write all of the plan through the ledger. Belongs into the transaction of a merge."""
    steps: tuple[Callable[[MergePlan, Ledger], None], ...] = (
        _fill_blanks,
        _hand_over_login,
        _hand_over_pin,
        _close_links,
        _keep_newest_need,
        _fold_places,
        _fold_tests,
        _fold_task_marks,
        _follow_nominations,
        _follow_substitutes,
        _follow_make_ups,
        _tell_once,
        _fold_marks,
        _fold_follow_ups,
        _fold_trainings,
        _fold_lessons,
        _move_the_rest,
        _follow_pairs,
    )
    for step in steps:
        step(plan, ledger)


def _fill_blanks(plan: MergePlan, ledger: Ledger) -> None:
    for values in plan.blanks:
        ledger.change(plan.kept, **values)


def _hand_over_login(plan: MergePlan, ledger: Ledger) -> None:
    login = plan.absorbed.user_id
    if login:
        ledger.change(plan.absorbed, user_id=None)
        ledger.change(plan.kept, user_id=login)


def _hand_over_pin(plan: MergePlan, ledger: Ledger) -> None:
    """A PIN of the record that stays is kept; the other one opens nothing while they are one."""
    pins = {pin.person_id: pin for pin in Pin.objects.filter(person__in=[plan.kept, plan.absorbed])}
    if plan.absorbed.pk in pins and plan.kept.pk not in pins:
        ledger.change(pins[plan.absorbed.pk], person_id=plan.kept.pk)


def _close_links(plan: MergePlan, ledger: Ledger) -> None:
    """A link was given for one record; of two together nobody was asked. The history stays hers."""
    now = timezone.now()
    both = [plan.kept, plan.absorbed]
    for share in PassportShare.objects.filter(person__in=both).order_by("pk"):
        closed = now if share.is_open_at(now) else share.revoked_at
        ledger.change(share, person_id=plan.kept.pk, revoked_at=closed)


def _keep_newest_need(plan: MergePlan, ledger: Ledger) -> None:
    """What she said last is what she needs."""
    needs = {
        each.person_id: each for each in Need.objects.filter(person__in=[plan.kept, plan.absorbed])
    }
    gone, kept = needs.get(plan.absorbed.pk), needs.get(plan.kept.pk)
    if gone and not kept:
        ledger.change(gone, person_id=plan.kept.pk)
    elif gone and gone.told_at > kept.told_at:
        told = ("text", "told_at", "told_by_id")
        ledger.change(kept, **{name: getattr(gone, name) for name in told})


def _fold_places(plan: MergePlan, ledger: Ledger) -> None:
    raised = {target.pk for _source, target in plan.raised}
    for source, target in plan.folds:
        if target.pk in raised:
            ledger.change(target, **{name: getattr(source, name) for name in PLACE})
        if target.pk in raised or not any(getattr(target, name) for name in JOB):
            ledger.change(target, **{name: getattr(source, name) for name in JOB})
        days = [day for day in (source.task_done_on, target.task_done_on) if day]
        ledger.change(target, task_done_on=min(days, default=None))
        ledger.change(
            source,
            status=EnrollmentStatus.MERGED,
            merged_into_id=target.pk,
            offer_ends_at=None,
        )
        for earlier in source.merged_enrollments.order_by("pk"):
            ledger.change(earlier, merged_into_id=target.pk)
        for session in source.cascade_sessions.order_by("pk"):
            ledger.change(session, cascade_of_id=target.pk)


def _fold_tests(plan: MergePlan, ledger: Ledger) -> None:
    """A result that only the place that goes has goes over; of two at one moment that of the place
    that stays counts. So does a test that somebody is answering, unless there is a result."""
    for source, target in plan.folds:
        if not target.first_form:
            ledger.change(target, first_form=source.first_form)
        known = {result.moment for result in target.taken_tests.all()}
        for result in source.taken_tests.order_by("pk"):
            if result.moment not in known:
                ledger.change(result, enrollment_id=target.pk)
                known.add(result.moment)
        known |= {sitting.moment for sitting in target.sittings.all()}
        for sitting in source.sittings.order_by("pk"):
            if sitting.moment not in known:
                ledger.change(sitting, enrollment_id=target.pk)


def _fold_task_marks(plan: MergePlan, ledger: Ledger) -> None:
    """The mark of the place that stays counts; where it has none, that of the other one, with its
    history."""
    for source, target in plan.folds:
        if not target.task_marks.current().exists():
            for mark in source.task_marks.order_by("pk"):
                ledger.change(mark, enrollment_id=target.pk)


def _follow_nominations(plan: MergePlan, ledger: Ledger) -> None:
    """Who named the person sees what becomes of the place that stays."""
    for source, target in plan.folds:
        for nomination in source.nominations.order_by("pk"):
            ledger.change(nomination, enrollment_id=target.pk)


def _follow_substitutes(plan: MergePlan, ledger: Ledger) -> None:
    """Who came instead of the place that goes came instead of the one that stays, and the other way
    round. Nobody comes instead of herself, and what the place that stays has of its own stays."""
    for source, target in plan.folds:
        substitute, nominee = _substitute_of(source), source.substitutes_id
        if substitute and substitute.pk != target.pk and not _substitute_of(target):
            ledger.change(substitute, substitutes_id=target.pk)
        if nominee and nominee != target.pk and not target.substitutes_id:
            ledger.change(source, substitutes_id=None)
            ledger.change(target, substitutes_id=nominee)


def _substitute_of(place: Enrollment) -> Enrollment | None:
    return Enrollment.objects.filter(substitutes=place).first()


def _follow_make_ups(plan: MergePlan, ledger: Ledger) -> None:
    """What was made up for on the place that goes stands for the half-day on the one that stays."""
    for source, target in plan.folds:
        known = {each.session_id for each in target.make_ups.all()}
        for each in source.make_ups.order_by("pk"):
            if each.session_id not in known:
                ledger.change(each, enrollment_id=target.pk)


def _tell_once(plan: MergePlan, ledger: Ledger) -> None:
    """What was about to be told of a place that is not counted any more is told of the other."""
    for source, _target in plan.folds:
        for message in source.messages.open().order_by("pk"):
            ledger.change(message, status=MessageStatus.CANCELLED)


def _fold_marks(plan: MergePlan, ledger: Ledger) -> None:
    targets = {source.pk: target.pk for source, target in plan.folds}
    for mark, weaker in plan.stronger:
        ledger.change(weaker, **{name: getattr(mark, name) for name in MARK})
    for mark in plan.marks.moving:
        ledger.change(mark, enrollment_id=targets[mark.enrollment_id])


def _fold_follow_ups(plan: MergePlan, ledger: Ledger) -> None:
    """What was answered stays; where both answered, the answers of the place that stays."""
    for source, target in plan.folds:
        found = {each.enrollment_id: each for each in _follow_ups(source, target)}
        gone, kept = found.get(source.pk), found.get(target.pk)
        if gone and not kept:
            ledger.change(gone, enrollment_id=target.pk)
        elif gone:
            for each in gone.tries.order_by("pk"):
                ledger.change(each, follow_up_id=kept.pk)
            if gone.answered_on and not kept.answered_on:
                ledger.change(kept, **{name: getattr(gone, name) for name in ANSWER})


def _follow_ups(*places: Enrollment) -> QuerySet[FollowUp]:
    return FollowUp.objects.filter(enrollment__in=places)


def _fold_trainings(plan: MergePlan, ledger: Ledger) -> None:
    """The lead is given up first, so that an undo brings the trainer back even when somebody else
    leads the run by then."""
    for source, target in plan.shares["run_trainings"].pairs:
        leads = source.is_lead or target.is_lead
        ledger.change(source, is_lead=False)
        ledger.remove(source)
        ledger.change(target, is_lead=leads)
    for name in ("session_trainings", "roster_places"):
        for source, _target in plan.shares[name].pairs:
            ledger.remove(source)


def _fold_lessons(plan: MergePlan, ledger: Ledger) -> None:
    for source, target in plan.shares["lesson_progress"].pairs:
        place = further(_place(target), _place(source))
        ledger.change(
            target,
            read_at=_least(source.read_at, target.read_at),
            seen_at=_most(source.seen_at, target.seen_at),
            part=place.part,
            number=place.number,
            parts=place.parts,
        )


def _place(progress: LessonProgress) -> Place:
    return Place(progress.part, progress.number, progress.parts)


def _least(*moments: datetime | None) -> datetime | None:
    return min((each for each in moments if each), default=None)


def _most(*moments: datetime | None) -> datetime | None:
    return max((each for each in moments if each), default=None)


def _move_the_rest(plan: MergePlan, ledger: Ledger) -> None:
    for share in plan.shares.values():
        for row in share.moving:
            ledger.change(row, person_id=plan.kept.pk)


def _follow_pairs(plan: MergePlan, ledger: Ledger) -> None:
    """Who is not the absorbed person is not the kept one; these two themselves are the same now."""
    kept = plan.kept.pk
    known = {each for pair in distinct_pairs(plan.kept) for each in (pair.first_id, pair.second_id)}
    for pair in distinct_pairs(plan.absorbed):
        other = pair.first_id if pair.second_id == plan.absorbed.pk else pair.second_id
        if other == kept:
            ledger.remove(pair)
        elif other not in known:
            copy = DistinctPair(decided_at=pair.decided_at, decided_by_id=pair.decided_by_id)
            copy.first_id, copy.second_id = sorted((kept, other))
            ledger.add(copy)
