"""Words of a training record on the screen."""

from dataclasses import dataclass

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.adapters.paper.facts import Words
from courses.queries.passport import Passport
from courses.rules import calendar_words, passport
from courses.templatetags.courses import language

register = template.Library()


@dataclass(frozen=True)
class Said:
    """A text and the language in which it is written."""

    text: str
    language: str


@register.filter
def in_language(words: Words) -> str:
    """The text in the language of the screen, the other one where that is missing."""
    return _both(words)[0].text


@register.filter
def in_other_language(words: Words) -> Said | None:
    """The same in the other language, where it is another text."""
    first, second = _both(words)
    return second if second.text and second.text != first.text else None


def _both(words: Words) -> tuple[Said, Said]:
    both = [Said(words.en, "en"), Said(words.km, "km")]
    if calendar_words.is_khmer(language()) or not words.en:
        both.reverse()
    if not both[0].text:
        both.reverse()
    return both[0], both[1]


@register.filter
def half_days_words(count: int) -> str:
    """3 half-days."""
    return passport.half_days(count, language())


@register.filter
def passport_sum(record: Passport) -> str:
    """3 courses, 42 hours and 2 certificates."""
    courses, papers = len(record.entries), record.papers
    return _("%(courses)s, %(time)s, %(papers)s") % {
        "courses": ngettext("%(number)s course", "%(number)s courses", courses)
        % {"number": calendar_words.number(courses, language())},
        "time": calendar_words.length(record.minutes, language()),
        "papers": ngettext("%(number)s certificate", "%(number)s certificates", papers)
        % {"number": calendar_words.number(papers, language())},
    }
