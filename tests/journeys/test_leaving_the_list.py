"""People leave a run while a phone is away: each line of the second table of docs/offline.md."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from courses.actions.attendance import close_register, mark_attendance
from courses.actions.enrollment import enroll, withdraw
from courses.actions.erasing import erase_person
from courses.actions.merging import merge_people
from courses.actions.substitution import substitute
from courses.models import RunTrainer
from courses.queries.offline import cards_of, known_people, state_of
from tests.courses.phones import NearPhone
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db

DOC = Path(__file__).parents[2] / "docs" / "offline.md"
LINE = re.compile(r"\| `(\w+)` \| `(\w+)` \| `(\w+)` \| (\w+) \|")
TABLE = LINE.findall(DOC.read_text())


@pytest.fixture
def session(trainer_user):
    run = CourseRunFactory()
    RunTrainer.objects.create(run=run, person=trainer_user.training_person, is_lead=True)
    return SessionFactory(run=run)


@pytest.fixture
def places(session):
    """Somebody whom the phone knows for long, and somebody else on the list."""
    since = timezone.now() - timedelta(days=20)
    return EnrollmentFactory.create_batch(2, run=session.run, status_since=since)


@pytest.fixture
def phone(trainer_user):
    return NearPhone(trainer_user)


class Meanwhile:
    """What the office does while the phone is away."""

    def __init__(self, place, other, user):
        self.place, self.other, self.user, self.run = place, other, user, place.run

    def withdrawn(self):
        withdraw(self.place, by=self.user)

    def back(self):
        self.withdrawn()
        enroll(self.run, self.place.person, by=self.user)

    def substituted(self):
        substitute(self.place, PersonFactory(), by=self.user)

    def other_run(self):
        self.withdrawn()
        enroll(CourseRunFactory(), self.place.person, by=self.user)

    def merged(self):
        merge_people(self.other.person, self.place.person, by=self.user)

    def renamed(self):
        """Her record became part of one that is not on the run."""
        merge_people(PersonFactory(), self.place.person, by=self.user)

    def erased(self):
        erase_person(self.place.person, "asked", by=self.user)

    def closed(self):
        self.withdrawn()
        [session] = self.run.sessions.all()
        mark_attendance(session, self.other, "present", by=self.user)
        close_register(session, by=self.user)


def tapped(phone, session, place, tap):
    if tap == "walk_in":
        return phone.newcomer(session, known=str(place.person.uuid))
    return phone.tap(session, place, kind=tap)


def test_the_table_is_read():
    assert len(TABLE) == 16
    assert {line[0] for line in TABLE} == {each for each in vars(Meanwhile) if each[0] != "_"}


@pytest.mark.parametrize(("meanwhile", "tap", "result", "line"), TABLE)
def test_a_late_tap_and_the_line_of_who_left(
    phone, session, places, staff_user, meanwhile, tap, result, line
):
    place, other = places
    late = tapped(phone, session, place, tap)
    getattr(Meanwhile(place, other, staff_user), meanwhile)()
    assert phone.codes(late) == [result]
    is_on = str(place.uuid) in phone.rows[str(session.uuid)]
    news = state_of(session, phone.device, timezone.now())
    assert is_on == (line == "stays")
    assert (str(place.uuid) in news["moved"]) == (line == "moves")
    left = {each["key"] for each in news["left"]}
    assert (str(place.person.uuid) in left) == (line == "leaves")


def test_news_of_who_left_are_what_a_pack_of_that_moment_says(phone, session, places, staff_user):
    """Cards and people whom a walk-in may name follow without another pack."""
    place, other = places
    twin = EnrollmentFactory(run=session.run, person=PersonFactory())
    session.run.host = CourseRunFactory().host
    before = cards_of([session])[str(session.uuid)]
    withdraw(place, by=staff_user)
    merge_people(other.person, twin.person, by=staff_user)
    news = state_of(session, phone.device, timezone.now())
    assert news["left"] == known_people([session])
    followed = {card: news["moved"].get(row, row) for card, row in before.items()}
    followed = {card: row if row in news["rows"] else "" for card, row in followed.items()}
    assert followed == cards_of([session])[str(session.uuid)]


def test_who_left_long_ago_is_no_news(phone, session, places, staff_user):
    withdraw(places[0], by=staff_user)
    later = timezone.now() + timedelta(days=3)
    assert state_of(session, phone.device, later)["left"] == []
