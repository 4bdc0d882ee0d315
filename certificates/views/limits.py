"""How often one address may ask for something within a time, for workers that share a cache."""

from django.core.cache import cache


def is_over(what: str, request, most: int) -> bool:
    return cache.get(_key(what, request), 0) >= most


def spend(what: str, request, seconds: int) -> None:
    """Count one. The time begins with the first."""
    key = _key(what, request)
    cache.add(key, 0, seconds)
    try:
        cache.incr(key)
    except ValueError:
        cache.set(key, 1, seconds)


def _key(what: str, request) -> str:
    return f"certificates-{what}-{request.META.get('REMOTE_ADDR', '')}"
