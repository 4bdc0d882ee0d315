"""What was built since on the places and the people that a participant list made."""

from collections.abc import Collection
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from wagtail.models import ModelLogEntry

from courses.choices import EnrollmentStatus, UndoReason
from courses.models import (
    DuplicateCandidate,
    Employment,
    Enrollment,
    Message,
    Person,
    PersonMerge,
    PersonPhone,
)

#: By the name of the relation; what other apps hang on a row is named by OTHER.
REASONS = {
    "attendances": UndoReason.MARKS,
    "events": UndoReason.MARKS,
    "task_marks": UndoReason.TASK,
    "completion": UndoReason.VERDICT,
    "certificates": UndoReason.CERTIFICATE,
    "merged_enrollments": UndoReason.MERGED,
    "merged_people": UndoReason.MERGED,
    "merges": UndoReason.MERGED,
    "absorptions": UndoReason.MERGED,
    "enrollments": UndoReason.OTHER_RUN,
    "run_trainings": UndoReason.TRAINS,
}
#: What a list writes beside a person, what she was told of her place, and pairs that nobody
#: answered yet, go with her.
HERS = (PersonPhone, Employment, DuplicateCandidate, Message)
REGISTERED = "courses.person_registered"


def built_on_places(pks: Collection[int], since: datetime) -> dict[int, UndoReason]:
    """The enrolments among `pks` that something hangs on, or whose person was merged since, with
    why."""
    found = _hanging_on(Enrollment, pks)
    places = Enrollment.objects.filter(pk__in=pks)
    done = places.filter(task_done_on__isnull=False).values_list("pk", flat=True)
    later = PersonMerge.objects.standing().filter(merged_at__gte=since)
    merged = places.filter(
        Q(status=EnrollmentStatus.MERGED)
        | Q(person__in=later.values("kept"))
        | Q(person__in=later.values("absorbed"))
    ).values_list("pk", flat=True)
    return dict.fromkeys(merged, UndoReason.MERGED) | dict.fromkeys(done, UndoReason.TASK) | found


def built_on_people(pks: Collection[int]) -> dict[int, UndoReason]:
    """The people among `pks` on whom anything hangs but what goes with them, with why."""
    people = Person.everybody.filter(pk__in=pks)
    logins = people.filter(user__isnull=False).values_list("pk", flat=True)
    merged = people.filter(merged_into__isnull=False).values_list("pk", flat=True)
    return (
        dict.fromkeys(_changed(pks), UndoReason.CHANGED)
        | dict.fromkeys(logins, UndoReason.LOGIN)
        | _hanging_on(Person, pks)
        | dict.fromkeys(merged, UndoReason.MERGED)
    )


def _hanging_on(model: type[Model], pks: Collection[int]) -> dict[int, UndoReason]:
    """Looks at every relation of every installed app that points to the model."""
    found: dict[int, UndoReason] = {}
    for relation in model._meta.related_objects:
        if relation.many_to_many or relation.related_model in HERS:
            continue
        name = relation.field.attname
        rows = relation.related_model._base_manager.filter(**{f"{name}__in": pks}).order_by()
        reason = REASONS.get(relation.get_accessor_name() or "", UndoReason.OTHER)
        for pk in rows.values_list(name, flat=True).distinct():
            found.setdefault(pk, reason)
    return found


def _changed(pks: Collection[int]) -> set[int]:
    """Whose history tells more than that she was registered."""
    history = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Person, for_concrete_model=False),
        object_id__in=[str(pk) for pk in pks],
    )
    rows = history.exclude(action=REGISTERED).order_by().values_list("object_id", flat=True)
    return {int(pk) for pk in rows.distinct()}
