"""How often something may happen in a while, counted in the cache."""

from django.core.cache import cache


def is_too_fast(what: str, who: str, *, at_most: int, seconds: int) -> bool:
    """Count one more `what` by `who` and say whether there were more than `at_most` within
    `seconds`. The while begins with the first one. Each cache counts for itself."""
    key = f"sala-pace:{what}:{who}"
    if cache.add(key, 1, seconds):
        return at_most < 1
    try:
        return cache.incr(key) > at_most
    except ValueError:
        return False
