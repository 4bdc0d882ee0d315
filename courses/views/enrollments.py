"""People of a run: find and enrol them, answer requests, withdraw, tick tasks."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from courses import permissions
from courses.actions.completion import record_task
from courses.actions.enrollment import decide_request, enroll, withdraw
from courses.actions.look_ups import may_look_up, note_look_up
from courses.choices import EnrollmentStatus
from courses.exceptions import Refused
from courses.forms.enrollments import WithdrawForm
from courses.models import Person
from courses.queries.people import standing_on
from courses.queries.recognition import found_by, may_ask_outside
from courses.queries.runs import seats_of
from courses.views.base import FormMixin, RunView, VerbMixin

ON_THE_RUN = {
    EnrollmentStatus.ENROLLED,
    EnrollmentStatus.WAITLISTED,
    EnrollmentStatus.REQUESTED,
}


def person_or_404(user, value):
    """Anybody whom the user may look up in order to enrol her, by the `uuid` that a button sent;
    one whose record was merged meanwhile is found as the person she is part of."""
    try:
        number = uuid.UUID(value)
    except ValueError:
        raise Http404 from None
    if not permissions.people.may_find(user):
        raise Http404
    people = Person.everybody.filter(erased_at=None).select_related("merged_into")
    return get_object_or_404(people, uuid=number).canonical


def results_for(run, query, *, taken, user):
    """What a search shows: people with their standing on the run, whether there are more, and
    whether the user has looked up too many. Whose status is one of `taken` cannot be added again.
    """
    looks = may_ask_outside(query)
    found, is_held = recognize(partial(found_by, query), user, looks=looks)
    for person in with_standing(run, found.people):
        person.is_taken = bool(person.standing) and person.standing.status in taken
    return {
        "query": query,
        "people": found.people,
        "has_more": found.has_more,
        "is_held": is_held,
        "is_short": bool(query) and not (looks or permissions.sees_all(user)),
    }


def recognize(find, user, *, looks):
    """Whom `find` finds for the user, and whether people outside her reach were held back, because
    she looked up too many; every look at them is counted."""
    if permissions.sees_all(user) or not looks:
        return find(user, also_outside=False), False
    is_allowed = may_look_up(user)
    found = find(user, also_outside=is_allowed)
    if is_allowed:
        note_look_up(user, found.outside)
    return found, not is_allowed


def with_standing(run, people):
    """The people, each with `standing`: the enrolment on this run, or None."""
    standing = standing_on(run, people)
    for person in people:
        person.standing = standing.get(person.pk)
    return people


def outcome(enrollment):
    """What became of an enrolment, in words."""
    words = {
        EnrollmentStatus.ENROLLED: _("%(name)s has a seat."),
        EnrollmentStatus.WAITLISTED: _(
            "%(name)s is on the waiting list, because all seats are taken."
        ),
    }
    return words[enrollment.status] % {"name": enrollment.person.name}


class EnrollPeople(RunView):
    """Search by name, card code or phone, and enrol with one tap."""

    needs = "enrollments.add"
    template_name = "courses/enroll_people/enroll_people.html"

    def get_context_data(self, **kwargs):
        query = self.request.GET.get("q", "").strip()
        results = results_for(self.run, query, taken=ON_THE_RUN, user=self.request.user)
        return super().get_context_data(results=results, seats=seats_of(self.run), **kwargs)

    def post(self, request, *args, **kwargs):
        person = person_or_404(request.user, request.POST.get("known", ""))
        try:
            enrollment = enroll(self.run, person, by=request.user)
        except Refused as no:
            messages.error(request, no.sentence)
        else:
            messages.success(request, outcome(enrollment))
        query = urlencode({"q": request.POST.get("q", "")})
        return redirect(f"{reverse('courses:enroll_people', args=[self.run.uuid])}?{query}")


class EnrollmentView(RunView):
    """Something about one person of the run, found by `enrollment` in the address."""

    needs = "enrollments.change"

    @cached_property
    def enrollment(self):
        rows = self.run.enrollments.select_related("person", "run")
        return get_object_or_404(rows, uuid=self.kwargs["enrollment"])

    def find(self):
        return self.enrollment

    def get_next_url(self):
        run = reverse("courses:run", args=[self.run.uuid])
        return f"{run}#person-{self.enrollment.uuid}"


class DecideRequest(VerbMixin, EnrollmentView):
    def act(self):
        is_accepted = self.request.POST.get("answer") == "accept"
        enrollment = decide_request(self.enrollment, is_accepted, by=self.request.user)
        if enrollment.status == EnrollmentStatus.DECLINED:
            return _("The request of %(name)s is declined.") % {"name": enrollment.person.name}
        return outcome(enrollment)


class Withdraw(FormMixin, EnrollmentView):
    template_name = "courses/run/withdraw.html"
    form_class = WithdrawForm

    def act(self, form):
        withdraw(self.enrollment, form.cleaned_data["reason"], by=self.request.user)
        words = _("%(name)s is off the run.") % {"name": self.enrollment.person.name}
        messages.success(self.request, words)
        return reverse("courses:run", args=[self.run.uuid])

    def get_context_data(self, **kwargs):
        waiting = self.run.enrollments.waiting().select_related("person").first()
        return super().get_context_data(enrollment=self.enrollment, first_waiting=waiting, **kwargs)


class RecordTask(VerbMixin, EnrollmentView):
    def act(self):
        is_done = self.request.POST.get("done") == "yes"
        day = timezone.localdate() if is_done else None
        record_task(self.enrollment, day, by=self.request.user)
        name = {"name": self.enrollment.person.name}
        if is_done:
            return _("The task of %(name)s is done.") % name
        return _("The task of %(name)s is open again.") % name
