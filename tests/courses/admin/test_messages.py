"""Messages in the admin: failures first, found by filters, sent once more."""

import pytest
from django.urls import reverse

from tests.factories import EnrollmentFactory, MessageFactory, PersonFactory

pytestmark = pytest.mark.django_db
INDEX = reverse("training_messages:index")


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


def test_failures_come_first_and_are_found_by_status_and_name(staff):
    MessageFactory(status="sent", enrollment__person=PersonFactory(given_name_latin="Dara"))
    failed = MessageFactory(status="failed", problem="busy")
    MessageFactory(status="queued")
    page = staff.get(INDEX)
    assert page.context["object_list"][0] == failed
    assert "The server asks to wait." in page.content.decode()
    found = staff.get(INDEX, {"status": "sent", "q": "dara"}).context["object_list"]
    assert [each.status for each in found] == ["sent"]


def test_a_failed_message_is_sent_once_more_or_by_hand(staff):
    first, second = MessageFactory(status="failed"), MessageFactory(status="unsure")
    staff.post(reverse("training_messages:again", args=[first.pk]))
    staff.post(reverse("training_messages:by_hand", args=[second.pk]))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("queued", "to_paste")


def test_what_was_sent_cannot_be_sent_once_more(staff):
    message = MessageFactory(status="sent")
    answer = staff.post(reverse("training_messages:again", args=[message.pk]))
    message.refresh_from_db()
    assert (message.status, answer.status_code) == ("sent", 302)


@pytest.mark.parametrize("number", [1, 30])
def test_the_list_takes_the_same_queries(staff, number, django_assert_num_queries):
    for _each in range(number):
        MessageFactory(enrollment=EnrollmentFactory(), status="failed")
    staff.get(INDEX)
    with django_assert_num_queries(12):
        staff.get(INDEX)
