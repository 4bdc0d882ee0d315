"""What the script of a lesson knows: which lesson it is, addresses, words."""

from django.urls import reverse
from django.utils.translation import gettext


def site_for(page, *, is_read: bool) -> dict:
    """As types.d.ts says it."""
    return {
        "lesson": str(page.translation_key),
        "is_read": is_read,
        "events": reverse("courses:lesson_events"),
        "words": lesson_words(),
    }


def lesson_words() -> dict:
    """Every sentence of the script, in the active language."""
    return {
        "kept": gettext("You have read to the end. It is kept."),
        "waits": gettext(
            "You have read to the end. It is kept on this phone and goes by itself with a signal."
        ),
        "here_only": gettext("You have read to the end. Only this phone remembers it."),
        "questions": gettext("You have read to the end. Now answer the questions."),
        "full": gettext("This phone has no room to keep what you read. Free some space."),
    }
