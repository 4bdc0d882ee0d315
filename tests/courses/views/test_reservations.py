"""The screen of the seats that are kept for organizations."""

import pytest

from tests.courses.views.conftest import address, errors, said
from tests.factories import EnrollmentFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def mill(db):
    return OrganizationFactory(name_en="Moon Mill", name_km="")


def test_seats_are_kept_used_changed_and_released(trainer, run, mill):
    url = address("kept_seats", run)
    answers = {"organization": mill.pk, "seats": "3", "until": "2099-01-31"}

    response = trainer.post(url, answers, follow=True)

    assert said(response) == ["3 seats are kept for Moon Mill."]
    row = run.reservations.get()
    EnrollmentFactory(run=run, reservation=row)
    page = trainer.get(url).content.decode()
    assert "1 of 3 used, 2 left" in page and "ចាន់ ស្រីមុំ" in page
    form = trainer.get(f"{url}?organization={mill.pk}").context["form"]
    assert form.initial == {"organization": mill, "seats": 3, "until": row.until}

    gone = trainer.post(address("release_seats", run, row.pk), follow=True)

    assert said(gone) == ["No more seats are kept for Moon Mill."]
    assert run.reservations.count() == 0


def test_more_than_are_free_are_refused(trainer, run, mill):
    run.capacity = 2
    run.save()

    response = trainer.post(address("kept_seats", run), {"organization": mill.pk, "seats": "3"})

    assert "At most 2 seats can be kept" in errors(response)


def test_the_organization_is_looked_for_while_typing(trainer, run, mill):
    answers = {"organization_q": "Moon", "organization_find": "1", "seats": "2"}

    form = trainer.post(address("kept_seats", run), answers).context["form"]

    assert [option.name for option in form["organization"].options] == ["Moon Mill"]
    assert not form.errors


def test_the_pages_say_how_many_are_kept(trainer, client, run, mill):
    run.reservations.create(organization=mill, seats=5)

    assert "5 seats are kept for organizations" in (
        trainer.get(address("run", run)).content.decode()
    )
    assert "0 of 25 seats taken · 5 kept" in (
        trainer.get(address("enroll_people", run)).content.decode()
    )
    client.logout()
    assert "20 seats are free." in client.get(address("take_part", run)).content.decode()


def test_seats_of_another_run_are_not_found(trainer, run, foreign_run, mill):
    row = foreign_run.reservations.create(organization=mill, seats=1)
    assert trainer.get(address("kept_seats", foreign_run)).status_code == 404
    assert trainer.post(address("release_seats", run, row.pk)).status_code == 404


@pytest.mark.parametrize("number", [1, 30])
def test_one_and_thirty_reservations_cost_the_same(trainer, run, number, django_assert_num_queries):
    for mill in OrganizationFactory.create_batch(number):
        row = run.reservations.create(organization=mill, seats=1)
        EnrollmentFactory(run=run, reservation=row)
    trainer.get(address("kept_seats", run))
    with django_assert_num_queries(9):
        assert len(trainer.get(address("kept_seats", run)).context["rows"]) == number
