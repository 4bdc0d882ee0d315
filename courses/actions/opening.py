"""A run opens for enrolment only in a language in which its course can be read."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.adapters.language import language
from courses.choices import DeliveryLanguage, EnrollmentPolicy
from courses.exceptions import Refused
from courses.models import Course
from courses.queries.course_texts import missing_texts
from courses.rules.calendar_words import digits


def is_open(policy: str) -> bool:
    """Whether people or organizations may ask for a place themselves."""
    return policy != EnrollmentPolicy.INVITATION


def refuse_without_texts(course: Course, policy: str, spoken: str) -> None:
    """Raises Refused `no_texts` where the run would open in a language without the course's texts.
    By invitation it may be planned all the same."""
    missing = missing_texts(course, spoken) if is_open(policy) else None
    if missing is None:
        return
    name = DeliveryLanguage(spoken).label
    if not missing.has_page:
        raise Refused(
            _(
                "The course has no published page in %(language)s yet. Publish it first, or plan "
                "the run by invitation and open it later."
            )
            % {"language": name},
            code="no_texts",
        )
    raise Refused(
        ngettext(
            "%(count)s lesson of the course is not published in %(language)s yet. Publish it "
            "first, or plan the run by invitation and open it later.",
            "%(count)s lessons of the course are not published in %(language)s yet. Publish them "
            "first, or plan the run by invitation and open it later.",
            missing.lessons,
        )
        % {"count": digits(missing.lessons, language()), "language": name},
        code="no_texts",
    )
