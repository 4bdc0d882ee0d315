"""Publish the signed list of every day that is over."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from certificates.choices import Status
from certificates.models import Certificate, DailyList
from certificates.queries.identity import issuer_did, signs_credentials, todays_key
from certificates.rules.daily_lists import daily_list, fingerprint, jws
from certificates.rules.identity import method_of


def publish_daily_lists(until: date | None = None) -> int:
    """A list for each day up to `until` (yesterday) that has none, in their order; days on which
    nothing happened have one too. Returns how many. Idempotent; without keys it does nothing."""
    last_day = until or timezone.localdate() - timedelta(days=1)
    day = _next_day()
    count = 0
    while signs_credentials() and day is not None and day <= last_day:
        _publish(day)
        day, count = day + timedelta(days=1), count + 1
    return count


def _next_day() -> date | None:
    """The day after the last list, or that of the first certificate; None where there is none."""
    last = DailyList.objects.aggregate(day=Max("day"))["day"]
    if last:
        return last + timedelta(days=1)
    return Certificate.objects.aggregate(day=Min("issued_on"))["day"]


@transaction.atomic
def _publish(day: date) -> None:
    before = DailyList.objects.order_by("-day").first()
    issued = Certificate.objects.filter(issued_on=day).order_by("serial")
    changed = Certificate.objects.exclude(status=Status.VALID).filter(status_on=day)
    key, did = todays_key(), issuer_did()
    payload = daily_list(
        day,
        did,
        issued.values_list("serial", "sha256"),
        changed.order_by("serial").values_list("serial", "status"),
        before=before.sha256 if before else "",
    )
    content = jws(payload, method=method_of(did, key.id), sign=key.sign)
    DailyList.objects.create(day=day, content=content, sha256=fingerprint(content))
