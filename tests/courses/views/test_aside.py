"""Marks that did not fit wait for a person: they are taken in or set aside, with words."""

import pytest
from django.core.cache import cache
from django.utils import timezone

from courses.actions.devices import revoke_device
from courses.choices import QuarantineState
from courses.models import Device, QuarantinedEvent
from tests.conftest import user_in
from tests.courses.phones import Phone
from tests.courses.views.conftest import address, said
from tests.factories import EnrollmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(run):
    return EnrollmentFactory(run=run)


@pytest.fixture
def late_mark(trainer_user, session, place):
    """A mark that arrived after the register was closed, and says something else."""
    cache.clear()
    phone = Phone(trainer_user)
    phone.hand_in(phone.tap(session, place, "absent"))
    session.refresh_from_db()
    session.closed_at = timezone.now()
    session.save()
    phone.hand_in(phone.tap(session, place, "present"))
    return QuarantinedEvent.objects.get()


def decide(client, event, **data):
    return client.post(address("aside"), {"tap": event.uuid, **data}, follow=True)


def test_it_stands_on_the_desk_and_on_its_page(trainer, late_mark, place):
    assert "Decide about 1 mark from a phone" in trainer.get(address("desk")).content.decode()
    page = trainer.get(address("aside")).content.decode()
    assert place.person.name in page
    assert "The register was closed already, and says something else." in page


def test_it_is_taken_into_the_closed_register_with_a_reason(trainer, late_mark, session, place):
    assert said(decide(trainer, late_mark, accept="1", reason="")) == ["Say in a few words why."]
    answer = decide(trainer, late_mark, accept="1", reason="She was there")
    assert said(answer) == ["The mark is in the register."]
    mark = session.attendances.get()
    assert (mark.presence, mark.is_disputed, mark.credited_minutes) == ("present", False, 180)
    late_mark.refresh_from_db()
    assert (late_mark.state, late_mark.note) == (QuarantineState.ACCEPTED, "She was there")
    again = decide(trainer, late_mark, accept="1", reason="Once more")
    assert said(again) == ["Somebody has decided about this mark already."]


def test_it_is_set_aside_with_a_note(trainer, late_mark, session):
    decide(trainer, late_mark, set_aside="1", reason="A mistake")
    late_mark.refresh_from_db()
    assert (late_mark.state, session.attendances.get().presence) == ("set_aside", "absent")
    assert "Nothing waits." in trainer.get(address("aside")).content.decode()


def test_nobody_decides_about_the_marks_of_another_run(client, late_mark, run, foreign_run):
    person = PersonFactory(user=user_in("Trainers"))
    foreign_run.run_trainers.create(person=person)
    client.force_login(person.user)
    assert decide(client, late_mark, accept="1", reason="Mine").status_code == 404
    assert "Nothing waits." in client.get(address("aside")).content.decode()


def test_a_walk_in_of_a_lost_phone_is_taken_in(trainer, trainer_user, staff_user, run, session):
    cache.clear()
    phone = Phone(trainer_user)
    revoke_device(Device.objects.get(), by=staff_user)
    phone.send(phone.newcomer(session, name_latin="Kong Lim"))
    event = QuarantinedEvent.objects.get()
    assert "Kong Lim" in trainer.get(address("aside")).content.decode()
    decide(trainer, event, accept="1", reason="I remember her")
    assert [row.person.name_latin for row in run.enrollments.all()] == ["Kong Lim"]


@pytest.mark.parametrize("number", [1, 30])
def test_the_page_costs_the_same_for_one_and_for_thirty(
    trainer, trainer_user, session, number, django_assert_num_queries
):
    cache.clear()
    phone = Phone(trainer_user)
    taps = [phone.newcomer(session, name_latin=f"Kong {letter}") for letter in "ab" * 15]
    revoke_device(Device.objects.get(), by=trainer_user)
    phone.send(*taps[:number])
    with django_assert_num_queries(7):
        trainer.get(address("aside"))


def test_unsent_marks_of_a_phone_stand_on_the_desk(trainer, trainer_user, session):
    cache.clear()
    phone = Phone(trainer_user)
    phone.send(unsent=12)
    assert "12 marks are on a phone only" in trainer.get(address("desk")).content.decode()


def test_a_disputed_mark_keeps_the_register_open_until_the_form_settles_it(
    trainer, trainer_user, session, place
):
    cache.clear()
    for presence in ("present", "absent"):
        phone = Phone(trainer_user)
        phone.hand_in(phone.tap(session, place, presence))
    page = trainer.get(address("register", session))
    assert "1 mark is disputed" in page.content.decode()
    fields = {f"m-{place.pk}": "present", "seen": page.context["form"].seen}
    answer = trainer.post(address("close_register", session), fields, follow=True)
    assert said(answer) == ["1 mark is disputed. Settle it, then close the register."]
    answer = trainer.post(
        address("close_register", session), fields | {f"s-{place.pk}": "1"}, follow=True
    )
    assert said(answer) == ["The register is closed."]
    assert session.attendances.get().is_disputed is False
