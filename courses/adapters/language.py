"""The language in which this request is answered."""

from django.utils.translation import get_language


def language() -> str:
    """The code of the current language; English where none is active."""
    return get_language() or "en"
