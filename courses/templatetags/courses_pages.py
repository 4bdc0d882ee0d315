"""Tags for the templates of pages: they fetch what a page shows, because pages may not."""

from django import template
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.adapters import pictures
from courses.adapters.memory import SECONDS
from courses.queries import catalogue, learning
from courses.queries.visitors import reader_of
from courses.rules import calendar_words
from courses.templatetags.courses import language
from courses.templatetags.courses_progress import in_a_row

register = template.Library()

#: Roles as the readers of a list call them.
AUDIENCES = {
    "worker": gettext_lazy("workers"),
    "supervisor": gettext_lazy("line leaders"),
    "manager": gettext_lazy("managers"),
    "worker_rep": gettext_lazy("worker representatives"),
    "union_leader": gettext_lazy("union leaders"),
    "union_leader_federation": gettext_lazy("federation leaders"),
    "employers_staff": gettext_lazy("staff of employers' associations"),
    "official": gettext_lazy("government officials"),
    "trainer": gettext_lazy("trainers"),
}
NAMED_AT_MOST, MOST_ROLES = 3, 6
LONGEST_QUERY = 100


def reader(context):
    """Who is looking; nobody in a preview."""
    request = context.get("request")
    if request is None or getattr(request, "is_preview", False):
        return AnonymousUser()
    return reader_of(request)


def asked(context, name):
    """A word from the address, cut to a sensible length."""
    request = context.get("request")
    return request.GET.get(name, "").replace("\0", "").strip()[:LONGEST_QUERY] if request else ""


@register.simple_tag(takes_context=True)
def catalogue_screen(context, page):
    """The list of courses below a catalogue page, or what was found there for `?q=`."""
    today, query = timezone.localdate(), asked(context, "q")
    if not page.path:
        return {"listing": catalogue.Listing([])}
    if query:
        return {"query": query, "found": catalogue.found(page, query, today)}
    return {"listing": catalogue.listing(page, asked(context, "topic"), today)}


@register.simple_tag(takes_context=True)
def course_screen(context, page):
    """Lessons, dates and the reader's standing for a course page."""
    if not page.path:
        return learning.CourseScreen()
    return learning.course_screen(page, reader(context), timezone.now())


@register.simple_tag(takes_context=True)
def fragment_seconds(context):
    """How long a drawn part of a public page is kept: not at all in a preview."""
    request = context.get("request")
    return 0 if request is None or getattr(request, "is_preview", False) else SECONDS


@register.simple_tag(takes_context=True)
def lesson_screen(context, page):
    """The neighbours of a lesson and the reader's state."""
    return learning.lesson_screen(page, reader(context), timezone.now())


@register.simple_tag
def picture(image, look=None):
    """A picture for phones and larger screens, or as small as a look wants it; None without one."""
    if not image:
        return None
    if not look or not look.is_small:
        return pictures.picture(image)
    return pictures.only(pictures.small_picture(image), look.keeps)


@register.simple_tag
def page_url(page):
    """The address of a page, without asking the database for the site."""
    return page.get_url() or ""


@register.simple_tag(takes_context=True)
def is_known(context):
    """Whether whoever looks has signed in or come by her card."""
    return learning.is_known(reader(context))


@register.filter
def is_in(key, keys):
    return key in keys


@register.filter
def audience_words(roles):
    """Workers, line leaders and managers; everyone where the course is for most roles."""
    said = [AUDIENCES[role] for role in roles if role in AUDIENCES]
    if len(said) >= MOST_ROLES:
        return _("everyone")
    if len(said) > NAMED_AT_MOST:
        said = [*said[: NAMED_AT_MOST - 1], _("others")]
    return in_a_row(said)


@register.filter
def file_kind(document):
    """The ending of a file in capitals: PDF."""
    return document.file_extension.upper()


@register.filter
def bytes_of(document):
    """The size of a file in bytes, or None where it is missing."""
    try:
        return document.get_file_size()
    except OSError:
        return None


@register.filter
def percent_words(percent):
    """80 as "80 %"."""
    return calendar_words.percent(percent / 100, language())
