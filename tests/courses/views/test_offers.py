"""An offered seat: answered by the person, by a link, or by a trainer for her."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.queries.tickets import offer_ticket, offered_by
from tests.courses.views.conftest import address, said
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


def offered(run, **values):
    ends = timezone.now() + timedelta(hours=5)
    return EnrollmentFactory(run=run, status="offered", offer_ends_at=ends, **values)


def status(place):
    place.refresh_from_db()
    return place.status


@pytest.fixture
def place(run):
    return offered(run, person=PersonFactory())


def link(place):
    return reverse("courses:offer", args=[place.run.uuid, offer_ticket(place)])


def test_the_run_page_shows_offers_with_their_end_and_a_link_to_send(trainer, run, place):
    page = trainer.get(address("run", run)).content.decode()

    assert "1 seat offered" in page
    # A ticket holds the second of its making, so that another one may differ.
    pattern = "http://testserver" + reverse("courses:offer", args=[run.uuid, "TICKET"])
    (ticket,) = set(re.findall(pattern.replace("TICKET", "([^/]+)"), page))
    assert offered_by(ticket) == place


@pytest.mark.parametrize(
    ("answer", "becomes", "words"),
    [
        ("accept", "enrolled", "ចាន់ ស្រីមុំ has a seat."),
        ("decline", "withdrawn", "ចាន់ ស្រីមុំ does not take the seat."),
    ],
)
def test_a_trainer_answers_for_her(trainer, run, place, answer, becomes, words):
    response = trainer.post(address("answer_offer", run, place), {"answer": answer}, follow=True)

    assert (status(place), said(response)) == (becomes, [words])


def test_an_answer_too_late_says_so(trainer, run, place):
    place.offer_ends_at = timezone.now()
    place.save()

    response = trainer.post(address("answer_offer", run, place), {"answer": "accept"}, follow=True)

    assert "The time to answer is over" in said(response)[0]
    assert status(place) == "offered"


def test_she_answers_on_her_page(client, participant_user, run):
    place = offered(run, person=participant_user.training_person)
    client.force_login(participant_user)
    page = client.get(reverse("courses:my_training")).content.decode()
    assert "A seat is free for you. Answer before" in page
    url = reverse("courses:my_offer", args=[place.uuid])
    assert url in page

    response = client.post(url, {"answer": "accept"}, follow=True)

    assert (status(place), said(response)) == ("enrolled", ["The seat is yours."])


def test_nobody_answers_for_another_person(client, participant_user, place):
    client.force_login(participant_user)
    url = reverse("courses:my_offer", args=[place.uuid])

    assert client.post(url, {"answer": "accept"}).status_code == 404
    assert status(place) == "offered"


def test_whoever_has_the_link_answers_without_an_account_and_sees_no_name(client, place):
    page = client.get(link(place)).content.decode()
    assert "A seat is free for you" in page
    assert not any(name in page for name in (place.person.name_km, "Sreymom"))

    response = client.post(link(place), {"answer": "decline"}, follow=True)

    assert "The seat went to somebody else, or was given up." in response.content.decode()
    assert status(place) == "withdrawn"
    again = client.post(link(place), {"answer": "accept"}, follow=True)
    assert said(again) == [
        "No seat is offered any more. It was answered already, or the run has changed."
    ]


def test_a_link_opens_nothing_but_its_own_offer(client, place):
    other = CourseRunFactory()

    for run, ticket in ((other, offer_ticket(place)), (place.run, "made-up")):
        url = reverse("courses:offer", args=[run.uuid, ticket])
        assert client.post(url, {"answer": "accept"}).status_code == 404
    assert status(place) == "offered"
