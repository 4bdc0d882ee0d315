"""The rule of a course: what another one would do to its runs is shown before it is kept."""

from collections.abc import Iterable
from copy import copy

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses import permissions
from courses.actions.rule_change import change_course_rule
from courses.admin.links import record_address
from courses.admin.rubrics import RubricField
from courses.admin.verbs import VerbView
from courses.choices import RunStatus
from courses.forms.rule_change import RUBRIC, RuleFields
from courses.models import RULE_FIELDS, Course, CourseRun
from courses.queries.rule_change import effect_on_runs, names_for, runs_with_rule_of
from courses.queries.tasks import marked_runs


class CourseRuleForm(RuleFields):
    """The rule of a course; `runs` are ids of those of its runs that get the rule too."""

    task_rubric = RubricField(
        label=gettext_lazy("Rubric"),
        help_text=gettext_lazy(
            "With a rubric a trainer marks the task. Without one it is ticked when done."
        ),
    )

    class Meta:
        model = Course
        fields = RULE_FIELDS

    def __init__(self, *args, runs: Iterable[int] = (), **options):
        super().__init__(*args, **options)
        self.fields["runs"] = forms.TypedMultipleChoiceField(
            label=gettext_lazy("Runs"),
            choices=[(pk, pk) for pk in runs],
            coerce=int,
            required=False,
            error_messages={
                "invalid_choice": gettext_lazy(
                    "One of these runs was closed or changed. Look once more."
                )
            },
        )


class CourseRuleView(VerbView):
    """One form with two buttons: the first shows who would lose and who would gain on each run, the
    second, which comes with what was shown, changes the rule of the course and of chosen runs."""

    row_actions = ("change",)
    form_class = CourseRuleForm
    template_name = "courses/admin/course_rule.html"
    page_title = gettext_lazy("Rule for completing the course")
    header_icon = "tick"
    button = gettext_lazy("Show what it changes")

    @cached_property
    def runs(self):
        """Runs with the rule of the course that the user sees, by id."""
        seen = permissions.runs.rows_for(self.request.user).order_by().values("pk")
        rows = runs_with_rule_of(self.object).filter(pk__in=seen).select_related("host")
        return {run.pk: run for run in rows}

    @property
    def may_give(self):
        user = self.request.user
        return permissions.may_change_rules(user) and permissions.runs.may(user, "change")

    def get_form_kwargs(self):
        runs = self.runs if self.may_give else ()
        return {**super().get_form_kwargs(), "instance": copy(self.object), "runs": runs}

    def form_valid(self, form):
        if form.cleaned_data["seen"]:
            return super().form_valid(form)
        return self.render_to_response(self.get_context_data(form=form))

    def act(self, form):
        answers = form.cleaned_data
        runs = answers["runs"]
        change_course_rule(
            self.object, form.answers, runs, seen=answers["seen"], by=self.request.user
        )
        return _("The rule of the course is changed."), self.address_of(self.object)

    def get_context_data(self, **kwargs):
        form = kwargs.get("form") or self.get_form()
        shown = self.effect(form) if form.has_answers else {}
        return super().get_context_data(
            object=self.object,
            may_give=self.may_give,
            numbers=self.numbers(),
            media=form.media,
            **shown,
            **(kwargs | {"form": form}),
        )

    def effect(self, form):
        found = effect_on_runs(self.object, form.answers, self.request.user)
        names, chosen = names_for(found), form.cleaned_data["runs"]
        has_other_rubric = form.answers[RUBRIC] != self.object.task_rubric
        marked = marked_runs(found.runs) if has_other_rubric else set()
        rows = [
            {
                "run": self.runs[pk],
                "address": reverse("courses:change_rule", args=[self.runs[pk].uuid]),
                "people": [[names[place] for place in told] for told in (each.loses, each.gains)],
                "is_chosen": pk in chosen,
                "keeps_rubric": pk in marked,
            }
            for pk, each in found.runs.items()
            if pk in self.runs
        ]
        return {"effect": found, "rows": rows, "mark": found.mark(form.answers)}

    def numbers(self):
        """Runs that keep their rule whatever is chosen: with one of their own, and of others."""
        planned = CourseRun.objects.filter(course=self.object, status=RunStatus.PLANNED).count()
        alike = runs_with_rule_of(self.object).count()
        return {"own": planned - alike, "others": alike - len(self.runs)}

    def address_of(self, row):
        return record_address("courses", row.pk)
