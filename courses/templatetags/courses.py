"""Tags and filters of the app's templates: icons, words for numbers and dates, and places."""

from datetime import datetime
from functools import lru_cache

from django import template
from django.conf import settings
from django.core.cache import cache
from django.templatetags.static import static
from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from courses.adapters.language import language
from courses.choices import MessageStatus
from courses.queries import places
from courses.queries.messages import revealed, veiled
from courses.queries.visitors import card_holder
from courses.rules import calendar_words

register = template.Library()


def local(moment):
    """A datetime in the active time zone; a date or a time as it is."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


@lru_cache
def sprite(path):
    """The address of a sprite, looked up once per process: lists hold hundreds of icons."""
    return static(path)


@register.simple_tag
def icon(name, css=""):
    """`{% icon "late" %}`: a drawing beside a word, silent for screen readers. The name of the
    Khmer language is a file of its own: who reads Khmer does not load it."""
    return format_html(
        '<svg class="sala-icon{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f" {css}" if css else "",
        sprite("courses/khmer.svg" if name == "km" else "courses/icons.svg"),
        name,
    )


@register.simple_tag
def drawing(name, label):
    """A lesson drawing with its description for people who cannot see it."""
    return format_html(
        '<svg class="sala-drawing" role="img" aria-label="{}"><use href="{}#{}"/></svg>',
        label,
        sprite("courses/drawings.svg"),
        name,
    )


@register.filter
def without_placeholder(field):
    """A form field with nothing written inside its box, because its label says it."""
    field.field.widget.attrs.pop("placeholder", None)
    return field


@register.filter
def khmer_name(name):
    """A Khmer name, family name first, with the given name bold."""
    family, _, given = str(name or "").strip().partition(" ")
    if not given:
        return format_html("<b>{}</b>", family) if family else ""
    return format_html("{} <b>{}</b>", family, given)


@register.simple_tag(takes_context=True)
def language_links(context):
    """This place in every language of the site; empty where there is nothing to choose."""
    request = context.get("request")
    return places.in_every_language(request, context.get("page")) if request else []


@register.simple_tag
def catalogue_url():
    """The address of the list of courses in the current language, or ""."""
    return places.catalogue_address(language())


@register.simple_tag(takes_context=True)
def menu(context):
    """The places this person may go to; one whose address does not exist is left out."""
    request = context.get("request")
    user = getattr(request, "user", None)
    is_in = bool(user and user.is_authenticated)
    is_trainer, is_staff = roles(user) if is_in else (False, False)
    found = [
        (is_trainer, _("Today"), address("courses:desk"), True),
        (True, _("Courses"), catalogue_url(), True),
        (True, _("My training"), address("courses:my_training"), True),
        (True, _("Check a certificate"), address("certificates:check"), True),
        (True, _("Training in numbers"), address("courses:numbers"), False),
        (is_staff, _("Office"), address("wagtailadmin_home"), True),
        (is_in, _("Password and security"), address("mfa_index"), False),
        (is_in, _("Sign out"), address("account_logout"), False),
        (not is_in, _("Sign in"), address("account_login"), False),
    ]
    here = getattr(request, "path", "")
    return [
        {"text": text, "url": url, "is_main": is_main, "is_here": url == here}
        for is_shown, text, url, is_main in found
        if is_shown and url
    ]


def roles(user):
    """Whether screens show somebody who has signed in what is for trainers and for staff.
    Remembered for five minutes or until the next sign-in, because every screen asks; the places
    themselves always ask anew."""
    key = f"sala-menu:{user.pk}:{user.last_login and user.last_login.timestamp()}"
    found = cache.get(key)
    if found is None:
        names = ("courses.add_courserun", "courses.view_person")
        found = tuple(user.has_perm(name) for name in names)
        cache.set(key, found, 300)
    return found


def address(name):
    """The address of a named view in the current language, or "" where the site has none."""
    return address_in(name, language(), get_urlconf() or settings.ROOT_URLCONF)


@lru_cache(maxsize=256)
def address_in(name, language, urls):
    """As `address`, looked up once per process: every screen asks for the same eight."""
    try:
        return reverse(name, urlconf=urls)
    except NoReverseMatch:
        return ""


@register.simple_tag
def page_address(request, number, param=""):
    """The current address with another page number in its query."""
    query = request.GET.copy()
    query[param or "page"] = number
    return f"?{query.urlencode()}"


@register.filter
def labelled(cells, heads):
    """Pairs the cells of a row with the heads of their columns, the first of which names rows."""
    return zip(heads[1:], cells, strict=True)


@register.simple_tag(takes_context=True)
def card_visit(context):
    """Whose card and PIN opened this visit, or None."""
    request = context.get("request")
    return card_holder(request) if request and hasattr(request, "session") else None


@register.simple_tag
def site_name():
    """The name of the programme that runs the site, from the settings."""
    return getattr(settings, "WAGTAIL_SITE_NAME", "")


@register.filter
def sala_number(value, decimal_places=None):
    """1,234 or ១.២៣៤; nothing for nothing."""
    if value is None or value == "":
        return ""
    return calendar_words.number(value, language(), decimal_places)


@register.filter
def sala_digits(text):
    return calendar_words.digits(text, language())


@register.filter
def sala_percent(share):
    return "" if share is None else calendar_words.percent(share, language())


@register.filter
def sala_hours(minutes):
    """Minutes as a length: "12 hours", "1½ hours"."""
    return "" if minutes is None else calendar_words.length(int(minutes), language())


@register.filter
def sala_minutes(minutes):
    return "" if minutes is None else calendar_words.minutes(int(minutes), language())


@register.filter
def sala_filesize(size):
    return "" if size is None else calendar_words.file_size(int(size), language())


@register.filter
def sala_time_range(start, end):
    """`{{ session.starts_at|sala_time_range:session.ends_at }}`: 08:00–11:00."""
    if not start or not end:
        return ""
    return calendar_words.clock_range(local(start), local(end), language())


@register.filter
def sala_dates(days):
    """A list of dates or datetimes: "Tuesday 1 and Wednesday 2 December"."""
    days = [local(day) for day in days]
    return calendar_words.listed_dates(
        [day.date() if isinstance(day, datetime) else day for day in days], language()
    )


@register.filter
def sala_span(first, last):
    """`{{ first|sala_span:last }}`: 11 July to 15 August 2026."""
    return calendar_words.span(local(first), local(last), language()) if first and last else ""


def _day_filter(name, words, **options):
    """Registers a filter that says a date or datetime with `words`; nothing for nothing."""

    def say(day):
        return words(local(day), language(), **options) if day else ""

    register.filter(name, say)


_day_filter("sala_date", calendar_words.date_in_words)
_day_filter("sala_date_plain", calendar_words.date_without_year)
_day_filter("sala_moment", calendar_words.date_and_time)
_day_filter("sala_day", calendar_words.short_day)
_day_filter("sala_weekday", calendar_words.weekday)
_day_filter("sala_weekday_short", calendar_words.weekday, short=True)
_day_filter("sala_month", calendar_words.month)
_day_filter("sala_month_short", calendar_words.month, short=True)
_day_filter("sala_month_year", calendar_words.month_and_year)
_day_filter("sala_time", calendar_words.clock)


@register.filter
def sala_told(message):
    """The text of a message: whole for whoever still has to send it by hand."""
    is_to_paste = message.status == MessageStatus.TO_PASTE
    return revealed(message.body) if is_to_paste else veiled(message.body)
