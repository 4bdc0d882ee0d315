"""Columns of lists and the words in their cells."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.html import format_html
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, TitleColumn

from courses.adapters.language import language
from courses.models import Person
from courses.rules import calendar_words


def days_of(first: date | None, last: date | None) -> str:
    """11 July to 15 August 2026, or nothing."""
    return calendar_words.span(first, last, language()) if first and last else ""


def day_of(moment: date | datetime | None) -> str:
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment).date()
    return calendar_words.span(moment, moment, language()) if moment else ""


def time_of(moment: datetime | None) -> str:
    if not moment:
        return ""
    return calendar_words.date_and_time(timezone.localtime(moment), language())


def number_of(value: float | None) -> str:
    return "" if value is None else calendar_words.number(value, language())


def birth_year_of(person: Person) -> str:
    """The year in the digits of the reader's language, without a mark between the thousands."""
    return calendar_words.digits(person.birth_year or "", language())


def hours_of(minutes: int | None) -> str:
    return "" if minutes is None else calendar_words.length(minutes, language())


def person_name(person: Person) -> str:
    """Both spellings of a name; the Khmer one is marked as Khmer."""
    if not person.name_km:
        return person.name
    name = format_html('<span class="sala-whole" lang="km">{}</span>', person.name_km)
    if not person.name_latin:
        return name
    return format_html('{} <span class="sala-whole">{}</span>', name, person.name_latin)


class RecordColumn(ButtonsColumnMixin, TitleColumn):
    """The first column: leads to the record and carries its buttons. The table knows its view."""

    def get_link_url(self, instance, parent_context):
        return parent_context["table"].view.get_record_url(instance)

    def get_buttons(self, instance, parent_context):
        return parent_context["table"].view.get_list_buttons(instance)


class LinkColumn(TitleColumn):
    """A name that leads to its record."""


class CodeColumn(Column):
    """A code that stays on one line."""

    def __init__(self, name, **kwargs):
        super().__init__(name, classname="sala-code", **kwargs)


class CodeLinkColumn(TitleColumn):
    """A code that leads to its record and stays on one line."""

    def __init__(self, name, **kwargs):
        super().__init__(name, classname="sala-code", **kwargs)


class NumberColumn(Column):
    """A number in the digits of the reader's language, standing right."""

    def __init__(self, name, **kwargs):
        super().__init__(name, classname="sala-number", **kwargs)

    def get_value(self, instance):
        return number_of(super().get_value(instance))
