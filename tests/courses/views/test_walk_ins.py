"""Walk-ins to match: one tap makes two records one, or tells them apart."""

import pytest

from courses.actions.attendance import add_walk_in
from tests.courses.views.conftest import address, said
from tests.factories import EnrollmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk_in(session, enrollment, trainer_user):
    """Written anew at the door, by the name of somebody on the list."""
    return add_walk_in(session, PersonFactory(), by=trainer_user)


def test_the_run_page_leads_to_who_is_to_match(trainer, run, walk_in, enrollment):
    page = trainer.get(address("run", run)).content.decode()
    assert "1 walk-in to match" in page and address("walk_ins", run) in page

    page = trainer.get(address("walk_ins", run)).content.decode()

    assert "% likely" in page and "same name" in page


def test_it_is_this_person(trainer, run, walk_in, enrollment):
    answers = {"walk_in": walk_in.uuid, "same": enrollment.uuid, "other": [enrollment.uuid]}

    response = trainer.post(address("walk_ins", run), answers, follow=True)

    assert said(response) == ["ចាន់ ស្រីមុំ is matched with the list."]
    assert run.enrollments.enrolled().get() == enrollment
    assert enrollment.attendances.count() == 1


def test_it_is_somebody_else(trainer, run, walk_in, enrollment):
    answers = {"walk_in": walk_in.uuid, "other": [enrollment.uuid]}

    response = trainer.post(address("walk_ins", run), answers, follow=True)

    assert said(response) == ["ចាន់ ស្រីមុំ is somebody else."]
    assert response.context["walk_ins"] == ()


def test_a_refusal_is_told(trainer, run, walk_in, enrollment):
    EnrollmentFactory(person=walk_in.person)
    answers = {"walk_in": walk_in.uuid, "same": enrollment.uuid}

    response = trainer.post(address("walk_ins", run), answers, follow=True)

    assert "Programme staff can make the two records one." in said(response)[0]


@pytest.mark.parametrize("value", ["", "nobody", "00000000-0000-0000-0000-000000000000"])
def test_what_is_not_there_is_not_found(trainer, run, walk_in, value):
    answers = {"walk_in": walk_in.uuid, "same": value}
    assert trainer.post(address("walk_ins", run), answers).status_code == 404
    assert trainer.post(address("walk_ins", run)).status_code == 404


def test_people_of_another_run_are_not_found(trainer, run, walk_in, foreign_run):
    other = EnrollmentFactory(run=foreign_run)
    answers = {"walk_in": walk_in.uuid, "same": other.uuid}
    assert trainer.post(address("walk_ins", run), answers).status_code == 404
