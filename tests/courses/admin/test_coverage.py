"""The screen of the factories: which were reached, which never, within the reader's area."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.models import OrganizationHeadcount, StaffArea
from tests.conftest import user_in
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db

URL = "/admin/training/reach/factories/"
PERIOD = {"start": "2026-01-01", "end": "2026-12-31"}


@pytest.fixture
def factories(db):
    """One reached in the period, one before it, one never, in two provinces."""
    names = {"Reached": "05", "Before": "05", "Never": "12"}
    found = [
        OrganizationFactory(kind="factory", name_en=name, province_id=province, sector="garment")
        for name, province in names.items()
    ]
    for factory, day in zip(found, (date(2026, 2, 2), date(2025, 2, 2)), strict=False):
        session = SessionFactory(run=CourseRunFactory(starts_on=day, host=found[0]), status="held")
        AttendanceFactory(
            session=session, enrollment=EnrollmentFactory(run=session.run, employer=factory)
        )
    for factory, people in ((found[0], 4), (found[2], 7000)):
        OrganizationHeadcount.objects.create(
            organization=factory, as_of=date(2026, 1, 1), total=people
        )
    return found


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def names(client, **query):
    answer = client.get(URL, {**PERIOD, **query})
    assert answer.status_code == 200
    return [str(line["name"]) for line in answer.context["lines"]]


def test_what_was_never_reached_comes_first(staff, factories):
    page = text_of(staff.get(URL, PERIOD))

    assert names(staff) == ["Never", "Before", "Reached"]
    assert "3 factories" in page
    assert "<b>1</b> Never reached" in page
    assert "<b>33 %</b> Factory coverage" in page
    assert "<td>4</td><td>1</td><td>25 %</td>" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "never"}, ["Never"]),
        ({"state": "period"}, ["Reached"]),
        ({"province": "05"}, ["Before", "Reached"]),
        ({"size": "largest"}, ["Never"]),
        ({"size": "unknown"}, ["Before"]),
        ({"sector": "garment", "size": "small"}, ["Reached"]),
    ],
)
def test_the_list_is_narrowed(staff, factories, query, found):
    assert names(staff, **query) == found


def test_staff_of_a_province_see_the_factories_there(client, factories):
    user = user_in("Provincial staff")
    StaffArea.objects.create(user=user).provinces.set(["12"])
    client.force_login(user)

    assert names(client) == ["Never"]


def test_the_list_leaves_as_a_file(staff, factories):
    answer = staff.get(URL, {**PERIOD, "export": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")

    rows = list(csv.DictReader(StringIO(text)))
    assert [row["Name"] for row in rows] == ["Never", "Before", "Reached"]
    assert rows[2]["Part of its people, per cent"] == "25.0"


def test_a_trainer_is_sent_away(trainer):
    assert trainer.get(URL).status_code == 302


def test_many_factories_ask_as_much_as_few(staff, factories):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert staff.get(URL, PERIOD).status_code == 200
        return len(found)

    queries()
    few = queries()
    OrganizationFactory.create_batch(60, kind="factory", province_id="05")
    assert queries() == few
