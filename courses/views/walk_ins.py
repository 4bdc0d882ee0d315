"""Walk-ins who may be somebody on the list: one tap makes them one."""

import uuid

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from courses.actions.walk_ins import keep_walk_in_apart, match_walk_in
from courses.exceptions import Refused
from courses.queries.walk_ins import walk_ins_to_match
from courses.views.base import RunView


class WalkIns(RunView):
    needs = "enrollments.change"
    template_name = "courses/walk_in/match.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(walk_ins=walk_ins_to_match(self.run), **kwargs)

    def post(self, request, *args, **kwargs):
        walk_in, *listed = self.places()
        try:
            self.decide(walk_in, listed)
        except Refused as no:
            messages.error(request, no.sentence)
        return redirect("courses:walk_ins", self.run.uuid)

    def decide(self, walk_in, listed):
        names = {"name": walk_in.person.name}
        if "same" in self.request.POST:
            match_walk_in(walk_in, listed[0], by=self.request.user)
            messages.success(self.request, _("%(name)s is matched with the list.") % names)
        else:
            keep_walk_in_apart(walk_in, listed, by=self.request.user)
            messages.success(self.request, _("%(name)s is somebody else.") % names)

    def places(self):
        """The walk-in, and those on the list that the button is about."""
        sent = self.request.POST
        others = [sent["same"]] if "same" in sent else sent.getlist("other")
        wanted = numbers_or_404([sent.get("walk_in", ""), *others])
        rows = self.run.enrollments.select_related("person", "run").in_bulk(
            wanted, field_name="uuid"
        )
        found = [rows[each] for each in wanted if each in rows]
        if len(found) < 2 or len(found) < len(wanted):
            raise Http404
        return found


def numbers_or_404(values):
    try:
        return [uuid.UUID(value) for value in values]
    except ValueError:
        raise Http404 from None
