"""One run: plan it, look at it, change it, add and cancel sessions, call it off."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks

from courses import permissions
from courses.actions.places import name_venue
from courses.actions.runs import add_session, cancel_run, cancel_session, change_run, plan_run
from courses.choices import EnrollmentSource
from courses.exceptions import Refused
from courses.forms.pick import is_asking, without_verdict
from courses.forms.runs import PlanRunForm, ReasonForm, RunForm, SlotForm, Slots
from courses.models import Person
from courses.queries.attending import figures_since, roster_count
from courses.queries.nominations import invitations_of
from courses.queries.runs import TAKING_PLACE, offered_courses, people_of, seats_of, sessions_of
from courses.queries.seats import reservations
from courses.queries.tickets import offer_ticket
from courses.queries.walk_ins import walk_ins_to_match
from courses.views.base import FormMixin, RunView, SalaView, SessionView


def run_address(run):
    return reverse("courses:run", args=[run.uuid])


def details_of(form, user):
    """The decisions of a valid form; a place that is not known yet is added."""
    if not form.new_venue:
        return form.details()
    return form.details(name_venue(form.new_venue, form.cleaned_data["province"], by=user))


def rosters_for(user):
    return permissions.rosters.rows_for(user).order_by("name_en", "pk")


class PlanRun(SalaView):
    """In two steps on one page: the decisions and a pattern, then the sessions to look through."""

    policy = "trainer"
    needs = "runs.add"
    template_name = "courses/run/plan.html"

    def get(self, request, *args, **kwargs):
        return self.show(form=self.make_form(initial=self.first_answers()))

    def make_form(self, data=None, **options):
        return PlanRunForm(data, rosters=rosters_for(self.request.user), **options)

    def first_answers(self):
        """The trainer herself, and the course of an address such as `?course=OSHC`."""
        answers = {"trainers": list(Person.objects.filter(user=self.request.user))}
        code = self.request.GET.get("course")
        return answers | ({"course": offered_courses().filter(code=code).first()} if code else {})

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if is_asking(form):
            return self.show(form=without_verdict(form), slots=self.typed_slots())
        if not form.is_valid():
            return self.show(form=form, slots=self.typed_slots())
        slots = self.typed_slots()
        if slots is None or not self.is_planning(form):
            return self.show(form=form, slots=self.fresh_slots(form), is_shown=True)
        if slots.is_valid():
            try:
                return redirect(self.plan(form, slots))
            except Refused as no:
                form.add_error(None, no.sentence)
        return self.show(form=form, slots=slots, is_shown=True)

    def is_planning(self, form):
        """Whether the sessions on the page still are those of the pattern."""
        asked = self.request.POST.get("step") == "plan"
        return asked and self.request.POST.get("pattern") == form.pattern

    def typed_slots(self):
        is_sent = "slots-TOTAL_FORMS" in self.request.POST
        return Slots(self.request.POST, prefix="slots") if is_sent else None

    def fresh_slots(self, form):
        return Slots(prefix="slots", initial=[SlotForm.answers_of(slot) for slot in form.slots()])

    def plan(self, form, slots):
        answers, user = form.cleaned_data, self.request.user
        run = plan_run(
            answers["course"], details_of(form, user), slots.slots(), answers["trainers"], by=user
        )
        messages.success(self.request, _("The run is planned. Now bring people onto it."))
        return run_address(run)


def who_comes(request, run, people, sessions):
    """What the run page says of seats, offers, the roster, and who came."""
    now = timezone.now()
    begun = [
        each.starts_at for each in sessions if each.status in TAKING_PLACE and each.starts_at <= now
    ]
    for row in people["offered"]:
        address = reverse("courses:offer", args=[run.uuid, offer_ticket(row)])
        row.offer_url = request.build_absolute_uri(address)
    kept = list(reservations(now).filter(run=run).select_related("organization").order_by("pk"))
    figures = figures_since(run, min(begun)) if begun else None
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
        return super().get_context_data(
            sessions=sessions,
            people=people,
            gone=people["withdrawn"] + people["declined"],
            trainers=[each.person for each in run.run_trainers.select_related("person")],
            invitations=list(invitations_of(run)),
            may_change=permissions.runs.may(user, "change"),
            may_enroll=permissions.enrollments.may(user, "add"),
            **who_comes(self.request, run, people, sessions),
            panels=[panel(self.request, run) for panel in hooks.get_hooks("courses_run_panels")],
            **kwargs,
        )


class ChangeRun(FormMixin, RunView):
    needs = "runs.change"
    template_name = "courses/run/change.html"

    def make_form(self, data=None):
        rosters = rosters_for(self.request.user)
        return RunForm(data, initial=RunForm.answers_of(self.run), rosters=rosters)

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


class AddSession(FormMixin, RunView):
    needs = "runs.change"
    template_name = "courses/run/add_session.html"

    def make_form(self, data=None):
        return SlotForm(data)

    def act(self, form):
        session = add_session(self.run, form.slot(), by=self.request.user)
        messages.success(self.request, _("The session is added."))
        return f"{run_address(self.run)}#session-{session.uuid}"


class CancelSession(FormMixin, SessionView):
    needs = "sessions.change"
    template_name = "courses/run/cancel_session.html"
    form_class = ReasonForm

    def act(self, form):
        cancel_session(self.session, form.cleaned_data["reason"], by=self.request.user)
        messages.success(self.request, _("The session is cancelled. It no longer counts."))
        return run_address(self.session.run)
