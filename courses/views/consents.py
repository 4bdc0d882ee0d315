"""Consents: a trainer reads the words aloud and keeps the answers; a person changes her own."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from courses.actions.consents import record_consents
from courses.choices import ConsentManner
from courses.forms.consents import ConsentsForm
from courses.views.base import FormMixin, SalaView
from courses.views.enrollments import EnrollmentView


class PersonConsents(FormMixin, EnrollmentView):
    """The five questions for one person of a run; refusing changes nothing else, but that
    answers which were asked with consent are deleted."""

    template_name = "courses/run/consents.html"

    def make_form(self, data=None):
        return ConsentsForm(data, person=self.enrollment.person)

    def act(self, form):
        record_consents(
            self.enrollment.person,
            form.answers(),
            by=self.request.user,
            manner=form.cleaned_data["manner"],
            seen=form.seen(),
        )
        words = _("The answers of %(name)s are kept.") % {"name": self.enrollment.person.name}
        messages.success(self.request, words)
        return self.get_next_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(enrollment=self.enrollment, **kwargs)


class MyConsents(FormMixin, SalaView):
    """What a person agreed to; she may change each answer at any time."""

    policy = "own"
    template_name = "courses/my/consents.html"

    def make_form(self, data=None):
        return ConsentsForm(data, person=self.person, with_manner=False) if self.person else None

    def post(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs) if self.person else self.show()

    def act(self, form):
        record_consents(
            self.person,
            form.answers(),
            by=self.actor,
            manner=ConsentManner.THEMSELVES,
            seen=form.seen(),
        )
        messages.success(self.request, _("Your answers are kept."))
        return reverse("courses:my_training")

    def get_context_data(self, **kwargs):
        return super().get_context_data(person=self.person, **kwargs)
