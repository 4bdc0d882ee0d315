"""A trainer adds somebody of another run for a make-up, and both registers say so."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.courses.views.conftest import address
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def missed(trainer_user):
    """The half-day of another run that Tep Sovannary missed."""
    day = timezone.localdate() - timedelta(days=9)
    run = CourseRunFactory(code="OWN-1", starts_on=day, ends_on=day)
    run.run_trainers.create(person=trainer_user.training_person, is_lead=True)
    person = PersonFactory(family_name_latin="Tep", given_name_latin="Sovannary")
    place = EnrollmentFactory(run=run, person=person)
    session = SessionFactory(run=run, hour=8, status="held")
    AttendanceFactory(session=session, enrollment=place, presence="absent", credited_minutes=0)
    return session


@pytest.fixture
def there(missed, trainer_user):
    today = timezone.localdate()
    run = CourseRunFactory(course=missed.run.course, code="NEW-2", starts_on=today, ends_on=today)
    run.run_trainers.create(person=trainer_user.training_person, is_lead=True)
    return SessionFactory(run=run, day_offset=0, hour=0)


def test_she_is_found_at_the_door_and_both_registers_tell_it(trainer, missed, there):
    place = missed.run.enrollments.get()
    door = f"{address('make_up_at_the_door', there)}?person={place.person.uuid}"
    found = trainer.get(address("walk_in", there), {"q": "Sovannary"}).text
    assert door in found and "For a make-up" in found
    assert trainer.get(address("make_up_at_the_door", there)).url == address("walk_in", there)

    page = trainer.get(door).text
    assert "session 1 of 1 in run OWN-1" in page and "checked" in page
    half_day = f"{place.pk}-{missed.pk}"
    assert "Choose the half-day" in trainer.post(door, {}).text
    wrong = trainer.post(door, {"half_day": "0-0"})
    assert (wrong.status_code, there.attendances.count()) == (200, 0)
    for _twice in range(2):
        done = trainer.post(door, {"half_day": half_day}, follow=True)
    assert there.attendances.get().presence == "present"
    assert "Nothing is to be made up for" in trainer.get(door).text

    register = trainer.get(address("register", there)).text
    assert (register.count("Make-up</span>"), register.count("Walk-in</span>")) == (1, 1), "its own"
    own = trainer.get(address("register", missed)).text
    assert "made up on" in own and "in run NEW-2" in own
    assert "Made up on" in trainer.get(address("coach", missed.run)).text
    run = trainer.get(address("run", there.run)).text
    assert "Came for a make-up" in run and "0 people enrolled" in run
    assert done.redirect_chain[0][0] == address("register", there)


def test_who_made_up_for_it_reads_where(client, participant_user, missed, there):
    place = missed.run.enrollments.get()
    place.person = participant_user.training_person
    place.save()
    missed.run.ends_on = there.day + timedelta(days=9)
    missed.run.save()
    SessionFactory(run=missed.run, hour=8, day_offset=18)
    guest = EnrollmentFactory(run=there.run, person=place.person, status="guest")
    there.status = "held"
    there.save()
    mark = AttendanceFactory(session=there, enrollment=guest)
    place.make_ups.create(session=missed, attendance=mark)
    client.force_login(participant_user)
    page = client.get(reverse("courses:my_training")).text
    assert "made up on" in page and "in run NEW-2" in page
    assert reverse("courses:my_make_up", args=[place.uuid]) not in page
