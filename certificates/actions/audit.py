"""One line of history for every verb, in Wagtail's log."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from wagtail.log_actions import log


def record(instance: Model, verb: str, *, by: AbstractBaseUser | None, **data: object) -> None:
    """Log `certificates.<verb>` on the instance with who, when and plain data."""
    log(instance=instance, action=f"certificates.{verb}", user=by, data=data or None)
