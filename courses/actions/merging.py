"""Make two records of one person into one, undo that exactly, remember who is not the same."""

from collections import defaultdict

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.completion import refresh_completions
from courses.actions.folding import fold
from courses.actions.ledger import Ledger, put_back, values_of
from courses.adapters.memory import forget
from courses.choices import EnrollmentStatus, RunStatus
from courses.exceptions import Refused
from courses.models import (
    Attendance,
    Completion,
    CourseRun,
    DistinctPair,
    Enrollment,
    LessonProgress,
    Person,
    PersonMerge,
    QuizAttempt,
    Session,
)
from courses.queries.merging import MergePlan, latest_merge, plan_of, side_of
from courses.rules.merging import why_not_merge
from courses.signals import people_merging

REFUSALS = {
    "same_person": _("This is one and the same record."),
    "already_merged": _("These two records were merged already."),
    "merged_meanwhile": _(
        "One of these records was merged in the meantime. Look at both again before you decide."
    ),
    "two_logins": _(
        "Both records have a login of their own. Take one of the logins away before you merge."
    ),
    "erased": _("One of these people is erased. Nothing of the record can be brought back."),
    "already_undone": _("This merge was undone already."),
    "merged_again": _("One of these people was merged again later. Undo the later merge first."),
}


@transaction.atomic
def merge_people(
    kept: Person, absorbed: Person, *, by: AbstractBaseUser, latest: int | None = None
) -> PersonMerge:
    """Make `absorbed` part of `kept`; the row stays, hidden, and points to `kept`.

    Everything follows: enrolments, trainings, phones, jobs, consents, lessons, quizzes, the login,
    and what other apps keep (signal `people_merging`). Blanks of `kept` are filled; nothing else of
    her is overwritten. Two enrolments on one run become one: the better place, the earlier task,
    and of two marks for a session the stronger. The other enrolment keeps the weaker marks, and its
    events, which nobody rewrites. Completions are judged anew. A seat that becomes free is not
    given away, so that an undo finds it.

    Locks runs, then their sessions, then people, each by id. `latest` is what `latest_merge` said
    when the user looked. Raises Refused: `same_person`, `already_merged`, `merged_meanwhile`,
    `two_logins`, `erased`.
    """
    kept, absorbed = _locked(kept, absorbed)
    if reason := why_not_merge(side_of(kept), side_of(absorbed)):
        raise _no(reason)
    if latest is not None and latest != latest_merge(kept, absorbed):
        raise _no("merged_meanwhile")
    plan, ledger = plan_of(kept, absorbed), Ledger()
    fold(plan, ledger)
    folded = {source.pk: target.pk for source, target in plan.folds}
    people_merging.send(
        sender=PersonMerge, kept=kept, absorbed=absorbed, folded=folded, ledger=ledger
    )
    _judge(_judged_anew(plan), ledger, by=by)
    for person in (absorbed, *absorbed.merged_people.order_by("pk")):
        ledger.change(person, merged_into_id=kept.pk)
    merge = PersonMerge.objects.create(
        kept=kept, absorbed=absorbed, merged_by=by, changes=ledger.entries
    )
    _finish(merge, "people_merged", by=by)
    return merge


@transaction.atomic
def undo_merge(merge: PersonMerge, *, by: AbstractBaseUser) -> PersonMerge:
    """Put back exactly what was before the merge, and leave alone what happened since then.

    - A row that moved goes back to the absorbed person as it is now, with its later changes.
    - A value that the merge wrote is taken back while it still stands; one that was changed later
      stays (details of a person and of a place by group, a mark and a verdict as a whole).
    - A row made after the merge stays with the person for whom it was made: the kept one.
    - A place that the merge raised stays while a later mark says that the kept person came.
    - Where later changes touched a verdict, it and that of the other side are judged anew.

    Locks as `merge_people`. Raises Refused: `already_undone`, `erased`, and `merged_again` while a
    later merge of either person stands.
    """
    merge = PersonMerge.objects.select_related("kept", "absorbed").get(pk=merge.pk)
    _locked(merge.kept, merge.absorbed)
    merge.refresh_from_db(fields=["undone_at"])
    if merge.undone_at:
        raise _no("already_undone")
    if merge.kept.erased_at or merge.absorbed.erased_at:
        raise _no("erased")
    later = PersonMerge.objects.standing().touching(merge.kept_id, merge.absorbed_id)
    if later.filter(pk__gt=merge.pk).exists():
        raise _no("merged_again")
    left = [
        entry
        for entry in reversed(merge.changes)
        if _came_since(entry, merge) or not put_back(entry)
    ]
    _judge(_touched(merge, left), None, by=by)
    merge.undone_at, merge.undone_by = timezone.now(), by
    merge.save(update_fields=["undone_at", "undone_by"])
    _finish(merge, "merge_undone", by=by)
    return merge


@transaction.atomic
def tell_apart(one: Person, other: Person, *, by: AbstractBaseUser) -> DistinctPair:
    """Remember that these two are not the same person; the first answer stays.

    Raises Refused `same_person`, or `merged_meanwhile` when one was merged.
    """
    one, other = _locked(one, other)
    if one == other:
        raise _no("same_person")
    if one.erased_at or other.erased_at:
        raise _no("erased")
    if one.merged_into_id or other.merged_into_id:
        raise _no("merged_meanwhile")
    first, second = sorted((one, other), key=lambda person: person.pk)
    pair, is_new = DistinctPair.objects.get_or_create(
        first=first, second=second, defaults={"decided_by": by}
    )
    if is_new:
        record(one, "people_told_apart", by=by, other=other.card_code)
        record(other, "people_told_apart", by=by, other=one.card_code)
    return pair


def _no(reason: str) -> Refused:
    return Refused(REFUSALS[reason], code=reason)


def _locked(*people: Person) -> list[Person]:
    """The people as they are now, locked after their runs and sessions; always in one order."""
    ids = [person.pk for person in people]
    on = Q(enrollments__person__in=ids) | Q(run_trainers__person__in=ids)
    runs = CourseRun.objects.filter(on).order_by().values("pk")
    runs = CourseRun.objects.select_for_update().filter(pk__in=runs).order_by("pk")
    sessions = Session.objects.select_for_update().filter(run__in=[run.pk for run in runs])
    list(sessions.order_by("pk"))
    rows = Person.everybody.select_for_update().filter(pk__in=ids).order_by("pk")
    found = {person.pk: person for person in rows}
    return [found[pk] for pk in ids]


def _finish(merge: PersonMerge, verb: str, *, by: AbstractBaseUser) -> None:
    """Keys follow the names, both histories tell it, both are compared with others again, and
    nothing old is remembered."""
    merge.kept.refresh_from_db()
    merge.absorbed.refresh_from_db()
    for person, other in ((merge.kept, merge.absorbed), (merge.absorbed, merge.kept)):
        person.compared_at = None
        person.save()
        record(person, verb, by=by, merge=str(merge.uuid), other=other.card_code)
    forget()
    transaction.on_commit(forget)


def _judged_anew(plan: MergePlan) -> QuerySet[Enrollment]:
    """The kept person's seats whose facts may have changed: folded ones, and those on courses in
    which either of the two learned online."""
    folded = [target.pk for _source, target in plan.folds]
    both = [plan.kept, plan.absorbed]
    read = LessonProgress.objects.filter(person__in=both).values("course")
    answered = QuizAttempt.objects.filter(person__in=both).values("course")
    learned = Q(run__course__in=read) | Q(run__course__in=answered)
    rows = Enrollment.objects.enrolled().filter(Q(pk__in=folded) | learned, person=plan.kept)
    return rows.exclude(run__status=RunStatus.CANCELLED)


def _judge(
    places: QuerySet[Enrollment], ledger: Ledger | None, *, by: AbstractBaseUser | None
) -> None:
    """Compute completions with the action that always does it; the ledger notes what it wrote."""
    runs: dict[CourseRun, list[Enrollment]] = defaultdict(list)
    for place in places.select_related("run").order_by("run", "pk"):
        runs[place.run].append(place)
    for run, found in runs.items():
        before = {row.pk: values_of(row) for row in _verdicts(found)}
        refresh_completions(run, by=by, enrollments=found)
        if ledger is not None:
            for row in _verdicts(found):
                ledger.note(row, before=before.get(row.pk), after=values_of(row))


def _verdicts(places: list[Enrollment]) -> QuerySet[Completion]:
    return Completion.objects.filter(enrollment__in=places).order_by("pk")


def _came_since(entry: dict, merge: PersonMerge) -> bool:
    """Whether the entry raised a place to which the kept person came after the merge."""
    after = entry["after"] or {}
    if after.get("status") in (None, EnrollmentStatus.MERGED):
        return False
    if entry["model"] != Enrollment._meta.label_lower:
        return False
    later = Attendance.objects.attended().filter(marked_at__gt=merge.merged_at)
    return later.filter(enrollment=entry["pk"]).exists()


def _touched(merge: PersonMerge, left: list[dict]) -> QuerySet[Enrollment]:
    """The places whose verdicts changed after the merge, and those that were folded into them."""
    model = Completion._meta.label_lower
    places = {entry["after"]["enrollment_id"] for entry in left if entry["model"] == model}
    folded = {
        entry["pk"]
        for entry in merge.changes
        if (entry["after"] or {}).get("merged_into_id") in places
        and entry["model"] == Enrollment._meta.label_lower
    }
    return Enrollment.objects.standing().filter(pk__in=places | folded)
