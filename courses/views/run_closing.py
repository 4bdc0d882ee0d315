"""A trainer closes a run when everything about it is done, and opens it again."""

from django.utils.translation import gettext as _

from courses.actions.run_closing import close_run, reopen_run
from courses.forms.runs import ReasonForm
from courses.views.base import FormMixin, RunView, VerbMixin
from courses.views.runs import run_address


class CloseRun(VerbMixin, RunView):
    needs = "runs.change"

    def act(self):
        close_run(self.run, by=self.request.user)
        return _("The run is closed.")

    def get_next_url(self):
        return run_address(self.run)


class ReopenRun(FormMixin, RunView):
    needs = "runs.change"
    template_name = "courses/run/reopen.html"
    form_class = ReasonForm

    def act(self, form):
        reopen_run(self.run, form.cleaned_data["reason"], by=self.request.user)
        return run_address(self.run)
