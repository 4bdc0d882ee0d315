"""What many screens need and seldom changes, remembered for half a minute in the cache.

Whoever changes such things calls `forget`; other processes with a cache of their own notice later.
"""

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

SECONDS = 30
GENERATION = "sala-generation"
MISSING = object()

T = TypeVar("T")


def remembered(key: str, make: Callable[[], T]) -> T:
    """What `make` returned less than half a minute ago and since the last `forget`."""
    full_key = f"sala:{cache.get(GENERATION, 0)}:{key}"
    found = cache.get(full_key, MISSING)
    if found is MISSING:
        found = make()
        cache.set(full_key, found, SECONDS)
    return found


def forget() -> None:
    """Everything remembered is made anew when it is next asked for."""
    try:
        cache.incr(GENERATION)
    except ValueError:
        cache.set(GENERATION, 1, None)
