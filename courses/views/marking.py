"""A trainer marks the written answers of the people on a run."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses.actions.quizzes import mark_answer
from courses.exceptions import Refused
from courses.forms.marking import MarkForm
from courses.queries.marking import written_answers
from courses.views.base import RunView


class MarkAnswers(RunView):
    """Waiting answers one below the other, each with its form; `?marked` shows those marked."""

    needs = "enrollments.change"
    template_name = "courses/marking/marking.html"

    @property
    def is_marked(self) -> bool:
        return "marked" in self.request.GET

    @cached_property
    def answers(self):
        return written_answers(self.run, waiting=not self.is_marked)

    def get_context_data(self, *, sent=None, **kwargs):
        rows = [
            (answer, sent if sent and sent.auto_id == f"{answer.id}-%s" else MarkForm(answer))
            for answer in self.answers
        ]
        return super().get_context_data(rows=rows, is_marked=self.is_marked, sent=sent, **kwargs)

    def post(self, request, *args, **kwargs):
        name = f"answer-{request.POST.get('attempt')}-{request.POST.get('number')}"
        answer = next((each for each in self.answers if each.id == name), None)
        if answer is None:
            raise Http404
        form = MarkForm(answer, request.POST)
        if not form.is_valid():
            return self.show(sent=form)
        try:
            self.mark(answer, form.cleaned_data)
        except Refused as no:
            form.add_error(None, no.sentence)
            return self.show(sent=form)
        messages.success(request, _("Kept. The person sees it with the result."))
        address = reverse("courses:mark_answers", args=[self.run.uuid])
        return redirect(f"{address}?marked" if self.is_marked else address)

    def mark(self, answer, cleaned):
        mark_answer(
            answer.attempt,
            answer.number,
            cleaned["share"],
            remark=cleaned["remark"],
            by=self.request.user,
        )
