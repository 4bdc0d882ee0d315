"""A standing roster comes onto a run with one tap."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.actions.rosters import enroll_roster
from courses.forms.register_words import number
from courses.views.base import RunView, VerbMixin


class EnrollRoster(VerbMixin, RunView):
    needs = "enrollments.add"

    def act(self):
        placed = enroll_roster(self.run, by=self.request.user)
        if not placed:
            return _("Everybody of the roster is on the run already.")
        words = ngettext(
            "%(count)s person of the roster is on the run now.",
            "%(count)s people of the roster are on the run now.",
            len(placed),
        )
        return words % {"count": number(len(placed))}

    def get_next_url(self):
        return f"{reverse('courses:run', args=[self.run.uuid])}#people"
