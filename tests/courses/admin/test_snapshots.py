"""Freezing a report in the admin, reading it again, why it differs, and its files."""

import csv
import json
from datetime import date, timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.areas import assign_area
from courses.actions.attendance import mark_attendance
from courses.actions.merging import merge_people
from courses.models import Completion, Course, Province, ReportSnapshot
from tests.conftest import user_in
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 3)
PERIOD = {"start": "2026-01-01", "end": "2026-12-31"}
FREEZE = "/admin/training/reach/freeze/"


@pytest.fixture
def session(db):
    """Two women and a man came, one woman completed; a fourth was not marked yet."""
    course = CourseFactory(code="OSHC", topics=[TopicFactory(name_en="Safety")])
    session = SessionFactory(run=CourseRunFactory(course=course, starts_on=DAY), status="held")
    for sex in ("female", "male", "female"):
        enrollment = EnrollmentFactory(run=session.run, person=PersonFactory(sex=sex))
        AttendanceFactory(session=session, enrollment=enrollment)
    Completion.objects.create(enrollment=enrollment, is_met=True, met_on=DAY)
    return session


def freeze(client, query=PERIOD, **told):
    answer = client.post(
        f"{FREEZE}?{'&'.join(f'{key}={value}' for key, value in query.items())}",
        {"title": "Half a year", "comment": "For the donor", **told},
    )
    assert answer.status_code == 302, answer.context["form"].errors
    return ReportSnapshot.objects.latest("pk")


def address(row, view="inspect", **query):
    return reverse(f"training_snapshots:{view}", args=[row.pk], query=query or None)


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_reach_page_leads_to_freezing_with_what_was_asked(staff, session):
    page = text_of(staff.get("/admin/training/reach/", {**PERIOD, "sector": "garment"}))

    link = f"{FREEZE}?start=2026-01-01&amp;end=2026-12-31&amp;topic=&amp;course="
    assert link in page
    asked = text_of(staff.get(FREEZE, {**PERIOD, "sector": "garment"}))
    assert "1 January to 31 December 2026" in asked
    assert "Garment" in asked
    assert "Nobody can change them afterwards." in asked


def test_days_that_cannot_be_lead_back_to_the_page(staff):
    answer = staff.get(FREEZE, {"start": "2026-03-01", "end": "2026-01-01"})
    assert answer.url.startswith("/admin/training/reach/?start=2026-03-01&end=2026-01-01")


def test_the_frozen_report_looks_as_it_did_whatever_happens(staff, session):
    row = freeze(staff, {**PERIOD, "topic": session.run.course.topics.get().pk})
    Course.objects.update(title_en="Renamed")
    for place in session.run.enrollments.all():
        place.status = "withdrawn"
        place.save()
    page = text_of(staff.get(address(row, today=1)))

    assert "<b>3</b> people" in page
    assert "1 January to 31 December 2026 · Safety · as at" in page
    assert "Safety committee" in page
    assert "Renamed" not in page
    assert "For the donor" in page
    assert row.digest in page
    assert "the fingerprint does not fit" not in page
    assert "3 then, 0 today." in page
    assert ">3 fewer</a>: people gave up their place, or got one" in page


def test_why_the_figures_differ_stands_in_sentences(staff, staff_user, session):
    late = EnrollmentFactory(run=session.run)
    row = freeze(staff)
    assert "3 then and today." in text_of(staff.get(address(row, today=1)))
    one, other = session.run.enrollments.exclude(pk=late.pk)[:2]
    merge_people(one.person, other.person, by=staff_user)
    mark_attendance(session, late, "present", by=staff_user)
    page = text_of(staff.get(address(row, today=1)))

    assert "<b>People reached:</b> 3 then, 3 today." in page
    url = address(row, "why", figure="R1", cause="merged").replace("&", "&amp;")
    assert f'<a href="{url}">1 fewer</a>: records of one person were merged' in page
    assert ">1 more</a>: sheets or marks came in later" in page
    assert "Women’s share" in page.split('id="sala-reach-today"')[1]


def test_nothing_is_counted_anew_before_somebody_asks(staff, session, monkeypatch):
    row = freeze(staff)
    monkeypatch.setattr("courses.admin.snapshots.explain", None)
    page = text_of(staff.get(address(row)))

    assert "<b>3</b> people" in page
    assert '<a class="button button-secondary" href="?today=1#sala-reach-today">' in page
    assert "3 then" not in page


def test_the_list_behind_a_cause_is_as_long_as_its_number(staff, staff_user, session):
    row = freeze(staff)
    assert "Nothing differs." in text_of(staff.get(address(row, "why")))
    one, other = session.run.enrollments.all()[:2]
    merge_people(one.person, other.person, by=staff_user)
    answer = staff.get(address(row, "why", figure="R3", cause="merged"))
    page = text_of(answer)

    assert len(list(answer.context["page"])) == 1
    assert "Attendances: 3 then, 2 today." in page
    assert one.person.name in page
    assert session.run.code in page
    assert "Then, not today" in page
    for wrong in ({"figure": "R3", "cause": "late"}, {"figure": "R5"}):
        assert staff.get(address(row, "why", **wrong), follow=True).status_code == 404


def test_a_changed_row_is_told(staff, session):
    row = freeze(staff)
    ReportSnapshot._base_manager.filter(pk=row.pk).update(title="Another")

    assert "the fingerprint does not fit" in text_of(staff.get(address(row)))


def test_a_report_is_approved_by_a_button_once(staff, staff_user, session):
    row = freeze(staff)
    page = text_of(staff.get(address(row, "approve")))
    assert "This cannot be taken back." in page
    assert staff.post(address(row, "approve")).url == address(row)
    assert ReportSnapshot.objects.get().approved_by == staff_user
    again = staff.post(address(row, "approve"))
    assert "This report was approved already." in again.content.decode()


def test_a_later_report_takes_its_place(staff, session):
    first = freeze(staff)
    page = text_of(staff.get(address(first)))
    assert f"restates={first.uuid}" in page
    second = freeze(staff, title="Corrected", restates=str(first.uuid))

    old, new = text_of(staff.get(address(first))), text_of(staff.get(address(second)))
    assert f'A later report took the place of this one: <a href="{address(second)}">' in old
    assert f'<a href="{address(first)}">Half a year</a>' in new
    listed = text_of(staff.get(reverse("training_snapshots:index")))
    assert listed.count("Replaced by a later report") == 1


def test_files_hold_what_was_frozen(staff, session):
    row = freeze(staff)
    session.run.enrollments.update(status="withdrawn")
    told = json.loads(staff.get(address(row, export="json")).content)
    lines = b"".join(staff.get(address(row, export="csv")).streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(lines)))
    book = openpyxl.load_workbook(
        BytesIO(b"".join(staff.get(address(row, export="xlsx")).streaming_content))
    )

    figures = {each["code"]: each for each in told["figures"]}
    assert (figures["R1"]["value"], figures["R14"]["exact"]) == (3, "2/3")
    assert figures["R14"]["value"] == 66.6667
    assert told["sha256"] == row.digest
    assert told["definitions"][0]["km"]["name"]
    assert told["report"]["breakdowns"]["sex"]
    alone = [(line["Indicator"], line["Figure"]) for line in rows if line["Dimension"] == "all"]
    assert alone.count(("R1", "3")) == 1
    notes = {line[0]: line[1] for line in book["Notes"].iter_rows(values_only=True)}
    assert notes["Fingerprint (SHA-256)"] == row.digest
    assert len(list(book["Definitions"].rows)) == len(told["definitions"]) + 1
    logged = ModelLogEntry.objects.filter(action="courses.exported").order_by("pk")
    assert [(each.data["what"], each.data["format"]) for each in logged] == [
        ("snapshot", "json"),
        ("snapshot", "csv"),
        ("snapshot", "xlsx"),
    ]


def test_the_live_report_leaves_as_json_too(staff, session):
    answer = staff.get("/admin/training/reach/", {**PERIOD, "sector": "garment", "export": "json"})
    told = json.loads(answer.content)

    assert answer["Content-Disposition"].endswith('.json"')
    assert told["filters"] == {"sector": [{"id": "garment", "code": "garment"}]}
    assert {each["code"]: each["value"] for each in told["figures"]}["R3"] == 3
    assert told["report"]["total"]["people"] == 3
    assert ModelLogEntry.objects.get(action="courses.exported").data["format"] == "json"


def test_staff_of_a_province_freeze_and_see_their_own(staff, staff_user, session):
    user = user_in("Programme staff", username="kampong-speu")
    assign_area(user, Province.objects.filter(pk="05"), by=staff_user)
    client = Client()
    client.force_login(type(user).objects.get(pk=user.pk))
    country, own = freeze(staff), freeze(client)

    assert (country.area, own.area) == (None, ["05"])
    assert client.get(address(country), follow=True).status_code == 404
    assert client.get(address(country, export="json"), follow=True).status_code == 404
    assert client.get(address(country, "why"), follow=True).status_code == 404
    assert "Runs in: Kampong Speu" in text_of(client.get(address(own)))
    assert client.post(address(own, "approve")).status_code == 302
    assert ReportSnapshot.objects.get(pk=own.pk).approved_at is None
    rows = client.get(reverse("training_snapshots:index")).context["object_list"]
    assert list(rows) == [own]
    options = text_of(client.get(FREEZE, PERIOD))
    assert str(own.uuid) in options
    assert str(country.uuid) not in options


def test_queries_do_not_grow_with_what_differs(staff, session, django_assert_max_num_queries):
    row = freeze(staff)
    later = timezone.now() + timedelta(minutes=1)
    for _number in range(30):
        place = EnrollmentFactory(run=session.run)
        AttendanceFactory(session=session, enrollment=place, marked_at=later)
    staff.get(address(row))
    with django_assert_max_num_queries(70):
        staff.get(address(row))
