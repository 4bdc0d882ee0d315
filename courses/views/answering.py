"""Somebody answers a test: on her own phone, or on one that is passed round the room."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from courses import permissions
from courses.actions.knowledge_answers import begin_test, hand_in_test, keep_test_answers
from courses.adapters.language import language
from courses.choices import TakenBy
from courses.exceptions import Refused
from courses.forms.quiz import QuizForm
from courses.queries.knowledge import lines
from courses.queries.knowledge_desks import Desk, desk_of, is_open
from courses.queries.my_training import own_enrollments
from courses.views.base import SalaView
from courses.views.knowledge import RunTestView


class Answering:
    """What both share: `place` is who answers, `way` how, `leave` where she goes afterwards."""

    template_name = "courses/tests/answer.html"
    address_name = ""
    way = TakenBy.PHONE
    by = None

    @property
    def moment(self):
        return self.kwargs["moment"]

    @cached_property
    def desk(self) -> Desk:
        """The test as it stands for her; a run without one has nothing here (404)."""
        desk = desk_of(self.place, self.moment, language(), timezone.now())
        if desk is None:
            raise Http404
        return desk

    def find(self):
        return self.desk

    def address(self, verb=""):
        kwargs = {name: self.kwargs[name] for name in self.parameters}
        return reverse(f"courses:{self.address_name}{verb}", kwargs=kwargs)

    def form(self, data=None, **kwargs):
        desk = self.desk
        return QuizForm(desk.questions, data, attempt=self.place.uuid, answers=desk.given, **kwargs)

    def get(self, request, *args, **kwargs):
        return self.show(form=self.form() if self.desk.sitting else None)

    def post(self, request, *args, **kwargs):
        if "begin" in request.POST:
            return self.told(lambda: begin_test(self.place, self.moment, way=self.way))
        if self.desk.sitting is None:
            return redirect(self.address())
        form = self.form(request.POST, is_lenient=self.desk.is_over)
        if not form.is_valid() and not self.desk.is_over:
            return self.show(form=form)
        return self.told(
            lambda: hand_in_test(
                self.place,
                self.moment,
                form.answers() if form.fits else [],
                language=self.desk.language,
                by=self.by,
            )
        )

    def told(self, act):
        try:
            act()
        except Refused as no:
            messages.error(self.request, no.sentence)
        return redirect(self.address())

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            place=self.place,
            person=self.place.person,
            course=self.place.run.course,
            moment=self.moment,
            desk=self.desk,
            way=self.way,
            answer_url=self.address(),
            keep_url=self.address("_keep"),
            leave_url=self.leave(),
            **kwargs,
        )


class Keeping:
    """Keeps answers that are not handed in yet: by the button, or by the script in between."""

    def post(self, request, *args, **kwargs):
        refused = self.keep()
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse({"kept": not refused, "why": str(refused)})
        if refused:
            messages.error(request, refused)
        return redirect(self.address())

    def get(self, request, *args, **kwargs):
        return redirect(self.address())

    def keep(self):
        """Why they were not kept; empty when they were."""
        desk = self.desk
        form = self.form(self.request.POST, is_lenient=True) if desk.questions else None
        if form and not form.fits:
            return form.non_field_errors()[0]
        try:
            answers = form.answers() if form else []
            keep_test_answers(self.place, self.moment, answers, language=desk.language)
        except Refused as no:
            return no.sentence
        return ""


class MyTest(Answering, SalaView):
    """A test of one's own, on one's own phone."""

    policy = "own"
    address_name = "my_test"
    parameters = ("enrollment", "moment")

    @cached_property
    def place(self):
        rows = own_enrollments(self.person) if self.person else None
        rows = rows and rows.select_related("run__course", "person")
        found = rows and rows.filter(uuid=self.kwargs["enrollment"]).first()
        if not found:
            raise Http404
        return found

    def leave(self):
        return reverse("courses:my_training")


class KeepMyTest(Keeping, MyTest):
    """See `Keeping`."""


class PassRound(RunTestView):
    """Everybody on the run who has no result yet: she takes the phone and touches her name."""

    template_name = "courses/tests/pass_round.html"

    def get_context_data(self, **kwargs):
        moment = self.kwargs["moment"]
        found = lines(self.run, moment)
        return super().get_context_data(
            moment=moment,
            is_open=is_open(self.run, moment),
            waiting=[line for line in found if not line.result],
            done=len([line for line in found if line.result]),
            **kwargs,
        )


class PassedTest(Answering, RunTestView):
    """The test of one person on the phone that is passed round."""

    address_name = "passed_test"
    parameters = ("uuid", "enrollment", "moment")
    way = TakenBy.PASSED

    @property
    def by(self):
        return self.request.user

    @cached_property
    def place(self):
        rows = permissions.enrollments.rows_for(self.request.user).filter(run=self.run)
        rows = rows.select_related("run__course", "person")
        return get_object_or_404(rows, uuid=self.kwargs["enrollment"])

    def leave(self):
        return reverse("courses:pass_round", args=[self.run.uuid, self.moment])


class KeepPassedTest(Keeping, PassedTest):
    """See `Keeping`."""
