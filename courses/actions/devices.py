"""Phones of trainers: make them known, hear of them, take them back when they are lost."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from courses.actions.audit import record
from courses.models import Device

LONGEST_LABEL = 80


def fingerprint(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def make_known(user: AbstractBaseUser, label: str) -> tuple[Device, str]:
    """A new phone of a user and its secret, which is told once and never again."""
    secret = secrets.token_urlsafe(32)
    device = Device.objects.create(
        user=user,
        label=label[:LONGEST_LABEL],
        secret_hash=fingerprint(secret),
        last_seen=timezone.now(),
    )
    record(device, "device_known", by=user)
    return device, secret


@transaction.atomic
def hear_of(device: Device, *, unsent: int, clock_offset: int) -> None:
    """Keep what a phone says of itself at a contact: how much it still holds, and its clock (in
    seconds behind ours). A phone that is taken back and holds nothing any more is empty."""
    now = timezone.now()
    device.last_seen, device.unsent, device.clock_offset = now, unsent, clock_offset
    device.unsent_since = (device.unsent_since or now) if unsent else None
    if device.is_revoked and not unsent and device.wiped_at is None:
        device.wiped_at = now
    device.save(update_fields=["last_seen", "unsent", "unsent_since", "clock_offset", "wiped_at"])


@transaction.atomic
def revoke_device(device: Device, *, by: AbstractBaseUser) -> Device:
    """Take a lost phone back: at its next contact it hands in what it holds and empties itself."""
    device = Device.objects.select_for_update(of=("self",)).get(pk=device.pk)
    if device.revoked_at is None:
        device.revoked_at, device.revoked_by = timezone.now(), by
        device.save(update_fields=["revoked_at", "revoked_by"])
        record(device, "device_revoked", by=by)
    return device


def forget_phones(ids: list[int]) -> None:
    """Forget whose phones these were; nobody hands in from them any more."""
    Device.objects.filter(pk__in=ids).update(user=None, label="", secret_hash="")


def clock_offset(now: datetime, sent_at: datetime | None) -> int:
    """Seconds by which a phone's clock goes behind; 0 where it told nothing usable."""
    if sent_at is None:
        return 0
    behind = (now - sent_at) / timedelta(seconds=1)
    return int(max(-(2**31), min(2**31 - 1, behind)))
