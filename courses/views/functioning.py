"""Six questions that a person answers by herself, on her phone or on one that is passed round; and
what she needs to take part, which her trainers read."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses.actions.consents import record_consent, record_consents
from courses.actions.functioning import keep_answers, tell_need
from courses.adapters.language import language
from courses.choices import ConsentKind, ConsentManner, RunStatus
from courses.forms.functioning import AgreeForm, NeedForm, SixQuestionsForm
from courses.models import Need
from courses.queries.functioning import has_agreed, own_answers, question_of
from courses.views.base import FormMixin, RunView, SalaView, VerbMixin
from courses.views.enrollments import EnrollmentView


class Asking(FormMixin):
    """Consent first, then the questions; `subject` is who answers, `leave` where she goes then."""

    template_name = "courses/functioning/questions.html"
    is_passed = False

    @cached_property
    def question(self):
        return question_of(self.subject)

    def make_form(self, data=None):
        if not has_agreed(self.question):
            return AgreeForm(data, question=self.question)
        kept = None if self.is_passed else own_answers(self.subject)
        return SixQuestionsForm(data, kept=kept)

    def post(self, request, *args, **kwargs):
        if "agrees" in request.POST and has_agreed(self.question):
            return redirect(request.path)
        return super().post(request, *args, **kwargs)

    def act(self, form):
        if isinstance(form, SixQuestionsForm):
            keep_answers(self.subject, form.levels())
            messages.success(
                self.request, _("Thank you. Your answers are kept. Nobody reads them.")
            )
            return self.leave()
        is_given = form.cleaned_data["agrees"] == "yes"
        record_consents(
            self.subject,
            {ConsentKind.DISABILITY: is_given},
            by=self.actor,
            manner=ConsentManner.THEMSELVES,
            seen={ConsentKind.DISABILITY: form.cleaned_data["version"]},
        )
        if is_given:
            return self.request.path
        messages.success(self.request, _("You are not asked. Nothing else changes for you."))
        return self.leave()

    def get_context_data(self, **kwargs):
        notice = self.question.notice
        is_khmer = language().startswith("km")
        return super().get_context_data(
            subject=self.subject,
            words=notice and (notice.text_km if is_khmer else notice.text_en),
            is_agreed=has_agreed(self.question),
            is_passed=self.is_passed,
            has_answers=not self.is_passed and own_answers(self.subject) is not None,
            leave_url=self.leave(),
            **kwargs,
        )


class OwnForm(FormMixin, SalaView):
    """A form about the person who looks; a login without a person has none."""

    policy = "own"

    def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs) if self.person else self.show()

    def post(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs) if self.person else self.show()

    def get_context_data(self, **kwargs):
        if self.person is None:
            return SalaView.get_context_data(self, **kwargs)
        return super().get_context_data(**kwargs)


class MyQuestions(OwnForm, Asking):
    """The six questions on one's own phone, with what was answered before."""

    @property
    def subject(self):
        return self.person

    def leave(self):
        return reverse("courses:my_training")


class TakeBackAnswers(VerbMixin, SalaView):
    """Deletes her answers and keeps that she does not want to be asked."""

    policy = "own"

    def act(self):
        if self.person is None:
            raise Http404
        kind, manner = ConsentKind.DISABILITY, ConsentManner.THEMSELVES
        record_consent(self.person, kind, False, by=self.actor, manner=manner)
        return _("Your answers are deleted.")

    def get_next_url(self):
        return reverse("courses:my_training")


class PassQuestions(RunView):
    """Everybody on the run; who has answered is not told, not even here."""

    needs = "enrollments.change"
    template_name = "courses/functioning/pass_round.html"

    def get_context_data(self, **kwargs):
        rows = self.run.enrollments.enrolled().select_related("person")
        is_planned = self.run.status == RunStatus.PLANNED
        people = rows.order_by("person__sort_key", "person_id") if is_planned else ()
        return super().get_context_data(people=people, is_planned=is_planned, **kwargs)


class PassedQuestions(Asking, EnrollmentView):
    """The questions for one person on the phone that is passed round, without earlier answers."""

    is_passed = True

    @cached_property
    def enrollment(self):
        rows = self.run.enrollments.enrolled().select_related("person", "run")
        if self.run.status != RunStatus.PLANNED:
            raise Http404
        return get_object_or_404(rows, uuid=self.kwargs["enrollment"])

    @property
    def subject(self):
        return self.enrollment.person

    def leave(self):
        return reverse("courses:pass_questions", args=[self.run.uuid])


class Needs(FormMixin):
    template_name = "courses/functioning/need.html"

    def make_form(self, data=None):
        known = Need.objects.filter(person=self.subject).first()
        return NeedForm(data, initial={"text": known.text if known else ""})

    def act(self, form):
        tell_need(self.subject, form.cleaned_data["text"], by=self.actor)
        messages.success(self.request, _("It is kept. The trainers read it before the course."))
        return self.leave()

    def get_context_data(self, **kwargs):
        return super().get_context_data(subject=self.subject, leave_url=self.leave(), **kwargs)


class MyNeed(OwnForm, Needs):
    """What the person needs, told by herself."""

    @property
    def subject(self):
        return self.person

    def leave(self):
        return reverse("courses:my_training")


class PersonNeed(Needs, EnrollmentView):
    """The same, written down by a trainer whom she told."""

    template_name = "courses/run/need.html"

    @property
    def subject(self):
        return self.enrollment.person

    def leave(self):
        return self.get_next_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(enrollment=self.enrollment, **kwargs)
