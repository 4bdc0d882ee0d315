"""Money and projects of a run: those who train on it read them, staff change them."""

from django.contrib import messages
from django.utils.translation import gettext as _

from courses import permissions
from courses.actions.run_details import change_run_details
from courses.forms.pick import is_asking, without_verdict
from courses.forms.run_details import RunDetailsForm
from courses.queries.partners import partners_of, trainers_on
from courses.queries.run_money import costs_of, finance_of
from courses.rules.cost_recovery import asked, cost_recovery, income
from courses.views.base import ReadOrChangeMixin, RunView
from courses.views.runs import run_address


class RunDetails(ReadOrChangeMixin, RunView):
    """One page: the money as figures, and the form for staff."""

    template_name = "courses/run/details.html"

    @property
    def may_change(self):
        return permissions.may_keep_money(self.request.user)

    def make_form(self, data=None):
        answers = RunDetailsForm.answers_of(self.run, finance_of(self.run))
        return RunDetailsForm(data, initial=answers, trainers=trainers_on(self.run))

    def answer(self, form):
        if is_asking(form):
            return self.show(form=without_verdict(form))
        return super().answer(form)

    def act(self, form):
        change_run_details(self.run, form.background(), by=self.request.user)
        messages.success(self.request, _("Money and projects are saved."))
        return run_address(self.run)

    def get_context_data(self, **kwargs):
        run = self.run
        finance = finance_of(run)
        costs = costs_of(run, finance)
        return super().get_context_data(
            finance=finance,
            starters=costs.starters,
            asked=asked(costs),
            income=income(costs),
            recovery=cost_recovery(costs),
            partners=partners_of(run),
            trainers=trainers_on(run),
            projects=list(run.projects.select_related("donor")),
            **kwargs,
        )
