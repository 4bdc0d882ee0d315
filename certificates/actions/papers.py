"""The two papers that an enrolment may lead to, and when there is none."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certificates.choices import ACHIEVEMENTS, Kind, Status
from certificates.models import Certificate
from courses.choices import EnrollmentStatus
from courses.models import Completion

REFUSALS = {
    "not_completed": _("The course is not completed yet."),
    "erased": _("This person is erased, so nothing can be printed."),
    "no_certificate": _("This course ends without a certificate."),
    "was_revoked": _("This certificate was withdrawn. It is not issued again by itself."),
    "has_newer": _("A certificate of the same course that is newer is in force."),
    "not_over": _("The run is not over yet: some registers are still open."),
    "not_there": _("This person was never there."),
}


@dataclass(frozen=True)
class Paper:
    """What is issued: the achievement, or the statement of attendance beside it."""

    is_statement: bool
    kinds: tuple[Kind, ...]

    def why_not(self, completion: Completion, former: Collection[Certificate]) -> str:
        """The code of the refusal; empty where one may be issued, or is in force."""
        enrollment = completion.enrollment
        if enrollment.status == EnrollmentStatus.MERGED:
            return "not_completed"
        if enrollment.person.erased_at:
            return "erased"
        if code := (self._why_no_statement if self.is_statement else _why_none)(completion):
            return code
        if self.of(completion, former):
            return "" if self.in_force(completion, former) else "was_revoked"
        return "has_newer" if self._is_overtaken(completion, former) else ""

    def _is_overtaken(self, completion: Completion, former: Collection[Certificate]) -> bool:
        """Whether a later run of the same course gave her one that is valid."""
        enrollment = completion.enrollment
        last_day = enrollment.run.ends_on.isoformat()
        return any(
            each.person_id == enrollment.person_id
            and each.course_id == enrollment.run.course_id
            and each.kind in self.kinds
            and each.facts["last_day"] > last_day
            for each in former
        )

    def of(self, completion: Completion, former: Collection[Certificate]) -> list[Certificate]:
        """What was issued already for the enrolment."""
        place = completion.enrollment_id
        return [each for each in former if each.enrollment_id == place and each.kind in self.kinds]

    def in_force(
        self, completion: Completion, former: Collection[Certificate]
    ) -> Certificate | None:
        """The one for the enrolment that is valid, or that a later course of hers renewed."""
        by_status = {each.status: each for each in self.of(completion, former)}
        if Status.VALID in by_status:
            return by_status[Status.VALID]
        return None if Status.REVOKED in by_status else by_status.get(Status.REPLACED)

    def _why_no_statement(self, completion: Completion) -> str:
        run = completion.enrollment.run
        if run.sessions.taking_place().filter(closed_at=None).exists():
            return "not_over"
        return "" if completion.credited_minutes else "not_there"


def _why_none(completion: Completion) -> str:
    if not completion.is_met:
        return "not_completed"
    return "" if completion.enrollment.run.course.gives_certificate else "no_certificate"


def papers_before(completions: Iterable[Completion]) -> list[Certificate]:
    """What these enrolments have already, and what is valid for the same people and courses."""
    enrollments = [each.enrollment for each in completions]
    people = {each.person_id for each in enrollments}
    courses = {each.run.course_id for each in enrollments}
    valid = Q(person__in=people, course__in=courses, status=Status.VALID)
    mine = Q(enrollment__in=[each.pk for each in enrollments])
    return list(Certificate.objects.filter(mine | valid).order_by("pk"))


ACHIEVEMENT = Paper(is_statement=False, kinds=ACHIEVEMENTS)
STATEMENT = Paper(is_statement=True, kinds=(Kind.ATTENDANCE,))
