"""The rule of a run: trainers read it; staff change it after they have seen what that does."""

from copy import copy

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from courses import permissions
from courses.actions.rule_change import change_rule
from courses.choices import RunStatus
from courses.exceptions import Refused
from courses.forms.rule_change import RuleForm
from courses.queries.rule_change import effect_on, with_names
from courses.views.base import RunView
from courses.views.runs import run_address


class ChangeRule(RunView):
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

    def get(self, request, *args, **kwargs):
        return self.show(form=self.make_form() if self.may_change else None)

    def post(self, request, *args, **kwargs):
        if not self.may_change:
            raise Http404
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.show(form=form)
        if form.cleaned_data["seen"]:
            try:
                return redirect(self.act(form))
            except Refused as no:
                form.add_error(None, no.sentence)
        return self.show_effect(form)

    def act(self, form):
        seen = form.cleaned_data["seen"]
        change_rule(self.run, form.answers, seen=seen, by=self.request.user)
        messages.success(self.request, _("The rule of this run is changed."))
        return run_address(self.run)

    def show_effect(self, form):
        found = effect_on(self.run, form.answers)
        return self.show(
            form=form,
            effect=found,
            loses=with_names(self.run, found.loses),
            gains=with_names(self.run, found.gains),
            mark=found.mark(form.answers),
        )
