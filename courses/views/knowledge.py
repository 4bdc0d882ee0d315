"""Tests of a run for its trainers: open and close them, see who has handed in, type in scores."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.actions.knowledge_opening import close_test, open_test
from courses.actions.knowledge_scores import keep_scores
from courses.choices import Moment, RunStatus
from courses.exceptions import Refused
from courses.forms.knowledge import ScoresForm
from courses.forms.register_words import number
from courses.queries.knowledge import current_test_of, panels, summary
from courses.views.base import RunView

TOLD = {
    "open": {
        Moment.PRE: gettext_lazy("The pre-test is open. Tell people in the room to begin."),
        Moment.POST: gettext_lazy("The post-test is open. Tell people in the room to begin."),
    },
    "close": {
        Moment.PRE: gettext_lazy("The pre-test is closed."),
        Moment.POST: gettext_lazy("The post-test is closed."),
    },
}


class RunTestView(RunView):
    """A screen about the test of a run."""

    needs = "sessions.change"

    @cached_property
    def test(self):
        """The run's own copy, or what it would take; None where the course has none."""
        return current_test_of(self.run)

    @property
    def is_planned(self):
        return self.run.status == RunStatus.PLANNED

    def get_context_data(self, **kwargs):
        return super().get_context_data(test=self.test, is_planned=self.is_planned, **kwargs)


class RunTests(RunTestView):
    """Both tests with everybody on the run. POST takes `open` or `close` with the moment."""

    template_name = "courses/tests/panel.html"

    def get_context_data(self, **kwargs):
        found = panels(self.run)
        return super().get_context_data(panels=found, summary=summary(self.test, found), **kwargs)

    def post(self, request, *args, **kwargs):
        verb = "open" if "open" in request.POST else "close"
        moment = request.POST.get(verb)
        if moment in Moment.values:
            act = open_test if verb == "open" else close_test
            try:
                act(self.run, Moment(moment), by=request.user)
                messages.success(request, TOLD[verb][moment])
            except Refused as no:
                messages.error(request, no.sentence)
        return redirect("courses:run_tests", self.run.uuid)


class TypeScores(RunTestView):
    """Points from paper, a row for everybody. Works as a plain form; the script moves on."""

    template_name = "courses/tests/scores.html"

    @property
    def moment(self):
        return self.kwargs["moment"]

    def get(self, request, *args, **kwargs):
        if self.test is None or not self.is_planned:
            return redirect("courses:run_tests", self.run.uuid)
        return self.show(form=ScoresForm(self.run, self.test, self.moment))

    def post(self, request, *args, **kwargs):
        form = ScoresForm(self.run, self.test, self.moment, request.POST)
        if self.test is None or not form.is_valid():
            return self.show(form=form) if self.test else self.get(request)
        try:
            kept = keep_scores(self.run, self.moment, form.rows(), by=request.user)
        except Refused as no:
            return self.show(form=form, refusal=no)
        self.tell(kept.changed)
        if kept.clashes:
            form.tell_clashes(kept)
            return self.show(form=form)
        return redirect(self.get_next_url())

    def tell(self, changed):
        if not changed:
            messages.info(self.request, _("Nothing was changed."))
            return
        words = ngettext("%(count)s result is saved.", "%(count)s results are saved.", changed)
        messages.success(self.request, words % {"count": number(changed)})

    def get_next_url(self):
        return reverse("courses:type_scores", args=[self.run.uuid, self.moment])

    def get_context_data(self, *, form, refusal=None, **kwargs):
        return super().get_context_data(form=form, refusal=refusal, moment=self.moment, **kwargs)
