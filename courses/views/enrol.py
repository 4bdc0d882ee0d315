"""Taking part in a run: the sheet to fill in, with an account or without, and the answer to it."""

from dataclasses import dataclass

from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.actions.enrollment import REFUSALS, TRAINS_HERSELF, would_be
from courses.actions.objections import (
    MAY_BE_OVERRIDDEN,
    for_whom,
    known_beforehand,
    objections_of,
)
from courses.actions.self_enrollment import enroll_oneself, enroll_without_account
from courses.adapters.pace import is_too_fast
from courses.adapters.qr import qr_data_uri
from courses.choices import EnrollmentSource
from courses.exceptions import Refused
from courses.forms.enrol import OwnJobForm, TakePartForm
from courses.models import Enrollment
from courses.queries.eligibility import courses_to_be_completed, is_proof_needed, restrictions
from courses.queries.enrolling import (
    course_page_of,
    facts_of_run,
    half_days_of_run,
    other_offers,
    place_on_the_list,
    run_for_everybody,
)
from courses.queries.my_training import own_enrollments
from courses.queries.seats import facts_of, organizations_of
from courses.queries.tickets import offer_ticket
from courses.rules.enrollment import seats_free, why_not_enroll
from courses.views.base import SalaView

SALT = "courses.take-part"
#: After these no other answer in the form helps: another date does.
TURNED_DOWN = {*REFUSALS, *MAY_BE_OVERRIDDEN, "is_trainer"}
ANSWER_SECONDS = 24 * 60 * 60
#: Training rooms share one address, so this stops machines, not groups.
FORMS_AT_MOST, FORMS_SECONDS = 60, 10 * 60


@dataclass(frozen=True)
class Ticket:
    """What the answer page may say. For somebody who was known before it keeps whether seats were
    free, and nothing of her own standing."""

    enrollment: str
    is_known: bool = False
    had_seats: bool = False

    def sealed(self) -> str:
        return signing.dumps([self.enrollment, self.is_known, self.had_seats], salt=SALT)

    @classmethod
    def opened(cls, sealed: str) -> "Ticket":
        try:
            return cls(*signing.loads(sealed, salt=SALT, max_age=ANSWER_SECONDS))
        except (signing.BadSignature, TypeError) as error:
            raise Http404 from error


class RunForEverybody(SalaView):
    """A screen about a run that everybody may see who has its address; never kept by caches."""

    policy = "public"

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    @cached_property
    def run(self):
        return get_object_or_404(run_for_everybody(), uuid=self.kwargs["uuid"])

    @cached_property
    def now(self):
        return timezone.now()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            run=self.run,
            half_days=half_days_of_run(self.run, self.now),
            course_page=course_page_of(self.run, get_language()),
            **kwargs,
        )


class TakePart(RunForEverybody):
    """The sheet. Who has signed in confirms the job; everybody else says who they are."""

    template_name = "courses/enrol/form.html"

    def get_context_data(self, **kwargs):
        first = courses_to_be_completed(self.run)
        return super().get_context_data(
            person=self.person,
            free=self.free,
            first_courses=[] if self.person else first,
            for_whom=[] if "refusal" in kwargs else for_whom(self.objections),
            by_request=self.run.enrollment_policy == "request" or bool(first and not self.person),
            **kwargs,
        )

    def get(self, request, *args, **kwargs):
        if self.person and own_enrollments(self.person).filter(run=self.run).exists():
            return redirect("courses:my_training")
        no = self.why_not()
        return self.turned_down(no) if no else self.show(form=self.make_form())

    def why_not(self):
        """The sentence for whoever cannot take part whatever she fills in, else None."""
        reason = why_not_enroll(
            facts_of_run(self.run), today=timezone.localdate(self.now), by_themselves=True
        )
        if reason:
            return REFUSALS[reason]
        if self.person and self.run.run_trainers.filter(person=self.person).exists():
            return TRAINS_HERSELF
        no = known_beforehand(self.objections)
        return no and no.sentence

    @cached_property
    def place(self):
        """The place as it would be with the job on file; None for a stranger."""
        return would_be(self.run, self.person) if self.person else None

    @cached_property
    def objections(self):
        """What speaks against her with the job on file; against a stranger what the run says."""
        return objections_of(self.place) if self.place else restrictions(self.run)

    @property
    def free(self):
        """Seats that anybody may have, and those kept for her organization."""
        free = seats_free(facts_of_run(self.run))
        if not (self.place and self.run.kept):
            return free
        facts, organizations = facts_of(self.run, self.now), organizations_of(self.place)
        ours = [each for each in facts.kept if each.organization in organizations]
        left = free + sum(each.left(facts.today) for each in ours)
        return max(0, min(left, facts.capacity - facts.taken))

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if self.person is None and self.is_too_fast():
            form.add_error(None, _("Many people have taken part from this address just now. "
                                   "Wait ten minutes, then send this again."))  # fmt: skip
        if form.is_valid():
            try:
                ticket = self.enrolled(form)
            except Refused as no:
                if no.code in TURNED_DOWN:
                    return self.turned_down(no.sentence)
                form.add_error(None, no.sentence)
            else:
                return redirect("courses:taken_part", self.run.uuid, ticket.sealed())
        return self.show(form=form)

    def make_form(self, data=None):
        if self.person:
            return OwnJobForm(data, person=self.person, course=self.run.course)
        return TakePartForm(data, course=self.run.course)

    @property
    def source(self):
        """The address on the poster says so; see `courses.views.paper`."""
        is_poster = self.request.GET.get("by") == EnrollmentSource.POSTER
        return EnrollmentSource.POSTER if is_poster else EnrollmentSource.SELF

    def is_too_fast(self):
        who = self.request.META.get("REMOTE_ADDR", "")
        return is_too_fast("enrol", who, at_most=FORMS_AT_MOST, seconds=FORMS_SECONDS)

    def enrolled(self, form) -> Ticket:
        had_seats = seats_free(facts_of_run(self.run)) > 0
        if self.person:
            enrollment = enroll_oneself(
                self.run, self.person, form.job(), by=self.actor, source=self.source
            )
            return Ticket(str(enrollment.uuid))
        job = form.job()
        arrival = enroll_without_account(
            self.run, form.person(job), job, form=form.form_id, source=self.source
        )
        return Ticket(str(arrival.enrollment.uuid), arrival.is_known, had_seats)

    def turned_down(self, sentence):
        """Why not, and which other dates there are."""
        return self.show(refusal=sentence, offers=other_offers(self.run, self.now))


class TakenPart(RunForEverybody):
    """The answer: a seat, a place on the waiting list or a request, and the card."""

    template_name = "courses/enrol/done.html"

    def get(self, request, *args, **kwargs):
        ticket = Ticket.opened(kwargs["ticket"])
        calendar = reverse("courses:taken_part_calendar", kwargs=kwargs)
        if ticket.is_known:
            kind = self.kind_for_known(ticket)
            return self.show(kind=kind, is_known=True, calendar=calendar)
        rows = Enrollment.objects.standing().filter(run=self.run, person__erased_at=None)
        rows = rows.select_related("person")
        enrollment = get_object_or_404(rows, uuid=ticket.enrollment)
        code = enrollment.person.card_code
        return self.show(
            kind=enrollment.status,
            enrollment=enrollment,
            calendar=calendar,
            place=place_on_the_list(enrollment),
            person=enrollment.person,
            qr_url=qr_data_uri(code),
            offer=offer_ticket(enrollment) if enrollment.status == "offered" else "",
            my_training=reverse("courses:my_training") if self.person else "",
        )

    def kind_for_known(self, ticket: Ticket) -> str:
        """The same words whether she was on the run before or not."""
        if self.run.enrollment_policy == "request" or is_proof_needed(self.run):
            return "request_of_known"
        return "enrolled" if ticket.had_seats else "list_of_known"
