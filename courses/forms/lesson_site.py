"""What the script of a lesson knows: which lesson it is, addresses, words."""

from django.urls import reverse
from django.utils.translation import gettext

from courses.forms.register_words import number


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


def kept_words() -> dict:
    """Every sentence of the script for lessons on the phone, in the active language."""
    return {
        "digits": number("0123456789"),
        "size": gettext("%(size)s kB"),
        "total": gettext("%(size)s kB on this phone"),
        "keeping": gettext("Taking lesson %(number)s of %(total)s along …"),
        "done": gettext("On this phone now, also without a signal."),
        "removed": gettext("“%(title)s” is off this phone."),
        "evicted": gettext(
            "This phone needed room and took lessons away: %(count)s. Keep them again when you "
            "have a good signal."
        ),
        "full": gettext("There is no room on this phone. Take other lessons off, and try again."),
        "closed": gettext(
            "This lesson is for a group only. It is not kept on phones, so that nobody else can "
            "read it."
        ),
        "offline": gettext("The signal was lost. What came is kept; try the rest again."),
    }
