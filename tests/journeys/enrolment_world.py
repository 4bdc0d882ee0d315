"""Random histories of one run, played with the real verbs, beside a naive account of them."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from unittest.mock import patch

from django.utils import timezone

from courses.actions.attendance import add_walk_in, mark_attendance
from courses.actions.enrollment import JobAtTheTime, enroll, withdraw
from courses.actions.offers import accept_offer, decline_offer
from courses.actions.reservations import keep_seats, release_seats
from courses.actions.seats import fill_free_seats
from courses.actions.substitution import substitute, undo_substitution
from courses.exceptions import Refused
from courses.models import Enrollment, SeatReservation
from courses.queries.attending import figures_of
from courses.queries.seats import facts_of
from tests.factories import (
    CourseRunFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)

PEOPLE, CAPACITY = 8, 3
VERBS = (
    "enrol",
    "enrol_herself",
    "withdraw",
    "accept",
    "decline",
    "substitute",
    "undo",
    "keep",
    "release",
    "wait",
    "walk_in",
    "mark",
)
#: Verbs that never ask whether a seat is free, and that give nobody a new one.
PUSHING_IN = ("walk_in", "substitute", "undo")


@dataclass
class Account:
    """What a careful person with a notebook knows of one run: who was on the list when it began,
    who was seen, and how the list stood before each substitution."""

    at_start: set[int] | None = None
    came: set[int] = field(default_factory=set)
    before: dict[int, set[int] | None] = field(default_factory=dict)

    @property
    def figures(self) -> tuple[int, int, int, int]:
        """Confirmed, no-shows, starters, walk-ins."""
        start = self.at_start or set()
        return len(start), len(start - self.came), len(self.came), len(self.came - start)


class History:
    """One run of three seats in two hours, two organizations and eight people. Time passes when a
    step says so; sessions begin when the clock reaches them."""

    def __init__(self, rule: str):
        self.now = datetime(2027, 3, 1, 6, tzinfo=timezone.get_current_timezone())
        self.begins = self.now + timedelta(hours=2)
        self.user = UserFactory()
        self.run = CourseRunFactory(
            capacity=CAPACITY, waiting_rule=rule, offer_hours=1, starts_on=self.now.date()
        )
        self.session = SessionFactory(run=self.run)
        self.mills = [OrganizationFactory() for _n in range(2)]
        self.people = [PersonFactory() for _n in range(PEOPLE)]
        self.account = Account()

    def place_of(self, number: int) -> Enrollment | None:
        return Enrollment.objects.filter(run=self.run, person=self.people[number]).first()

    def job(self, number: int) -> JobAtTheTime:
        return JobAtTheTime(employer=self.mills[number % 2] if number % 3 else None)

    def play(self, steps) -> None:
        for verb, one, other in steps:
            self.now += timedelta(minutes=1)
            self._start_if_due()
            before, waited = self.held(), self.waiting()
            with patch("django.utils.timezone.now", lambda: self.now):
                with suppress(Refused):
                    getattr(self, verb)(one, other)
                self.check(verb, before, waited)

    def _start_if_due(self):
        if self.account.at_start is None and self.now > self.begins:
            rows = Enrollment.objects.filter(run=self.run, status="enrolled")
            rows = rows.exclude(source="walk_in")
            self.account.at_start = set(rows.values_list("person", flat=True))

    def held(self) -> set[int]:
        return set(self.run.enrollments.holding_seats().values_list("pk", flat=True))

    def waiting(self) -> list[int]:
        return list(self.run.enrollments.waiting().values_list("pk", flat=True))

    def enrol(self, one, _other):
        enroll(self.run, self.people[one], self.job(one), by=self.user)

    def enrol_herself(self, one, _other):
        enroll(self.run, self.people[one], self.job(one), by=self.user, source="self")

    def withdraw(self, one, _other):
        if place := self.place_of(one):
            withdraw(place, by=self.user)

    def accept(self, one, _other):
        if place := self.place_of(one):
            accept_offer(place, by=None)

    def decline(self, one, _other):
        if place := self.place_of(one):
            decline_offer(place, by=None)

    def substitute(self, one, other):
        nominee = self.place_of(one)
        if nominee is None:
            return
        start = self.account.at_start
        before = None if start is None else set(start)
        is_new = nominee.status == "enrolled"
        place = substitute(nominee, self.people[other], self.job(other), by=self.user)
        if is_new:
            self._pass_on(nominee.person_id, place.person_id)
            self.account.before[nominee.pk] = before

    def undo(self, one, _other):
        nominee = self.place_of(one)
        if nominee is None:
            return
        place = Enrollment.objects.filter(substitutes=nominee).first()
        undo_substitution(nominee, by=self.user)
        pair, before = {place.person_id, nominee.person_id}, self.account.before[nominee.pk]
        if before is None:
            self._pass_on(place.person_id, nominee.person_id)
        else:
            self.account.at_start -= pair
            self.account.at_start |= before & pair

    def _pass_on(self, giver: int, taker: int):
        """On the notebook's list of the start the seat changes its name."""
        start = self.account.at_start
        if start is not None and giver in start:
            start.discard(giver)
            start.add(taker)

    def keep(self, one, other):
        keep_seats(self.run, self.mills[one % 2], other % 2 + 1, by=self.user)

    def release(self, one, _other):
        row = SeatReservation.objects.filter(run=self.run, organization=self.mills[one % 2]).first()
        if row:
            release_seats(row, by=self.user)

    def wait(self, one, _other):
        self.now += timedelta(minutes=20 * (one + 1))
        self._start_if_due()
        fill_free_seats(self.run, by=None)

    def walk_in(self, one, _other):
        add_walk_in(self.session, self.people[one], self.job(one), by=self.user)
        self.account.came.add(self.people[one].pk)

    def mark(self, one, other):
        place = self.place_of(one)
        if place is None:
            return
        presence = ("present", "late", "absent")[other % 3]
        mark_attendance(self.session, place, presence, by=self.user)
        came = self.account.came.discard if presence == "absent" else self.account.came.add
        came(place.person_id)

    def check(self, verb: str, before: set[int], waited: list[int]) -> None:
        """No seat too many, nobody before her turn."""
        rows = self.run.enrollments.in_bulk()
        held = {pk for pk, row in rows.items() if row.status in ("enrolled", "offered")}
        new = [] if verb in PUSHING_IN else sorted(held - before)
        facts = facts_of(self.run, self.now)
        if new:
            assert len(held) <= CAPACITY
        for place in (rows[pk] for pk in new):
            if place.reservation_id is None:
                assert facts.taken + facts.kept_seats <= CAPACITY
            earlier = waited[: waited.index(place.pk)] if place.pk in waited else waited
            passed_by = [rows[pk] for pk in earlier if rows[pk].status == "waitlisted"]
            if place.reservation_id:
                passed_by = [row for row in passed_by if row.employer_id == place.employer_id]
            assert passed_by == []

    def figures(self) -> tuple[int, int, int, int]:
        """What the product says, long after the start."""
        with patch("django.utils.timezone.now", lambda: self.begins + timedelta(days=1)):
            found = figures_of(self.run, self.begins + timedelta(days=1))
        return found.confirmed, found.no_shows, found.starters, found.walk_ins

    def end(self) -> None:
        """The clock goes past the beginning where no step did so."""
        self.now = max(self.now, self.begins + timedelta(minutes=1))
        self._start_if_due()
