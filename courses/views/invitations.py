"""Trainers ask organizations to name people for a run, and decide about those who were named."""

from collections import Counter

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses import conf, permissions
from courses.actions.invitations import invite_organization, renew_link, revoke_invitation
from courses.actions.nomination_taking import refuse_nominations, take_nominations
from courses.choices import EnrollmentStatus, ImportOutcome, Role, Sex
from courses.exceptions import Refused
from courses.forms.invitations import InviteForm, RenewForm
from courses.forms.pick import is_asking, without_verdict
from courses.models import NominationState
from courses.queries.invitations import invitations_of
from courses.queries.nominations import named, plan_of, trainings_of
from courses.queries.runs import seats_of
from courses.rules.nominations import women_missing
from courses.views.base import RunView, VerbMixin
from courses.views.import_words import spoken
from courses.views.nomination_words import letters

#: Names that use a seat of the organization.
COUNTING = (NominationState.LISTED, NominationState.TAKEN)


class LinkOnce:
    """A screen that makes a link shows it in its answer and nowhere else."""

    def show_link(self, invited):
        return self.response_class(
            request=self.request,
            template="courses/invitations/link.html",
            context=self.get_context_data(
                invitation=invited.invitation,
                letters=letters(self.request, invited.invitation, invited.token),
            ),
        )


class InviteOrganization(LinkOnce, RunView):
    """Who is asked, for how many seats, until when; then the link, once."""

    needs = "runs.change"
    template_name = "courses/invitations/invite.html"

    def get(self, request, *args, **kwargs):
        return self.show(form=InviteForm(initial=InviteForm.first_answers(self.run)))

    def post(self, request, *args, **kwargs):
        form = InviteForm(request.POST)
        if is_asking(form):
            return self.show(form=without_verdict(form))
        if form.is_valid():
            said = form.cleaned_data
            try:
                invited = invite_organization(
                    self.run, said["organization"], said["channel"], form.terms(), by=request.user
                )
            except Refused as no:
                form.add_error(None, no.sentence)
            else:
                return self.show_link(invited)
        return self.show(form=form)


class InvitationScreen(RunView):
    """Something about one invitation of the run, found by `invitation` in the address."""

    needs = "runs.change"

    @cached_property
    def invitation(self):
        rows = invitations_of(self.run, permissions.invitations.rows_for(self.request.user))
        return get_object_or_404(rows, uuid=self.kwargs["invitation"])

    def find(self):
        return self.invitation

    def get_next_url(self):
        return reverse("courses:invitation", args=[self.run.uuid, self.invitation.uuid])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"invitation": self.invitation} | kwargs)


class InvitationPage(InvitationScreen):
    """State of the link, who waits for a decision, and who was decided about."""

    template_name = "courses/invitations/invitation.html"

    def get_context_data(self, **kwargs):
        invitation = self.invitation
        invitation.run = self.run
        rows = list(invitation.nominations.select_related("enrollment"))
        waiting = [row for row in rows if row.state == NominationState.LISTED]
        plan = plan_of(invitation, waiting)
        came = trainings_of({each.person_id for each in plan if each.person_id}, localdate())
        counting = [row for row in rows if row.state in COUNTING]
        return super().get_context_data(
            waiting=[
                {
                    "row": planned.nomination,
                    "outcome": _hint(planned.outcome),
                    "is_hot": planned.outcome == ImportOutcome.IS_TRAINER,
                    "workplace": planned.employer.name
                    if planned.employer
                    else planned.nomination.employer_text,
                    "repeat": _repeat(came.get(planned.person_id, 0)),
                    "is_other_role": bool(invitation.roles)
                    and planned.nomination.role not in invitation.roles,
                }
                for planned in plan
            ],
            decided=[
                {"row": row, "words": _decided(row)}
                for row in rows
                if row.state != NominationState.LISTED
            ],
            roles=[Role(role).label for role in invitation.roles],
            by_role=_by_role(waiting),
            women=sum(row.sex == Sex.FEMALE for row in waiting),
            women_missing=women_missing(map(named, counting), invitation.women_percent),
            is_usable=invitation.revoked_at is None and invitation.expires_on >= localdate(),
            renew_form=RenewForm(initial={"deadline": max(invitation.deadline, localdate())}),
            seats=seats_of(self.run),
            shows_contacts=permissions.contacts.may_see(self.request.user, self.run),
            **kwargs,
        )


def _hint(outcome):
    return "" if outcome == ImportOutcome.NEW else outcome.label


def _repeat(trainings):
    """The flag for somebody who is sent to every training."""
    if trainings < conf.get("COURSES_OFTEN_TRAINED"):
        return ""
    words = ngettext(
        "Came to %(n)s training in twelve months", "Came to %(n)s trainings in twelve months",
        trainings,
    )  # fmt: skip
    return spoken(words % {"n": trainings})


def _by_role(rows):
    """How many there are of each role, the most first."""
    return Counter(row.get_role_display() for row in rows).most_common()


def _decided(row):
    if row.state != NominationState.TAKEN:
        return row.get_state_display()
    return EnrollmentStatus(row.enrollment.status).label


class RenewLink(LinkOnce, InvitationScreen):
    """A new link in the place of the old one."""

    def get(self, request, *args, **kwargs):
        return redirect(self.get_next_url())

    def post(self, request, *args, **kwargs):
        form = RenewForm(request.POST)
        deadline = form.cleaned_data["deadline"] if form.is_valid() else None
        try:
            invited = renew_link(self.invitation, deadline, by=request.user)
        except Refused as no:
            messages.error(request, no.sentence)
            return redirect(self.get_next_url())
        return self.show_link(invited)


class RevokeInvitation(VerbMixin, InvitationScreen):
    def act(self):
        revoke_invitation(self.invitation, by=self.request.user)
        return _("The link no longer works. The names that were written stay here.")


class DecideNominations(VerbMixin, InvitationScreen):
    """Takes or turns down those who are ticked."""

    needs = "enrollments.add"

    def act(self):
        ticked = set(self.request.POST.getlist("person"))
        rows = [row for row in self.invitation.nominations.listed() if str(row.uuid) in ticked]
        if not rows:
            raise Refused(_("Tick the people whom you decide about."), code="nobody")
        user, reason = self.request.user, self.request.POST.get("reason", "")
        if self.request.POST.get("answer") == "refuse":
            number = refuse_nominations(self.invitation, rows, reason, by=user)
            words = ngettext("%(n)s person was not taken.", "%(n)s people were not taken.", number)
        else:
            taken = take_nominations(self.invitation, rows, by=user)
            number = sum(row.state == NominationState.TAKEN for row in taken)
            words = ngettext("%(n)s person was taken.", "%(n)s people were taken.", number)
        return spoken(words % {"n": number})
