"""The words about nominated people, the languages of their screens, and the letter with a link."""

from django.conf import settings
from django.urls import reverse, translate_url
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.models import CourseRun, Invitation
from courses.queries.places import LanguageLink
from courses.rules import nominations
from courses.rules.calendar_words import date_in_words, digits, span

STANDINGS = {
    nominations.LISTED: gettext_lazy("Waits for the trainer"),
    nominations.PLACE: gettext_lazy("Has a seat"),
    nominations.WAITING: gettext_lazy("On the waiting list"),
    nominations.NOT_TAKEN: gettext_lazy("Not on the course"),
    nominations.ATTENDED: gettext_lazy("Attended"),
    nominations.COMPLETED: gettext_lazy("Completed"),
    nominations.DID_NOT_COME: gettext_lazy("No attendance on record"),
}
PROBLEMS = {
    nominations.TWICE: gettext_lazy("The same name stands in your list twice."),
    nominations.OTHER_ROLE: gettext_lazy("This role was not asked for."),
    nominations.NO_ROLE: gettext_lazy("Please say what she or he does."),
    nominations.NO_SEX: gettext_lazy("Please say whether this is a woman or a man."),
    nominations.PHONE: gettext_lazy("This phone number looks unusual. Please check it."),
}
#: Languages in which the screens of organizations are complete, under their own names.
OWN_LANGUAGES = {"km": "ភាសាខ្មែរ", "en": "English", "zh-hans": "中文"}
#: In which the letter with a link is written.
LETTERS = ("km", "en")


def own_languages(request) -> list[LanguageLink]:
    """This very place in the languages that the site has for it."""
    here, current = request.get_full_path(), translation.get_language()
    offered = [code for code, _name in settings.LANGUAGES if code in OWN_LANGUAGES]
    links = [
        LanguageLink(code, OWN_LANGUAGES[code], translate_url(here, code), code == current)
        for code in offered
    ]
    return links if len({link.url for link in links}) > 1 else []


def letters(request, invitation: Invitation, token: str) -> list[dict]:
    """The letter with the link in each language, ready for Telegram or a text message."""
    found = []
    for code in LETTERS:
        with translation.override(code):
            found.append({"code": code, "name": OWN_LANGUAGES[code],
                          "text": _letter(request, invitation, token, code)})  # fmt: skip
    return found


def _letter(request, invitation: Invitation, token: str, code: str) -> str:
    run: CourseRun = invitation.run
    link = request.build_absolute_uri(reverse("courses:nominate_link", args=[token]))
    days = span(run.starts_on, run.ends_on, code) if run.starts_on else ""
    lines = [
        _("%(organization)s is asked to name people for the course “%(course)s”.")
        % {"organization": invitation.organization.name, "course": run.course.title},
        _("Dates: %(days)s") % {"days": days} if days else "",
        _("Seats: %(seats)s") % {"seats": digits(invitation.seats, code)},
        _("Please write the names by %(day)s:")
        % {"day": date_in_words(invitation.deadline, code)},
        link,
        _("Whoever has this link can see and change your list. Pass it on only to colleagues who"
          " need it."),
    ]  # fmt: skip
    return "\n".join(filter(None, lines))
