"""The list of an organization: its people, names to type or to take from a file, what became of
everybody, and certificates."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail import hooks

from courses.actions.nominations import (
    REFUSALS,
    change_nomination,
    nominate_people,
    withdraw_nomination,
)
from courses.choices import Role
from courses.exceptions import Refused
from courses.forms.nominate import (
    ROWS_AT_ONCE,
    ListForm,
    NomineeForm,
    nominee_rows,
)
from courses.models import NominationState
from courses.queries.nominations import may_have_certificates, named, nominees_of
from courses.rules.nominations import NOT_TAKEN, why_not_change, women_missing
from courses.views.base import FormMixin, VerbMixin
from courses.views.nominate import InvitationView
from courses.views.nomination_words import PROBLEMS, STANDINGS


class Nominees(InvitationView):
    """What is asked, the own list with what to put right, and what became of everybody."""

    template_name = "courses/nominate/nominees.html"

    def get_context_data(self, **kwargs):
        nominees = nominees_of(self.invitation)
        papers = self.papers(nominees)
        counting = [each.nomination for each in nominees if each.standing != NOT_TAKEN]
        reason = why_not_change(self.asked, today=timezone.localdate())
        return super().get_context_data(
            sessions=list(self.invitation.run.sessions.taking_place()),
            nominees=[
                {
                    "row": each.nomination,
                    "standing": STANDINGS[each.standing],
                    "code": each.standing,
                    "problems": [PROBLEMS[code] for code in each.problems],
                    "may_change": self.is_open and each.is_open,
                    "may_withdraw": self.is_open
                    and each.standing in ("listed", "place", "waiting"),
                    "has_paper": each.nomination.enrollment_id in papers,
                }
                for each in nominees
            ],
            women_missing=women_missing(map(named, counting), self.invitation.women_percent),
            roles=[Role(role).label for role in self.invitation.roles],
            why_closed=REFUSALS[reason] if reason else "",
            **kwargs,
        )

    def papers(self, nominees):
        if not may_have_certificates(self.invitation):
            return {}
        return papers_of([each.nomination.enrollment_id for each in nominees])


def papers_of(enrollments):
    """The certificate of each enrolment that has one in force, from the hook
    `courses_certificate_files`: callables that take ids of enrolments and return a dict from such
    an id to a pair of a file name and a callable that opens the file."""
    wanted, found = [each for each in enrollments if each], {}
    for files_of in hooks.get_hooks("courses_certificate_files") if wanted else ():
        found |= files_of(wanted)
    return found


class AddNominees(InvitationView):
    """Names to type, three rows at first and ten at most; a file fills the same rows."""

    template_name = "courses/nominate/add.html"

    def get(self, request, *args, **kwargs):
        return self.show(sheet=self.sheet())

    def sheet(self, **options):
        return nominee_rows(self.invitation, **options)

    def post(self, request, *args, **kwargs):
        if "more" in request.POST:
            return self.show(sheet=self.sheet(data=self.with_more_rows()))
        sheet = self.sheet(data=request.POST)
        if not sheet.is_valid():
            return self.show(sheet=sheet)
        if self.is_too_fast():
            return self.show(sheet=sheet, refusal=_("That was very fast. Wait ten minutes."))
        try:
            added = nominate_people(self.invitation, sheet.nominees())
        except Refused as no:
            return self.show(sheet=sheet, refusal=no.sentence)
        if added:
            messages.success(request, _("The names are on your list. The trainer sees them."))
        return redirect(self.get_next_url())

    def with_more_rows(self):
        data = self.request.POST.copy()
        data["people-TOTAL_FORMS"] = ROWS_AT_ONCE
        return data

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **{
                "list_form": ListForm(),
                "rows_at_once": ROWS_AT_ONCE,
                "roles": [Role(role).label for role in self.invitation.roles],
            }
            | kwargs
        )


class NominationView(InvitationView):
    """Something about one person of the own list, found by `nomination` below the invitation."""

    def find(self):
        return self.nomination

    @cached_property
    def nomination(self):
        rows = self.invitation.nominations.exclude(state=NominationState.WITHDRAWN)
        return get_object_or_404(rows, uuid=self.kwargs["nomination"])


class ChangeNominee(FormMixin, NominationView):
    template_name = "courses/nominate/change.html"

    def make_form(self, data=None):
        initial = NomineeForm.answers_of(self.nomination)
        return NomineeForm(data, invitation=self.invitation, initial=initial)

    def act(self, form):
        change_nomination(self.nomination, form.nominee())
        messages.success(self.request, _("The change is kept."))
        return self.get_next_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(row=self.nomination, **kwargs)


class WithdrawNominee(VerbMixin, NominationView):
    def act(self):
        withdraw_nomination(self.nomination)
        return _("%(name)s is off your list.") % {"name": self.nomination.name}


class NomineeCertificate(NominationView):
    """The file of a certificate, as an attachment, where the channel allows it."""

    def get(self, request, *args, **kwargs):
        place = self.nomination.enrollment_id
        found = papers_of([place]) if may_have_certificates(self.invitation) else {}
        if place not in found:
            raise Http404
        filename, open_file = found[place]
        try:
            file = open_file()
        except FileNotFoundError as error:
            raise Http404 from error
        response = FileResponse(file, as_attachment=True, filename=filename)
        response["X-Content-Type-Options"] = "nosniff"
        return response
