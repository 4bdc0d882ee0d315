"""How a request leads to a person: by the login, or by a card and its PIN. One place knows.

A visit by card is a line in the session: who, with which PIN, and when she was last seen.
"""

import time

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest

from courses.models import Person
from courses.queries.my_training import person_of
from courses.queries.pins import holder_of_visit

VISIT = "courses_visit"
#: Seconds without a page after which a visit by card is over.
IDLE = 30 * 60
_KEPT = "_sala_card_holder"


def visitor(request: HttpRequest) -> Person | None:
    """The person who looks, or None. Where somebody has signed in, the login alone counts."""
    user = actor(request)
    return person_of(user) if user else card_holder(request)


def actor(request: HttpRequest) -> AbstractBaseUser | None:
    """Who acts, as the history names it: the login, or nobody in a visit by card."""
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def card_holder(request: HttpRequest) -> Person | None:
    """Whose card and PIN opened this visit; None once it is over, and for who has signed in. One
    query a request, none without a visit."""
    if not hasattr(request, _KEPT):
        setattr(request, _KEPT, None if actor(request) else _holder(request))
    return getattr(request, _KEPT)


def reader_of(request: HttpRequest) -> AbstractBaseUser | Person:
    """Whose own standing a page shows: the person of a visit by card, else the login."""
    return card_holder(request) or request.user


def _holder(request: HttpRequest) -> Person | None:
    visit = getattr(request, "session", {}).get(VISIT)
    if not visit or time.time() - visit["seen"] > IDLE:
        return None
    return holder_of_visit(visit["person"], visit["pin"])
