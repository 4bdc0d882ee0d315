"""What a calendar shows: which days, and of which course, province, venue and trainer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.models import Province
from courses.queries.calendar import Wanted
from courses.queries.runs import offered_courses

MONTH, WEEK, LIST = "month", "week", "list"


class NameChoice(forms.ModelChoiceField):
    def label_from_instance(self, row) -> str:
        return row.name


class CourseChoice(forms.ModelChoiceField):
    def label_from_instance(self, course) -> str:
        return course.title


class CalendarForm(forms.Form):
    """Answers come from the address; one that makes no sense is nobody's fault and left out."""

    course = CourseChoice(
        label=_("Course"), queryset=None, required=False, empty_label=_("All courses")
    )
    province = NameChoice(
        label=_("Province"),
        queryset=Province.objects.all(),
        required=False,
        empty_label=_("All provinces"),
    )
    trainer = NameChoice(
        label=_("Trainer"), queryset=None, required=False, empty_label=_("All trainers")
    )
    venue = NameChoice(label=_("Place"), queryset=None, required=False, empty_label=_("All places"))
    view = forms.ChoiceField(
        choices=[(MONTH, _("Month")), (WEEK, _("Week")), (LIST, _("List"))],
        required=False,
        widget=forms.HiddenInput,
    )
    day = forms.DateField(input_formats=["%Y-%m-%d"], required=False, widget=forms.HiddenInput)

    def __init__(self, data, trainers, venues):
        super().__init__(data)
        self.fields["course"].queryset = offered_courses()
        self.fields["trainer"].queryset = trainers
        self.fields["venue"].queryset = venues

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the days is chosen."""
        return not {"view", "day"}.issuperset(self.changed_data)

    def wanted(self) -> Wanted:
        """The filters of a cleaned form."""
        names = ("course", "province", "venue", "trainer")
        return Wanted(**{name: self.cleaned_data.get(name) for name in names})
