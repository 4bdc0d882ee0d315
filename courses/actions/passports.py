"""Links to the training record: a person makes them, takes them back, and others open them."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.invitations import fingerprint
from courses.exceptions import Refused
from courses.models import PassportShare, Person
from courses.rules.passport import DAYS

TOKEN_BYTES = 32
OPEN_AT_MOST = 10


@transaction.atomic
def share_passport(person: Person, days: int, *, shows_private: bool, form: UUID) -> str:
    """Make a link that opens the record of the person for so many days; returns its token, which
    can be read here and never again. The same form sent again gets a new token in the place of the
    one that was lost on the way.

    Raises Refused `too_many`, `is_over` for a form whose link is over, and `days` for a time that
    nobody may choose.
    """
    now = timezone.now()
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if days not in DAYS:
        raise Refused(_("Choose how long the link works."), code="days")
    others = PassportShare.objects.open_at(now).filter(person=person).exclude(uuid=form)
    if others.count() >= OPEN_AT_MOST:
        raise Refused(_("Ten links are open already. Take one back first."), code="too_many")
    earlier = PassportShare.objects.filter(person=person, uuid=form).first()
    if earlier and not earlier.is_open_at(now):
        raise Refused(_("This link is over. Open the page anew for another one."), code="is_over")
    token = secrets.token_urlsafe(TOKEN_BYTES)
    values = {
        "token_sha256": fingerprint(token),
        "shows_private": shows_private,
        "made_at": now,
        "expires_at": now + timedelta(days=days),
    }
    PassportShare.objects.update_or_create(person=person, uuid=form, defaults=values)
    return token


@transaction.atomic
def revoke_share(share: PassportShare) -> None:
    """The link opens nothing from now on; one that was taken back stays so."""
    rows = PassportShare.objects.filter(pk=share.pk, revoked_at=None)
    rows.update(revoked_at=timezone.now())


@transaction.atomic
def open_share(token: str, *, reader: Person | None = None) -> PassportShare | None:
    """What the token opens, counted, with the time noted; None for every other token, and for what
    is over, taken back or erased. It does not count that she looks herself."""
    now = timezone.now()
    rows = PassportShare.objects.open_at(now).filter(token_sha256=fingerprint(token))
    rows = rows.filter(person__merged_into=None, person__erased_at=None)
    share = rows.select_related("person").first()
    if share and share.person != reader:
        rows.filter(pk=share.pk).update(opened=F("opened") + 1, last_opened_at=now)
    return share
