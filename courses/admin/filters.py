"""Filters that several lists share."""

import django_filters
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from courses.models import Course, Province, Topic

__all__ = ["RecordFilterSet", "among", "choices_of", "courses", "days", "provinces", "topics"]


class RecordFilterSet(WagtailFilterSet):
    """Filters beside a list of records."""


def among(choices, field_name: str, label) -> django_filters.Filter:
    """Several of a field's choices at once."""
    return django_filters.MultipleChoiceFilter(
        field_name=field_name, label=label, choices=choices, widget=CheckboxSelectMultiple
    )


def choices_of(model, field: str) -> django_filters.Filter:
    """The choices of a model's field under the field's own name."""
    field = model._meta.get_field(field)
    return among(field.choices, field.name, field.verbose_name)


def rows(queryset, field_name: str, label) -> django_filters.Filter:
    """Several of some rows at once; no row is found twice."""
    return django_filters.ModelMultipleChoiceFilter(
        field_name=field_name, label=label, queryset=queryset, widget=CheckboxSelectMultiple
    )


def provinces(field_name: str, label=None) -> django_filters.Filter:
    return rows(Province.objects.all(), field_name, label or _("Province"))


def courses(field_name: str) -> django_filters.Filter:
    return rows(Course.objects.all(), field_name, _("Course"))


def topics(field_name: str) -> django_filters.Filter:
    return rows(Topic.objects.all(), field_name, _("Topic"))


def days(field_name: str, label) -> django_filters.Filter:
    """From one day to another, both included."""
    return django_filters.DateFromToRangeFilter(
        field_name=field_name, label=label, widget=DateRangePickerWidget
    )
