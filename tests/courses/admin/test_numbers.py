"""Public figures in the admin: prepare, look at what is hidden and why, publish, withdraw."""

import random

import pytest
from django.urls import reverse

from courses.actions.publishing import prepare_numbers, publish_numbers
from courses.models import PublishedYear
from tests.conftest import user_in
from tests.courses.published import draw_rows, frozen, report_of
from tests.factories import TopicFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


@pytest.fixture
def report(db):
    TopicFactory(slug="safety", name_en="Safety")
    return frozen(report_of(draw_rows(random.Random(9), 200)))


def address(view, row=None):
    return reverse(f"training_numbers:{view}", args=[row.pk] if row else [])


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_from_the_report_to_the_page_through_two_people(client, staff, report):
    assert address("prepare") in text_of(staff.get(address("index")))
    answer = staff.post(address("prepare"), {"snapshot": report.pk})
    row = PublishedYear.objects.get()
    assert answer.url == address("inspect", row)
    page = text_of(staff.get(answer.url))
    assert "Prepared, not published" in page
    assert "small: so few people could be recognised" in page
    assert "large enough, but a hidden one could be worked out from it" in page
    assert "Participations · Safety" in page or "Participations · " in page

    alone = text_of(staff.post(address("publish", row)))
    assert "A second person has to look at it and publish it." in alone
    client.force_login(user_in("Programme staff", username="second"))
    assert client.post(address("publish", row)).status_code == 302
    assert "Published" in text_of(client.get(address("inspect", row)))
    assert client.get("/en/training/numbers/2025/").status_code == 200


def test_a_report_that_was_published_is_refused_on_the_form(staff, report):
    publish_numbers(prepare_numbers(report, by=UserFactory()), by=UserFactory())
    again = text_of(staff.post(address("prepare"), {"snapshot": report.pk}))

    assert "This report was published already." in again


def test_what_was_published_is_withdrawn_with_a_reason(staff, report):
    row = publish_numbers(prepare_numbers(report, by=UserFactory()), by=UserFactory())
    assert "This field is required." in text_of(staff.post(address("withdraw", row)))
    staff.post(address("withdraw", row), {"why": "A factory was counted twice."})
    row.refresh_from_db()

    assert row.withdrawn_why == "A factory was counted twice."
    page = text_of(staff.get(address("inspect", row)))
    assert "Withdrawn" in page and address("withdraw", row) not in page


def test_what_waits_is_discarded(staff, report):
    row = prepare_numbers(report, by=UserFactory())
    staff.post(address("discard", row))

    assert not PublishedYear.objects.exists()


@pytest.mark.parametrize("group", ["Trainers", "Provincial staff"])
def test_others_neither_see_nor_prepare_them(client, report, group):
    prepare_numbers(report, by=UserFactory())
    client.force_login(user_in(group, username="other"))
    for view in ("index", "prepare"):
        assert client.get(address(view)).status_code in (302, 403)
