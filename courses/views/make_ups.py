"""At the door of a session: somebody of another run makes up for a half-day that she missed."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses.actions.make_ups import add_for_make_up
from courses.forms.make_ups import MakeUpForm
from courses.models import Session
from courses.queries.made_up import missed_elsewhere
from courses.queries.runs import in_their_run
from courses.views.base import FormMixin, SessionView
from courses.views.enrollments import person_or_404


class MakeUpAtTheDoor(FormMixin, SessionView):
    """`?person=` names who comes, as the search for walk-ins found her; without it, back there."""

    needs = "sessions.change"
    template_name = "courses/walk_in/make_up.html"

    def get(self, request, *args, **kwargs):
        if "person" not in request.GET:
            return redirect("courses:walk_in", self.session.uuid)
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        """Sent twice, she is on the register already."""
        if "person" not in request.GET:
            return redirect("courses:walk_in", self.session.uuid)
        if not self.missed and self.session.attendances.filter(enrollment__person=self.comer):
            return redirect("courses:register", self.session.uuid)
        return super().post(request, *args, **kwargs)

    @cached_property
    def comer(self):
        return person_or_404(self.request.user, self.request.GET.get("person", ""))

    @cached_property
    def missed(self):
        return missed_elsewhere(self.session, self.comer)

    def make_form(self, data=None):
        here = in_their_run(Session.objects.filter(pk=self.session.pk)).get()
        return MakeUpForm(data, missed=self.missed, session=here)

    def act(self, form):
        found, user = form.chosen, self.request.user
        guest = add_for_make_up(self.session, found.enrollment, found.session, by=user)
        words = _("%(name)s is marked here for a make-up.")
        messages.success(self.request, words % {"name": guest.person.name})
        register = reverse("courses:register", args=[self.session.uuid])
        return f"{register}#person-{guest.uuid}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(comer=self.comer, missed=self.missed, **kwargs)
