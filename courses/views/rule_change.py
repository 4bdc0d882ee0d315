"""The rule of a run: trainers read it; staff change it after they have seen what that does."""

from copy import copy

from django.contrib import messages
from django.utils.translation import gettext as _

from courses import permissions
from courses.actions.rule_change import change_rule
from courses.choices import RunStatus
from courses.forms.rule_change import RuleForm
from courses.queries.rule_change import effect_on, with_names
from courses.views.base import ReadOrChangeMixin, RunView
from courses.views.runs import run_address


class ChangeRule(ReadOrChangeMixin, RunView):
    """One form with two buttons: the first shows who would lose and who would gain, the second,
    which comes with what was shown, changes the rule."""

    needs = "runs.change"
    template_name = "courses/run/rule.html"

    @property
    def may_change(self):
        is_open = self.run.status == RunStatus.PLANNED
        return is_open and permissions.may_change_rules(self.request.user)

    def make_form(self, data=None):
        return RuleForm(data, instance=copy(self.run))

    def answer(self, form):
        if form.is_valid() and not form.cleaned_data["seen"]:
            return self.show(form=form)
        return super().answer(form)

    def act(self, form):
        seen = form.cleaned_data["seen"]
        change_rule(self.run, form.answers, seen=seen, by=self.request.user)
        messages.success(self.request, _("The rule of this run is changed."))
        return run_address(self.run)

    def get_context_data(self, form=None, **kwargs):
        shown = self.effect(form) if form and form.has_answers else {}
        return super().get_context_data(form=form, **shown, **kwargs)

    def effect(self, form):
        found = effect_on(self.run, form.answers)
        return {
            "effect": found,
            "loses": with_names(self.run, found.loses),
            "gains": with_names(self.run, found.gains),
            "mark": found.mark(form.answers),
        }
