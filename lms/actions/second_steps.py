"""Second steps of logins: what is kept of changes, and help for somebody who lost her device."""

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY, get_permission_codename
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from courses.exceptions import Refused

ALONE = [Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP]


def has_second_step(user: AbstractBaseUser) -> bool:
    """Whether a passkey or an authenticator app is set up; codes alone are none."""
    return Authenticator.objects.filter(user=user, type__in=ALONE).exists()


def may_help(user: AbstractBaseUser, *, by: AbstractBaseUser) -> bool:
    """Whether `by` may take away the second step of this login: who may change logins, only
    administrators for an administrator, and nobody for herself."""
    model = type(user)._meta
    right = f"{model.app_label}.{get_permission_codename('change', model)}"
    return by.pk != user.pk and by.has_perm(right) and (by.is_superuser or not user.is_superuser)


def note_change(user: AbstractBaseUser, verb: str, kind: str, *, by: AbstractBaseUser) -> None:
    """Log `lms.<verb>` on the login: which kind of second step was added or removed."""
    log(instance=user, action=f"lms.{verb}", user=by, data={"kind": kind})


@transaction.atomic
def remove_second_steps(user: AbstractBaseUser, reason: str, *, by: AbstractBaseUser | None) -> int:
    """Take away passkeys, authenticator app and recovery codes of a login, and end its sessions.

    For somebody who lost her device; she signs in with her password then. `by` is None on the
    command line. Logged with the reason. Gives how many there were. Raises Refused: not_allowed,
    no_reason, nothing_there.
    """
    if by is not None and not may_help(user, by=by):
        raise Refused(_("You may not change this login."), code="not_allowed")
    if not reason.strip():
        raise Refused(_("Say why, and how you know who asks."), code="no_reason")
    kinds = sorted(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    if not kinds:
        raise Refused(_("This login has no second step."), code="nothing_there")
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    data = {"reason": reason.strip(), "kinds": kinds}
    log(instance=user, action="lms.second_steps_removed", user=by, data=data)
    return len(kinds)


def end_sessions(user: AbstractBaseUser) -> None:
    """Sign a login out everywhere."""
    hers = [
        session.pk
        for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator()
        if session.get_decoded().get(SESSION_KEY) == str(user.pk)
    ]
    Session.objects.filter(pk__in=hers).delete()
