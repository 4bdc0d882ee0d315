"""What the erasure of a person means for her certificates, in words."""

from django.utils.translation import ngettext

from certificates.models import Certificate
from courses.adapters.language import language
from courses.rules.calendar_words import digits


def certificates_erased(people):
    """Hook `courses_erasure_consequences`."""
    count = Certificate.objects.filter(person__in=people, erased_on=None).count()
    if not count:
        return []
    words = ngettext(
        "%(count)s certificate loses its name and its file; its check page says that it was"
        " erased.",
        "%(count)s certificates lose their name and their file; their check pages say that they"
        " were erased.",
        count,
    )
    return [words % {"count": digits(count, language())}]
