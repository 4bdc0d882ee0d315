"""What the sheet for taking part needs: the run, its half-days, its page, and other dates."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from courses.choices import RunStatus
from courses.models import CoursePage, CourseRun, Enrollment
from courses.queries.offers import Offer, half_days_of, offers_of
from courses.queries.seats import with_seats
from courses.rules.enrollment import RunFacts


def run_for_everybody() -> QuerySet[CourseRun]:
    """Runs with how many seats are `taken` and `kept`. Runs that are not listed are found by
    their address."""
    runs = CourseRun.objects.select_related("course", "host", "venue", "province")
    return with_seats(runs, timezone.now())


def facts_of_run(run: CourseRun) -> RunFacts:
    """The facts that decide about a seat for anybody, from a run of `run_for_everybody`: a seat
    that is kept for an organization is taken."""
    return RunFacts(
        policy=run.enrollment_policy,
        capacity=run.capacity,
        taken=run.taken + run.kept,
        is_cancelled=run.status == RunStatus.CANCELLED,
        is_closed=run.status == RunStatus.CLOSED,
        ends_on=run.ends_on,
    )


def half_days_of_run(run: CourseRun, now: datetime):
    return half_days_of([run.pk], now).get(run.pk, ())


def course_page_of(run: CourseRun, language: str) -> CoursePage | None:
    """The live page of the run's course in a language, else in any."""
    pages = list(
        CoursePage.objects.live()
        .filter(course=run.course_id)
        .select_related("locale")
        .defer("about", "outcomes")
    )
    in_language = [page for page in pages if page.locale.language_code == language]
    return next(iter(in_language or pages), None)


def other_offers(run: CourseRun, now: datetime) -> list[Offer]:
    """The dates of the same course that one may choose instead."""
    offers = offers_of(run.course_id, {}, now)
    return [offer for offer in offers if offer.run_id != run.pk and not offer.is_by_invitation]


def place_on_the_list(enrollment: Enrollment) -> int:
    """The place on the waiting list, from one; 0 for who is not on it."""
    waiting = Enrollment.objects.filter(run=enrollment.run_id).waiting()
    places = list(waiting.values_list("pk", flat=True))
    return places.index(enrollment.pk) + 1 if enrollment.pk in places else 0
