"""The trainer's side of satisfaction: ask, show the code, pass a phone round, count paper, look."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses import permissions
from courses.actions.feedback import (
    close_feedback,
    keep_paper_tally,
    open_feedback,
    publish_form,
)
from courses.adapters.language import language
from courses.adapters.qr import qr_data_uri
from courses.forms.feedback import PaperTallyForm
from courses.forms.feedback_words import FeedbackWordsForm
from courses.queries.feedback import form_for, paper_tally, results_of, round_of, texts_of
from courses.views.base import FormMixin, RunView, VerbMixin
from courses.views.feedback import PASSED_COOKIE, PASSED_SECONDS, keep_cookie


class FeedbackOfRun(RunView):
    """A screen about what is asked of the people of a run; 404 before anybody is asked."""

    @cached_property
    def round(self):
        found = round_of(self.run)
        if found is None:
            raise Http404
        return found

    def get_next_url(self):
        return reverse("courses:run_feedback", args=[self.run.uuid])


class RunFeedback(RunView):
    """How to ask, and what came in once it is closed: counts for who trains here, what people wrote
    for staff alone."""

    template_name = "courses/feedback/run.html"

    def get_context_data(self, **kwargs):
        found = round_of(self.run)
        return super().get_context_data(
            round=found,
            may_change=permissions.runs.may(self.request.user, "change"),
            may_read=permissions.may_see_reach(self.request.user),
            may_word=permissions.sees_all(self.request.user),
            **(self.told(found) if found else {}),
            **kwargs,
        )

    def told(self, found):
        results = results_of(found)
        texts, question = texts_of(found.form, language())
        path = reverse("courses:feedback", args=[found.uuid])
        address = self.request.build_absolute_uri(path)
        return {
            "results": results,
            "lines": list(zip(texts, results.lines, strict=False)),
            "question": question,
            "address": address,
            "code": qr_data_uri(address) if results.is_open else "",
        }


class OpenFeedback(VerbMixin, RunView):
    needs = "runs.change"

    def act(self):
        open_feedback(self.run, by=self.request.user)
        return _("People can answer now. Show the code, pass a phone round, or give out paper.")

    def get_next_url(self):
        return reverse("courses:run_feedback", args=[self.run.uuid])


class CloseFeedback(VerbMixin, FeedbackOfRun):
    needs = "runs.change"

    def act(self):
        close_feedback(self.round, by=self.request.user)
        return _("Nobody can answer any more.")


class StartPassing(FeedbackOfRun):
    """Signs the trainer out and makes this phone one that goes round."""

    needs = "runs.change"

    def get(self, request, *args, **kwargs):
        return redirect(self.get_next_url())

    def post(self, request, *args, **kwargs):
        found = self.round
        logout(request)
        answer = redirect("courses:feedback_passed", found.uuid)
        keep_cookie(request, answer, PASSED_COOKIE, found.uuid.hex, PASSED_SECONDS)
        return answer


class CountPaper(FormMixin, FeedbackOfRun):
    """The tally of paper sheets; saving it again corrects it."""

    needs = "runs.change"
    template_name = "courses/feedback/paper.html"

    def make_form(self, data=None):
        return PaperTallyForm(data, form=self.round.form, kept=paper_tally(self.round))

    def act(self, form):
        given = {"sheets": form.cleaned_data["sheets"], "texts": form.cleaned_data["words"]}
        keep_paper_tally(self.round, counts=form.counts(), **given, by=self.request.user)
        messages.success(self.request, _("The paper sheets are counted."))
        return self.get_next_url()


class FeedbackWords(FormMixin, RunView):
    """The questions for later runs of the course, or of all courses; for staff."""

    policy = "staff"
    template_name = "courses/feedback/words.html"

    def make_form(self, data=None):
        return FeedbackWordsForm(data, form=form_for(self.run.course))

    def act(self, form):
        given = form.cleaned_data
        publish_form(
            None if given["for_all"] else self.run.course,
            statements=form.statements(),
            question_en=given["question_en"],
            question_km=given["question_km"],
            by=self.request.user,
        )
        messages.success(
            self.request, _("The questions are kept. Runs that ask already keep theirs.")
        )
        return reverse("courses:run_feedback", args=[self.run.uuid])
