"""Seats in the demo story: kept, offered, handed on, and a group that meets again and again."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser

from courses.actions.enrollment import withdraw
from courses.actions.reservations import keep_seats
from courses.actions.substitution import substitute
from courses.models import CourseRun, Organization, Person, Roster
from courses.queries.runs import with_people

ALTERNATES = 2


def write_seats(today: date, *, by: AbstractBaseUser) -> None:
    """One offer, one substitution, kept seats, and the roster of the contact group."""
    write_roster()
    coming = with_people(CourseRun.objects.filter(starts_on__gt=today, status="planned"))
    waited_for = coming.filter(waiting__gt=0).order_by("starts_on", "pk").first()
    if waited_for:
        waited_for.waiting_rule = "offer"
        waited_for.save(update_fields=["waiting_rule"])
        withdraw(waited_for.enrollments.enrolled().last(), by=by, cause="production")
    for run in coming.filter(enrolled__gt=2, waiting=0).order_by("starts_on", "pk"):
        if run.capacity - run.enrolled >= 3:
            hand_on_and_keep(run, by=by)
            return


def hand_on_and_keep(run: CourseRun, *, by: AbstractBaseUser) -> None:
    """Somebody else comes instead of the first person, and three seats wait for another factory."""
    known = run.enrollments.values("person")
    first = run.enrollments.enrolled().first()
    others = Person.objects.filter(enrollments__role=first.role, run_trainings=None, user=None)
    if person := others.exclude(pk__in=known).order_by("pk").first():
        substitute(first, person, by=by)
    factories = Organization.objects.active().filter(kind="factory").exclude(pk=run.host_id)
    keep_seats(run, factories.order_by("pk").first(), 3, run.starts_on, by=by)


def write_roster() -> None:
    """Everybody of the contact group's first run, for the organization of that time."""
    runs = CourseRun.objects.filter(course__code="TUCG").order_by("starts_on", "pk")
    first = runs.first()
    if first is None:
        return
    roster = Roster.objects.create(
        name_en="Trade union contact group", name_km="ក្រុមទំនាក់ទំនងសហជីព", course=first.course
    )
    places = first.enrollments.enrolled().order_by("pk")
    for number, place in enumerate(places):
        roster.members.create(
            person=place.person,
            organization=place.employer,
            is_alternate=number >= len(places) - ALTERNATES,
        )
    runs.update(roster=roster)
