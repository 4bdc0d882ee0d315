"""A walk-in who turns out to be somebody on the list becomes one with her."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses import permissions
from courses.actions.audit import record
from courses.actions.merging import merge_people, tell_apart
from courses.choices import EnrollmentSource, EnrollmentStatus
from courses.exceptions import Refused
from courses.models import Enrollment, PersonMerge

REFUSALS = {
    "not_a_walk_in": _("This person did not come as a walk-in, or is matched already."),
    "not_on_the_list": _("This person is not on the list of the run any more. Look again."),
    "came_too": _("Both people came to the same session, so they are two."),
    "known_elsewhere": _(
        "The record of this walk-in is older than the run. Programme staff can make the two records"
        " one."
    ),
}


@transaction.atomic
def match_walk_in(walk_in: Enrollment, listed: Enrollment, *, by: AbstractBaseUser) -> PersonMerge:
    """Make the walk-in one with a person on the list: the listed place stays and takes the marks,
    so that nobody is a no-show or a walk-in who is neither. Can be undone as every merge.

    A trainer may do so for a record that was made at the door of this run; whoever may merge
    records, for any. Locks as `merge_people`. Raises Refused: `not_a_walk_in`,
    `not_on_the_list`, `came_too`, `known_elsewhere`, and as `merge_people`.
    """
    run = walk_in.run
    places = run.enrollments.select_related("person")
    walk_in, listed = places.get(pk=walk_in.pk), places.get(pk=listed.pk)
    if not is_walk_in(walk_in):
        raise _no("not_a_walk_in")
    if listed.status != EnrollmentStatus.ENROLLED or is_walk_in(listed):
        raise _no("not_on_the_list")
    here = walk_in.attendances.attended().values("session")
    if listed.attendances.attended().filter(session__in=here).exists():
        raise _no("came_too")
    if not (permissions.people.may_merge(by) or is_of_this_run(walk_in)):
        raise _no("known_elsewhere")
    merge = merge_people(listed.person, walk_in.person, by=by)
    record(run, "walk_in_matched", by=by, enrollment=listed.pk, merge=str(merge.uuid))
    return merge


@transaction.atomic
def keep_walk_in_apart(
    walk_in: Enrollment, listed: Iterable[Enrollment], *, by: AbstractBaseUser
) -> None:
    """Remember that the walk-in is none of these people; they are not proposed again."""
    for each in listed:
        tell_apart(walk_in.person, each.person, by=by)


def is_walk_in(place: Enrollment) -> bool:
    is_here = place.status == EnrollmentStatus.ENROLLED
    return is_here and place.source == EnrollmentSource.WALK_IN


def is_of_this_run(place: Enrollment) -> bool:
    """Whether the person's record knows nothing but this run: no login, no other place."""
    person = place.person
    others = (
        person.enrollments.exclude(pk=place.pk),
        person.run_trainings.all(),
        person.roster_places.all(),
    )
    return person.user_id is None and not any(rows.exists() for rows in others)


def _no(code: str) -> Refused:
    return Refused(REFUSALS[code], code=code)
