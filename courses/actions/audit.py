"""One line of history for every verb, in Wagtail's log."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from wagtail.log_actions import log


def record(instance: Model, verb: str, *, by: AbstractBaseUser | None, **data: object) -> None:
    """Log `courses.<verb>` on the instance with who, when and plain data; never personal names."""
    log(instance=instance, action=f"courses.{verb}", user=by, data=data or None)
