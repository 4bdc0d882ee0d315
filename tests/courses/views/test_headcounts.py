"""The screen that counts heads, instead of a register."""

from datetime import date

import pytest

from courses.choices import Recording
from courses.models import Completion
from tests.courses.views.conftest import address, errors, said
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(run):
    return SessionFactory(run=run, recording=Recording.HEADCOUNT)


def test_the_register_leads_to_the_count_and_refuses_names(trainer, run, event):
    enrollment = EnrollmentFactory(run=run)
    assert trainer.get(address("register", event)).url == address("count_heads", event)
    response = trainer.post(address("register", event), {f"m-{enrollment.pk}": "present"})
    assert "no names are taken" in response.content.decode()
    assert not event.attendances.exists()


def test_heads_are_counted_by_role_and_shown_on_the_run(trainer, event):
    form = trainer.get(address("count_heads", event)).context["form"]
    assert [label for label, _fields in form.open_blocks] == [
        "Worker",
        "Supervisor or line leader",
        "Role not asked",
    ]
    data = {"worker-women": "200", "worker-men": "80", "all-unknown": "3", "manager-men": ""}
    response = trainer.post(address("count_heads", event), data, follow=True)
    assert said(response) == ["283 people are counted."]
    assert "283 people counted, without names" in response.content.decode()
    form = trainer.get(address("count_heads", event)).context["form"]
    assert form["worker-women"].value() == 200


def test_a_wrong_number_and_no_number_are_told(trainer, event):
    response = trainer.post(address("count_heads", event), {"worker-women": "-3"})
    assert "worker-women" in response.context["form"].errors
    assert "Nobody is counted yet." in errors(trainer.post(address("count_heads", event)))
    assert not event.headcounts.exists()


def test_a_session_with_names_has_its_register(trainer, session):
    assert trainer.get(address("count_heads", session)).url == address("register", session)


def test_a_certified_trainer_is_found_by_name(trainer, event):
    made = {"family_name_latin": "Ith", "given_name_latin": "Sophal", "name_km": ""}
    course = CourseFactory(title_en="Training of trainers", audience=["trainer"])
    certified = EnrollmentFactory(run=CourseRunFactory(course=course), person=PersonFactory(**made))
    Completion.objects.create(enrollment=certified, is_met=True, met_on=date(2026, 3, 1))
    EnrollmentFactory(person=PersonFactory(**made))
    asked = {"cascade_of_q": "sophal", "cascade_of_find": "1", "all-women": "9"}
    form = trainer.post(address("count_heads", event), asked).context["form"]
    (option,) = form["cascade_of"].options
    assert option.detail.startswith("Training of trainers")
    assert form["all-women"].value() == "9"
    trainer.post(address("count_heads", event), {"all-women": "9", "cascade_of": certified.pk})
    event.refresh_from_db()
    assert event.cascade_of == certified
