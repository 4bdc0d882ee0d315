"""Somebody else comes instead: from the run page, or at the door from the register."""

import uuid

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses.actions.substitution import substitute, substitute_newcomer, undo_substitution
from courses.choices import EnrollmentStatus
from courses.models import Session
from courses.queries.substitutes import alternates_for, replaceable
from courses.views.base import SessionView, VerbMixin
from courses.views.enrollments import ON_THE_RUN, EnrollmentView, results_for, with_standing
from courses.views.newcomers import NewcomerMixin

#: Who has a place here already cannot come instead of another; who waits can.
TAKEN = ON_THE_RUN - {EnrollmentStatus.WAITLISTED}


class Substitute(NewcomerMixin, EnrollmentView):
    """Find who comes instead, or write four answers. `session` in the address leads back to its
    register."""

    template_name = "courses/substitution/substitute.html"

    def get_run(self):
        return self.run

    @cached_property
    def session(self):
        """The session at whose door this happens, or None."""
        try:
            number = uuid.UUID(self.request.GET.get("session", ""))
        except ValueError:
            return None
        return Session.objects.filter(run=self.run, uuid=number).first()

    def add_new(self, form):
        return substitute_newcomer(self.enrollment, form.person(), form.job(), by=self.request.user)

    def add_known(self, person, job):
        return substitute(self.enrollment, person, job, by=self.request.user)

    def words_for(self, enrollment):
        names = {"name": enrollment.person.name, "other": self.enrollment.person.name}
        return _("%(name)s comes instead of %(other)s.") % names

    def get_next_url(self, enrollment=None):
        if self.session and enrollment:
            register = reverse("courses:register", args=[self.session.uuid])
            return f"{register}#person-{enrollment.pk}"
        return super().get_next_url()

    def get_context_data(self, **kwargs):
        query = self.request.GET.get("q", "").strip()
        results = results_for(self.run, query, taken=TAKEN, user=self.request.user)
        if not query:
            results["people"] = self.alternates()
        return super().get_context_data(
            enrollment=self.enrollment, results=results, session=self.session, **kwargs
        )

    def alternates(self):
        """Those of the run's roster, of the same organization first, to be chosen with one tap."""
        people = with_standing(self.run, alternates_for(self.enrollment))
        for person in people:
            person.is_taken = bool(person.standing) and person.standing.status in TAKEN
        return people


class UndoSubstitution(VerbMixin, EnrollmentView):
    def act(self):
        undo_substitution(self.enrollment, by=self.request.user)
        return _("%(name)s has the seat again.") % {"name": self.enrollment.person.name}


class SubstituteAtTheDoor(SessionView):
    """Instead of whom? Everybody on the list of the session who has not come."""

    needs = "enrollments.change"
    template_name = "courses/substitution/at_the_door.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(people=list(replaceable(self.session)), **kwargs)

    def post(self, request, *args, **kwargs):
        return redirect("courses:substitute_at_the_door", self.session.uuid)
