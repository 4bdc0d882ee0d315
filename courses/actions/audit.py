"""One line of history for every verb, in Wagtail's log."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import ModelLogEntry

from courses.models import Invitation

BATCH = 500


def record(instance: Model, verb: str, *, by: AbstractBaseUser | None, **data: object) -> None:
    """Log `courses.<verb>` on the instance with who, when and plain data; never personal names."""
    log(instance=instance, action=f"courses.{verb}", user=by, data=data or None)


def record_invitation(
    invitation: Invitation, verb: str, *, by: AbstractBaseUser | None, **data: object
) -> None:
    """Log as `record` does, on an invitation and on its run."""
    record(invitation, verb, by=by, **data)
    record(invitation.run, verb, by=by, invitation=invitation.pk, **data)


def record_each(
    told: Iterable[tuple[Model, dict]],
    verb: str,
    *,
    by: AbstractBaseUser | None,
    app: str = "courses",
) -> None:
    """Log `<app>.<verb>` on every instance with its data as `record` does, in few queries."""
    context, now = get_active_log_context(), timezone.now()
    ModelLogEntry.objects.bulk_create(
        (
            ModelLogEntry(
                content_type=ContentType.objects.get_for_model(instance, for_concrete_model=False),
                object_id=str(instance.pk),
                label=str(instance),
                action=f"{app}.{verb}",
                timestamp=now,
                user=by or context.user,
                uuid=context.uuid,
                data=data,
            )
            for instance, data in told
        ),
        batch_size=BATCH,
    )
