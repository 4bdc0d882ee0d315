"""My training: what a person sees of her own, and how she takes herself off a run."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail import hooks

from courses.actions.enrollment import withdraw
from courses.adapters.language import language
from courses.adapters.qr import qr_data_uri
from courses.forms.enrollments import WithdrawForm
from courses.queries.my_training import my_training, own_enrollments
from courses.views.base import FormMixin, SalaView


class MyTraining(SalaView):
    """Next date, progress, lessons and the card; other apps add sections by `courses_my_panels`,
    a hook whose functions take (request, person) and return HTML."""

    policy = "own"
    template_name = "courses/my/page.html"

    def get_context_data(self, **kwargs):
        if (person := self.person) is None:
            return super().get_context_data(person=None, **kwargs)
        panels = hooks.get_hooks("courses_my_panels")
        return super().get_context_data(
            person=person,
            called=person.called_in(language()),
            my=my_training(person, timezone.now(), language()),
            qr_url=qr_data_uri(person.card_code),
            panels=[html for panel in panels if (html := panel(self.request, person))],
            **kwargs,
        )


class Withdraw(FormMixin, SalaView):
    """Asks, then takes the person off a run of her own."""

    policy = "own"
    template_name = "courses/my/withdraw.html"
    form_class = WithdrawForm

    @cached_property
    def enrollment(self):
        rows = own_enrollments(self.person) if self.person else None
        rows = rows and rows.select_related("run__course", "run__host", "run__province")
        found = rows and rows.filter(uuid=self.kwargs["enrollment"]).first()
        if not found:
            raise Http404
        return found

    def find(self):
        return self.enrollment

    def act(self, form):
        answers = form.cleaned_data
        withdraw(self.enrollment, answers["reason"], cause=answers["cause"], by=self.actor)
        words = _("You are off the run. You can take part again while there are seats.")
        messages.success(self.request, words)
        return reverse("courses:my_training")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            enrollment=self.enrollment, run=self.enrollment.run, **kwargs
        )
