"""The secret address of a trainer's calendar: make it, renew it, take it away, read it."""

import secrets

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from courses.actions.invitations import fingerprint
from courses.models import CalendarFeed
from courses.permissions import is_trainer

TOKEN_BYTES = 32


@transaction.atomic
def renew_calendar_address(user: AbstractBaseUser) -> str:
    """Make the address of the user's calendar, or a new one in its place; returns the token, which
    can be read here and never again. The old address stops working at once."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    values = {
        "token_sha256": fingerprint(token),
        "created_at": timezone.now(),
        "last_used_at": None,
    }
    CalendarFeed.objects.update_or_create(user=user, defaults=values)
    return token


@transaction.atomic
def revoke_calendar_address(user: AbstractBaseUser) -> bool:
    """Close the address for good; returns whether there was one."""
    deleted, _each = CalendarFeed.objects.filter(user=user).delete()
    return bool(deleted)


@transaction.atomic
def open_calendar(token: str) -> AbstractBaseUser | None:
    """The trainer whose calendar the token opens, with the time noted; None for every other token,
    and for a login that is closed or does not train any more."""
    rows = CalendarFeed.objects.filter(token_sha256=fingerprint(token), user__is_active=True)
    feed = rows.select_related("user").first()
    if feed is None or not is_trainer(feed.user):
        return None
    CalendarFeed.objects.filter(pk=feed.pk).update(last_used_at=timezone.now())
    return feed.user
