"""People who are not on the list: added to a run, or at the door of a session."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from courses.actions.attendance import add_walk_in
from courses.actions.enrollment import enroll
from courses.actions.newcomers import add_newcomer_at_the_door, enroll_newcomer
from courses.actions.objections import MAY_BE_OVERRIDDEN
from courses.choices import EnrollmentStatus
from courses.exceptions import Refused
from courses.forms.people import NewPersonForm
from courses.forms.pick import is_asking, without_verdict
from courses.queries.made_up import who_missed
from courses.queries.recognition import like, may_ask_outside
from courses.queries.runs import seats_of
from courses.views.base import RunView, SessionView
from courses.views.enrollments import (
    outcome,
    person_or_404,
    recognize,
    results_for,
    with_standing,
)


class NewcomerMixin:
    """Four answers about somebody. Whoever may be known already is shown before anybody is added:
    the buttons `known` (this very person) and `new` (somebody else) decide. A screen gives the run
    (`get_run`), the two verbs (`add_new`, `add_known`), the notice and where to go next."""

    is_held = False

    def make_form(self, data=None, **options):
        return NewPersonForm(data, course=self.get_run().course, **options)

    def get(self, request, *args, **kwargs):
        return self.show(form=self.make_form(initial={"name": request.GET.get("name", "")}))

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if "known" in request.POST:
            return self.take_known(form)
        if is_asking(form) or "look" in request.POST:
            return self.show(form=without_verdict(form), alike=self.alike(form))
        if not form.is_valid():
            return self.show(form=form, alike=self.alike(form))
        alike = [] if "new" in request.POST else self.alike(form)
        if alike:
            return self.show(form=form, alike=alike, is_in_doubt=True)
        return self.take(form, lambda: self.add_new(form), doubts=form.doubts())

    def take_known(self, form):
        person = person_or_404(self.request.user, self.request.POST["known"])
        job = form.job() if form.is_valid() else None
        form.errors.clear()
        return self.take(form, lambda: self.add_known(person, job))

    def take(self, form, add, doubts=()):
        try:
            enrollment = add()
        except Refused as no:
            form.add_error(None, no.sentence)
            may_overrule = no.code in MAY_BE_OVERRIDDEN
            return self.show(form=form, alike=self.alike(form), may_overrule=may_overrule)
        messages.success(self.request, self.words_for(enrollment))
        for sentence in doubts:
            messages.warning(self.request, sentence)
        return redirect(self.get_next_url(enrollment))

    def alike(self, form):
        told, user = form.told(), self.request.user
        looks = may_ask_outside(told.key_km or told.name_latin)
        found, self.is_held = recognize(partial(like, told), user, looks=looks)
        return with_standing(self.get_run(), found.people)

    def get_context_data(self, **kwargs):
        seats = seats_of(self.get_run())
        return super().get_context_data(seats=seats, is_held=self.is_held, **kwargs)


class EnrollNewcomer(NewcomerMixin, RunView):
    needs = "enrollments.add"
    template_name = "courses/enroll_people/newcomer.html"

    def get_run(self):
        return self.run

    @property
    def despite(self):
        """Why she is enrolled although something speaks against it."""
        return self.request.POST.get("despite", "").strip()[:200]

    def add_new(self, form):
        return enroll_newcomer(
            self.run, form.person(), form.job(), by=self.request.user, despite=self.despite
        )

    def add_known(self, person, job):
        return enroll(self.run, person, job, by=self.request.user, despite=self.despite)

    def words_for(self, enrollment):
        return outcome(enrollment)

    def get_next_url(self, enrollment):
        return reverse("courses:enroll_people", args=[self.run.uuid])


class WalkIn(NewcomerMixin, SessionView):
    needs = "sessions.change"
    template_name = "courses/walk_in/walk_in.html"

    def get_run(self):
        return self.session.run

    def add_new(self, form):
        return add_newcomer_at_the_door(
            self.session, form.person(), form.job(), by=self.request.user
        )

    def alike(self, form):
        return self.with_make_ups(super().alike(form))

    def with_make_ups(self, people):
        """The people, each with where she is added for a make-up, if there is anything to make up
        for."""
        missed = who_missed(self.session, people) if people else ()
        address = reverse("courses:make_up_at_the_door", args=[self.session.uuid])
        for person in people:
            if person.pk in missed:
                person.make_up_url = f"{address}?person={person.uuid}"
        return people

    def add_known(self, person, job):
        return add_walk_in(self.session, person, job, by=self.request.user)

    def words_for(self, enrollment):
        return _("%(name)s is added and marked here.") % {"name": enrollment.person.name}

    def get_next_url(self, enrollment):
        register = reverse("courses:register", args=[self.session.uuid])
        return f"{register}#person-{enrollment.pk}"

    def get_context_data(self, **kwargs):
        query = self.request.GET.get("q", "").strip()
        taken, user = {EnrollmentStatus.ENROLLED}, self.request.user
        results = results_for(self.get_run(), query, taken=taken, user=user)
        self.with_make_ups(results["people"])
        return super().get_context_data(results=results, **kwargs)
