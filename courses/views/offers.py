"""A seat is offered: the person answers on her page or by a link, or a trainer for her."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses.actions.offers import accept_offer, decline_offer
from courses.exceptions import Refused
from courses.queries.my_training import own_enrollments
from courses.queries.tickets import offered_by
from courses.views.base import SalaView, VerbMixin
from courses.views.enrol import RunForEverybody
from courses.views.enrollments import EnrollmentView


def is_accepting(request):
    return request.POST.get("answer") == "accept"


class AnswerOffer(VerbMixin, EnrollmentView):
    """By a trainer, who has spoken with the person."""

    def act(self):
        name = {"name": self.enrollment.person.name}
        if is_accepting(self.request):
            accept_offer(self.enrollment, by=self.request.user)
            return _("%(name)s has a seat.") % name
        decline_offer(self.enrollment, by=self.request.user)
        return _("%(name)s does not take the seat.") % name


class MyOffer(VerbMixin, SalaView):
    """By the person herself, who has signed in or come by her card."""

    policy = "own"

    @cached_property
    def enrollment(self):
        rows = own_enrollments(self.person) if self.person else None
        found = rows and rows.filter(uuid=self.kwargs["enrollment"]).first()
        if not found:
            raise Http404
        return found

    def find(self):
        return self.enrollment

    def act(self):
        if is_accepting(self.request):
            accept_offer(self.enrollment, by=self.actor)
            return _("The seat is yours.")
        decline_offer(self.enrollment, by=self.actor)
        return _("The seat goes to the next one. You can ask again while there are seats.")

    def get_next_url(self):
        return reverse("courses:my_training")


class OfferByLink(RunForEverybody):
    """By whoever has the link, without an account. The page says nothing about the person."""

    template_name = "courses/enrol/offer.html"

    @cached_property
    def enrollment(self):
        found = offered_by(self.kwargs["ticket"])
        if found is None or found.run_id != self.run.pk:
            raise Http404
        return found

    def get(self, request, *args, **kwargs):
        return self.show(enrollment=self.enrollment, kind=self.enrollment.status)

    def post(self, request, *args, **kwargs):
        answer = accept_offer if is_accepting(request) else decline_offer
        try:
            answer(self.enrollment, by=None)
        except Refused as no:
            messages.error(request, no.sentence)
        return redirect("courses:offer", self.run.uuid, kwargs["ticket"])
