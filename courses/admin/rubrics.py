"""The rubric of a course in the admin: written with the course, begun from a ready one, shown."""

from django import forms
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.blocks.base import BlockField

from courses.actions.rubrics import begin_rubric
from courses.adapters.language import language
from courses.admin.columns import NumberColumn
from courses.admin.verbs import VerbView
from courses.admin.views import Section
from courses.blocks.rubric import RubricBlock
from courses.choices import TaskKind
from courses.rules.rubric import criteria


class RubricField(BlockField):
    """A form field for a rubric as it is kept; see `courses.rules.rubric`."""

    def __init__(self, **options):
        super().__init__(block=RubricBlock(required=False), required=False, **options)

    def prepare_value(self, value):
        return self.block.value_of(value or []) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        return self.block.rubric_of(data) != (initial or [])

    def clean(self, value):
        return self.block.rubric_of(super().clean(value))


class BeginForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("What is marked"),
        choices=[(kind.value, kind.label) for kind in (TaskKind.PROJECT, TaskKind.PRACTICE)],
        widget=forms.RadioSelect,
    )


class BeginRubricView(VerbView):
    page_title = gettext_lazy("Begin a rubric")
    header_icon = "list-ol"
    button = gettext_lazy("Begin with this rubric")
    form_class = BeginForm
    warning = gettext_lazy(
        "The course then asks for a task that a trainer marks. You change the rubric afterwards."
        " Runs that are planned already keep their rule."
    )

    def act(self, form):
        course = begin_rubric(self.object, form.cleaned_data["kind"], by=self.request.user)
        said = _("The rubric is there. Change it as you need it.")
        return said, reverse(self.viewset.get_url_name("rule"), args=[course.pk])


class BegunRubrics:
    """A viewset of courses whose rubric can be begun from a ready one."""

    @cached_property
    def begin_rubric_view(self):
        return self.construct_view(BeginRubricView)

    def get_urlpatterns(self):
        begin = path("begin_rubric/<str:pk>/", self.begin_rubric_view, name="begin_rubric")
        return [*super().get_urlpatterns(), begin]

    def links(self, row, user):
        found = super().links(row, user)
        if row.task_rubric or not self.policy.may(user, "change", row):
            return found
        address = reverse(self.get_url_name("begin_rubric"), args=[row.pk])
        return [*found, (_("Begin a rubric…"), address, "list-ol")]


def rubric_section(course):
    """The criteria with their levels, in the language of the screen."""
    columns = [
        Column("words", label=_("Criterion")),
        Column("levels", label=_("Levels"), accessor=lambda row: " · ".join(row.levels)),
        NumberColumn("most", label=_("Most points")),
    ]
    rows = criteria(course.task_rubric, language())
    empty = _("No rubric. A task is ticked when it is done.")
    return Section(_("Rubric of the task"), columns, rows, empty)
