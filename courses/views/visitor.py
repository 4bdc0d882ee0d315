"""Visits by card: begun with the right PIN, kept open while she reads, and over with one tap."""

import time

from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from courses.models import Pin
from courses.queries.visitors import VISIT, actor, card_holder

#: A visit is noted again this many seconds after the last time.
NOTED_EVERY = 60


def may_come_in_for_her_own(request: HttpRequest) -> bool:
    """Whether whoever looks has said who she is; see policy `own` of `SalaView`."""
    return actor(request) is not None or card_holder(request) is not None


def begin_visit(request: HttpRequest, pin: Pin) -> None:
    """Nothing of who was here before stays: the session is a new one, under a new key."""
    request.session.flush()
    rotate_token(request)
    seen = int(time.time())
    request.session[VISIT] = {
        "person": str(pin.person.uuid),
        "pin": str(pin.version),
        "seen": seen,
    }
    request.session.set_expiry(0)


def keep_visit(request: HttpRequest) -> bool:
    """Whether this is a visit by card, which then goes on from now."""
    if card_holder(request) is None:
        return False
    visit, now = request.session[VISIT], int(time.time())
    if now - visit["seen"] > NOTED_EVERY:
        request.session[VISIT] = {**visit, "seen": now}
    return True


def end_visit(request: HttpRequest) -> None:
    request.session.flush()
    rotate_token(request)
