"""Plan a run: from a pattern, from an earlier run, or by own days."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses import permissions
from courses.actions.planning import plan_run
from courses.actions.runs import add_session
from courses.exceptions import Refused
from courses.forms.conflict_words import sentence
from courses.forms.pick import is_asking, without_verdict
from courses.forms.planning import COPY, AddSessionForm, PlanRunForm, SlotForm, Slots
from courses.forms.runs import RunForm
from courses.models import Person
from courses.queries.conflicts import conflicts_of
from courses.queries.runs import offered_courses
from courses.rules.schedule import same_weekday_after
from courses.views.base import FormMixin, RunView, SalaView
from courses.views.runs import details_of, run_address

WHY_DESPITE = gettext_lazy(
    "Change the sessions, or say in a few words why the run is planned all the same."
)
CONFLICT = gettext_lazy("Something stands in the way of this session. It is not added yet.")


def in_words(conflicts, user):
    """Conflicts as sentences; of runs that the user may not see nothing is told."""
    runs = {each.other.run_id for each in conflicts if each.other}
    seen = permissions.runs.rows_for(user).filter(pk__in=runs) if runs else ()
    visible = {run.pk for run in seen}
    return [sentence(each, visible) for each in conflicts]


class PlanRun(SalaView):
    """In two steps on one page: the decisions and a pattern, then the sessions to look through."""

    policy = "trainer"
    needs = "runs.add"
    template_name = "courses/run/plan.html"

    #: The run that is copied, where one is.
    copied = None

    def get(self, request, *args, **kwargs):
        return self.show(form=self.make_form(initial=self.first_answers()))

    def make_form(self, data=None, **options):
        return PlanRunForm(data, copied=self.copied, user=self.request.user, **options)

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
            return self.show_sessions(form, self.fresh_slots(form), form.slots())
        if not slots.is_valid():
            return self.show_sessions(form, slots, ())
        found = self.conflicts(form, slots.slots())
        if found and not form.cleaned_data["despite"]:
            form.add_error("despite", WHY_DESPITE)
            return self.show_sessions(form, slots, slots.slots())
        try:
            return redirect(self.plan(form, slots))
        except Refused as no:
            form.add_error(None, no.sentence)
        return self.show_sessions(form, slots, slots.slots())

    def conflicts(self, form, slots):
        answers = form.cleaned_data
        venue = None if form.new_venue else answers["venue"]
        return conflicts_of(slots, answers["trainers"], venue)

    def show_sessions(self, form, formset, slots):
        """The second step; of the sessions that are known it says what they run into."""
        told = in_words(self.conflicts(form, slots), self.request.user)
        return self.show(form=form, slots=formset, conflicts=told, is_shown=True)

    def is_planning(self, form):
        """Whether the sessions on the page still are those of the pattern."""
        asked = self.request.POST.get("step") == "plan"
        return asked and self.request.POST.get("pattern") == form.follows

    def typed_slots(self):
        is_sent = "slots-TOTAL_FORMS" in self.request.POST
        return Slots(self.request.POST, prefix="slots") if is_sent else None

    def fresh_slots(self, form):
        return Slots(prefix="slots", initial=[SlotForm.answers_of(slot) for slot in form.slots()])

    def plan(self, form, slots):
        answers, user = form.cleaned_data, self.request.user
        run = plan_run(
            answers["course"],
            details_of(form, user),
            slots.slots(),
            answers["trainers"],
            by=user,
            pattern=form.pattern,
            copied_from=self.copied,
            despite=answers["despite"],
        )
        messages.success(self.request, _("The run is planned. Now bring people onto it."))
        return run_address(run)


class CopyRun(PlanRun):
    """Plan a run as an earlier one was held; its people are not taken along."""

    policy = "run"

    def find(self):
        rows = permissions.runs.rows_for(self.request.user).select_related("course")
        self.copied = get_object_or_404(rows, uuid=self.kwargs["uuid"])

    def first_answers(self):
        run, today = self.copied, timezone.localdate()
        return {
            **RunForm.answers_of(run),
            "course": run.course,
            "delivery": COPY,
            "first_day": same_weekday_after(run.starts_on or today, today),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(copied=self.copied, **kwargs)


class AddSession(FormMixin, RunView):
    needs = "runs.change"
    template_name = "courses/run/add_session.html"

    def make_form(self, data=None):
        return AddSessionForm(data)

    def act(self, form):
        despite = form.cleaned_data["despite"]
        found = self.conflicts(form.slot())
        if found and not despite:
            form.add_error("despite", WHY_DESPITE)
            raise Refused(CONFLICT, code="conflict")
        session = add_session(self.run, form.slot(), by=self.request.user, despite=despite)
        messages.success(self.request, _("The session is added."))
        return f"{run_address(self.run)}#session-{session.uuid}"

    def conflicts(self, slot):
        run = self.run
        trainers = [each.person for each in run.run_trainers.select_related("person")]
        people = Person.objects.filter(enrollments__in=run.enrollments.holding_seats())
        return conflicts_of([slot], trainers, run.venue, people=people, but=run)

    def get_context_data(self, form, **kwargs):
        known = form.is_bound and not {"day", "starts", "ends"} & set(form.errors)
        found = self.conflicts(form.slot()) if known else []
        told = in_words(found, self.request.user)
        return super().get_context_data(form=form, conflicts=told, **kwargs)
