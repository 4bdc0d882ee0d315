"""What trainers read of people who need them, and the first words to write to one."""

from django.utils import translation
from django.utils.translation import gettext, gettext_lazy

from courses.models import Course
from courses.rules.coach import Need

WORDS = {
    Need.LOST: gettext_lazy("Cannot complete on this run any more"),
    Need.UNSEEN: gettext_lazy("Not seen yet"),
    Need.BEHIND: gettext_lazy("Missed something"),
    Need.OPEN: gettext_lazy("Has something left to do"),
    Need.ON_WAY: gettext_lazy("On the way"),
    Need.DONE: gettext_lazy("Completed"),
}


def first_words(course: Course, need: str) -> dict[str, str]:
    """The answers of `WriteForm` with which a message begins, in both languages."""
    found = {}
    for language in ("km", "en"):
        with translation.override(language):
            found[f"text_{language}"] = _sentence(need) % {"course": course.title}
    return found


def _sentence(need: str) -> str:
    if need == "lost":
        return gettext(
            "About %(course)s: you missed half-days. Come to me, we find out how to make up for it."
        )
    if need == "unseen":
        return gettext("About %(course)s: we have not seen you yet. Can you come next time?")
    return gettext("About %(course)s: something is still missing. Can I help you with it?")
