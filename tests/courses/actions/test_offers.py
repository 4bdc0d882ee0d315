"""The answer to an offered seat."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.offers import accept_offer, decline_offer
from courses.exceptions import Refused
from courses.models import Enrollment
from tests.factories import CourseRunFactory, EnrollmentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(db):
    return CourseRunFactory(capacity=1, waiting_rule="offer")


@pytest.fixture
def offered(run):
    ends = timezone.now() + timedelta(hours=5)
    return EnrollmentFactory(run=run, status="offered", offer_ends_at=ends)


def code_of(action, place, **values):
    with pytest.raises(Refused) as no:
        action(place, by=None, **values)
    return no.value.code


def test_taking_the_seat_twice_is_taking_it_once(offered):
    accept_offer(offered, by=None)
    place = accept_offer(offered, by=None)

    assert (place.status, place.offer_ends_at) == ("enrolled", None)
    assert place.confirmed_at is not None


def test_a_seat_not_taken_is_offered_to_the_next(run, offered):
    next_one = EnrollmentFactory(run=run, status="waitlisted")

    place = decline_offer(offered, by=None)

    assert (place.status, place.status_cause) == ("withdrawn", "said_no")
    assert Enrollment.objects.get(pk=next_one.pk).status == "offered"
    assert code_of(accept_offer, offered) == "no_offer"


def test_an_answer_that_comes_too_late_is_refused_and_says_so(run, offered):
    Enrollment.objects.filter(pk=offered.pk).update(offer_ends_at=timezone.now())

    assert code_of(accept_offer, offered) == "offer_over"
    assert code_of(decline_offer, offered) == "offer_over"
    assert Enrollment.objects.get(pk=offered.pk).status == "offered"


def test_nothing_is_offered_to_who_waits_or_on_a_cancelled_run(run, offered):
    waits = EnrollmentFactory(run=run, status="waitlisted")
    assert code_of(accept_offer, waits) == "no_offer"

    run.status = "cancelled"
    run.save()
    assert code_of(accept_offer, offered) == "run_cancelled"
