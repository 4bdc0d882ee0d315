"""Seats of a run that are kept for organizations."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.actions.reservations import keep_seats, release_seats
from courses.forms.enrollments import KeepSeatsForm
from courses.forms.pick import is_asking, without_verdict
from courses.forms.register_words import number
from courses.queries.reservations import kept_seats_of
from courses.queries.runs import seats_of
from courses.views.base import FormMixin, RunView, VerbMixin


class KeptSeats(FormMixin, RunView):
    """What is kept, for whom, how much of it is used; and a form to keep more, or change it."""

    needs = "runs.change"
    template_name = "courses/reservations/seats.html"
    form_class = KeepSeatsForm

    def get(self, request, *args, **kwargs):
        chosen = self.run.reservations.filter(organization=self.asked_for()).first()
        initial = KeepSeatsForm.answers_of(chosen) if chosen else {}
        return self.show(form=KeepSeatsForm(initial=initial), is_change=bool(chosen))

    def asked_for(self):
        value = self.request.GET.get("organization", "")
        return int(value) if value.isdecimal() and len(value) < 12 else None

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if is_asking(form):
            return self.show(form=without_verdict(form))
        return super().post(request, *args, **kwargs)

    def act(self, form):
        answers = form.cleaned_data
        row = keep_seats(
            self.run,
            answers["organization"],
            answers["seats"],
            answers["until"],
            by=self.request.user,
        )
        words = ngettext(
            "%(count)s seat is kept for %(name)s.",
            "%(count)s seats are kept for %(name)s.",
            row.seats,
        )
        names = {"count": number(row.seats), "name": row.organization.name}
        messages.success(self.request, words % names)
        return reverse("courses:kept_seats", args=[self.run.uuid])

    def get_context_data(self, **kwargs):
        rows = kept_seats_of(self.run)
        return super().get_context_data(rows=rows, seats=seats_of(self.run), **kwargs)


class ReleaseSeats(VerbMixin, RunView):
    needs = "runs.change"

    @cached_property
    def reservation(self):
        rows = self.run.reservations.select_related("organization")
        return get_object_or_404(rows, pk=self.kwargs["reservation"])

    def find(self):
        return self.reservation

    def act(self):
        name = self.reservation.organization.name
        release_seats(self.reservation, by=self.request.user)
        return _("No more seats are kept for %(name)s.") % {"name": name}

    def get_next_url(self):
        return reverse("courses:kept_seats", args=[self.run.uuid])
