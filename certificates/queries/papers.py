"""The two papers that an enrolment may lead to, and when there is none."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certificates.choices import ACHIEVEMENTS, Kind, Status
from certificates.models import Certificate, HeldCertificate
from courses.choices import EnrollmentStatus
from courses.models import Completion, CourseRun, Person, Session
from courses.rules.paper_words import printed_latin

REFUSALS = {
    "not_completed": _("The course is not completed yet."),
    "erased": _("This person is erased, so nothing can be printed."),
    "no_certificate": _("This course ends without a certificate."),
    "was_revoked": _("This certificate was withdrawn. It is not issued again by itself."),
    "has_newer": _("A certificate of the same course that is newer is in force."),
    "not_over": _("The run is not over yet: some registers are still open."),
    "not_there": _("This person was never there."),
    "not_there_that_year": _("This person came to nothing in that year."),
    "year_to_come": _("This year has not begun yet."),
}


@dataclass(frozen=True)
class Before:
    """What some enrolments have already and what is valid for the same people and courses, and the
    runs whose registers are not all closed."""

    papers: list[Certificate]
    open_runs: frozenset[int]


@dataclass(frozen=True)
class Paper:
    """What is issued: the achievement, or the statement of attendance beside it."""

    is_statement: bool
    kinds: tuple[Kind, ...]

    def why_not(self, completion: Completion, before: Before) -> str:
        """The code of the refusal; empty where one may be issued, or is in force."""
        enrollment = completion.enrollment
        if enrollment.status == EnrollmentStatus.MERGED:
            return "not_completed"
        if enrollment.person.erased_at:
            return "erased"
        if code := self._why_not_earned(completion, before):
            return code
        if self.of(completion, before):
            return "" if self.in_force(completion, before) else "was_revoked"
        return "has_newer" if self._is_overtaken(completion, before) else ""

    def _is_overtaken(self, completion: Completion, before: Before) -> bool:
        """Whether a later run of the same course gave her one that is valid."""
        enrollment = completion.enrollment
        last_day = enrollment.run.ends_on.isoformat()
        return any(
            each.person_id == enrollment.person_id
            and each.course_id == enrollment.run.course_id
            and each.kind in self.kinds
            and each.facts.get("last_day", "") > last_day
            for each in before.papers
        )

    def of(self, completion: Completion, before: Before) -> list[Certificate]:
        """What was issued already for the enrolment."""
        place = completion.enrollment_id
        return [
            each
            for each in before.papers
            if each.enrollment_id == place and each.kind in self.kinds
        ]

    def in_force(self, completion: Completion, before: Before) -> Certificate | None:
        """The one for the enrolment that is valid, or that a later course of hers renewed."""
        by_status = {each.status: each for each in self.of(completion, before)}
        if Status.VALID in by_status:
            return by_status[Status.VALID]
        return None if Status.REVOKED in by_status else by_status.get(Status.REPLACED)

    def _why_not_earned(self, completion: Completion, before: Before) -> str:
        run = completion.enrollment.run
        if self.is_statement:
            if run.pk in before.open_runs:
                return "not_over"
            return "" if completion.credited_minutes else "not_there"
        if not completion.is_met:
            return "not_completed"
        return "" if run.course.gives_certificate else "no_certificate"


def papers_before(completions: Iterable[Completion]) -> Before:
    """Two queries for any number."""
    enrollments = [each.enrollment for each in completions]
    people = {each.person_id for each in enrollments}
    courses = {each.run.course_id for each in enrollments}
    valid = Q(person__in=people, course__in=courses, status=Status.VALID)
    mine = Q(enrollment__in=[each.pk for each in enrollments])
    open_runs = Session.objects.taking_place().filter(
        closed_at=None, run__in={each.run_id for each in enrollments}
    )
    return Before(
        list(Certificate.objects.filter(mine | valid).order_by("pk")),
        frozenset(open_runs.values_list("run", flat=True)),
    )


@dataclass(frozen=True)
class Standing:
    """A person of a run and one of her papers: it is there, may be issued, or why not."""

    completion: Completion
    name_km: str
    name_en: str
    certificate: Certificate | None
    why_not: str
    held: HeldCertificate | None
    is_confirmed: bool

    @property
    def is_ready(self) -> bool:
        return not (self.certificate or self.why_not)

    @property
    def sentence(self) -> str:
        """What stands in the way."""
        if self.why_not:
            return REFUSALS[self.why_not]
        return self.held.get_reason_display() if self.held else ""


def standings(run: CourseRun, paper: Paper) -> list[Standing]:
    """Everybody on the run with the paper, in the order of their names."""
    rows = Completion.objects.filter(enrollment__run=run).select_related(
        "enrollment__run__course", "enrollment__person", "enrollment__name_check"
    )
    rows = rows.filter(enrollment__person__erased_at=None)
    rows = rows.exclude(enrollment__status=EnrollmentStatus.MERGED)
    completions = list(rows.order_by("enrollment__person__sort_key", "pk"))
    before = papers_before(completions)
    held = HeldCertificate.objects.filter(
        completion__in=completions, is_statement=paper.is_statement
    )
    by_completion = {each.completion_id: each for each in held}
    return [_standing(each, paper, before, by_completion.get(each.pk)) for each in completions]


def _standing(completion, paper, before, held) -> Standing:
    enrollment = completion.enrollment
    name_km, name_en = names_of(enrollment.person)
    check = getattr(enrollment, "name_check", None)
    code = paper.why_not(completion, before)
    certificate = None if code else paper.in_force(completion, before)
    is_confirmed = check is not None and (check.name_km, check.name_en) == (name_km, name_en)
    return Standing(completion, name_km, name_en, certificate, code, held, is_confirmed)


def names_of(person: Person) -> tuple[str, str]:
    """Khmer and Latin as they print."""
    return person.name_km, printed_latin(person.family_name_latin, person.given_name_latin)


ACHIEVEMENT = Paper(is_statement=False, kinds=ACHIEVEMENTS)
STATEMENT = Paper(is_statement=True, kinds=(Kind.ATTENDANCE,))
