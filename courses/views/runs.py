"""One run: look at it, change it, call it off."""

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks

from courses import permissions
from courses.actions.places import name_venue
from courses.actions.runs import cancel_run, change_run
from courses.choices import EnrollmentSource, SessionStatus
from courses.forms.pick import is_asking, without_verdict
from courses.forms.runs import ReasonForm, RunForm
from courses.queries.attending import figures_since, roster_count
from courses.queries.eligibility import not_completed_by
from courses.queries.invitations import invitations_of
from courses.queries.knowledge import has_test
from courses.queries.marking import count_waiting
from courses.queries.messages import message_counts, messages_of
from courses.queries.runs import TAKING_PLACE, people_of, seats_of, sessions_of
from courses.queries.seats import reservations
from courses.queries.tasks import count_to_mark
from courses.queries.tickets import offer_ticket
from courses.queries.walk_ins import walk_ins_to_match
from courses.views.base import FormMixin, RunView
from courses.views.closing_words import checklist

TROUBLED_ON_THE_PAGE = 5


def run_address(run):
    return reverse("courses:run", args=[run.uuid])


def details_of(form, user):
    """The decisions of a valid form; a place that is not known yet is added."""
    if not form.new_venue:
        return form.details()
    return form.details(name_venue(form.new_venue, form.cleaned_data["province"], by=user))


def who_comes(request, run, people, sessions):
    """What the run page says of seats, offers, the roster, and who came."""
    now = timezone.now()
    begun = [
        each.starts_at for each in sessions if each.status in TAKING_PLACE and each.starts_at <= now
    ]
    for row in people["offered"]:
        address = reverse("courses:offer", args=[run.uuid, offer_ticket(row)])
        row.offer_url = request.build_absolute_uri(address)
    if people["requested"]:
        missing = not_completed_by(run, [row.person_id for row in people["requested"]])
        for row in people["requested"]:
            row.missing = missing.get(row.person_id, ())
    kept = list(reservations(now).filter(run=run).select_related("organization").order_by("pk"))
    is_marked = any(
        each.status == SessionStatus.HELD and not each.counts_heads for each in sessions
    )
    figures = figures_since(run, min(begun)) if begun and is_marked else None
    has_walk_ins = any(row.source == EnrollmentSource.WALK_IN for row in people["enrolled"])
    return {
        "kept": kept,
        "kept_seats": sum(row.left for row in kept),
        "figures": figures,
        "roster_count": roster_count(run) if figures else None,
        "to_match": len(walk_ins_to_match(run)) if has_walk_ins else 0,
    }


class RunPage(RunView):
    """Facts, sessions and people of a run. Other apps add panels by the hook
    `courses_run_panels`: callables that take the request and the run and return HTML."""

    template_name = "courses/run/run.html"

    def get_context_data(self, **kwargs):
        run, user = self.run, self.request.user
        people, sessions = people_of(run), list(sessions_of(run))
        checks = checklist(run, user)
        may_change = permissions.runs.may(user, "change")
        return super().get_context_data(
            sessions=sessions,
            people=people,
            gone=people["withdrawn"] + people["declined"],
            trainers=[each.person for each in run.run_trainers.select_related("person")],
            invitations=list(invitations_of(run, permissions.invitations.rows_for(user))),
            has_test=may_change and has_test(run),
            checks=checks,
            can_close=all(check.is_done for check in checks),
            message_counts=message_counts(run),
            to_mark=count_waiting(run),
            tasks_to_mark=count_to_mark(run) if may_change else 0,
            troubled=messages_of(run).troubled()[:TROUBLED_ON_THE_PAGE],
            may_change=may_change,
            may_enroll=permissions.enrollments.may(user, "add"),
            may_see_actions=permissions.factory_actions.may(user, "view"),
            **who_comes(self.request, run, people, sessions),
            panels=[panel(self.request, run) for panel in hooks.get_hooks("courses_run_panels")],
            **kwargs,
        )


class ChangeRun(FormMixin, RunView):
    needs = "runs.change"
    template_name = "courses/run/change.html"

    def make_form(self, data=None):
        return RunForm(data, initial=RunForm.answers_of(self.run), user=self.request.user)

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if is_asking(form):
            return self.show(form=without_verdict(form))
        return super().post(request, *args, **kwargs)

    def act(self, form):
        user = self.request.user
        change_run(self.run, details_of(form, user), form.cleaned_data["trainers"], by=user)
        messages.success(self.request, _("The run is changed."))
        return run_address(self.run)


class CancelRun(FormMixin, RunView):
    needs = "runs.change"
    template_name = "courses/run/cancel.html"
    form_class = ReasonForm

    def act(self, form):
        cancel_run(self.run, form.cleaned_data["reason"], by=self.request.user)
        messages.success(self.request, _("The run is cancelled. Its record stays."))
        return run_address(self.run)

    def get_context_data(self, **kwargs):
        return super().get_context_data(seats=seats_of(self.run), **kwargs)
