"""The reach page: who may read it, what it says, and the files that leave it."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from courses.admin.reach import ReachView
from courses.models import Completion
from courses.queries.figures import all_indicators
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
URL = "/admin/training/reach/"
DAY = date(2025, 3, 3)
WITHOUT_MONEY = {code for code, each in all_indicators().items() if not each.is_money}


@pytest.fixture
def story(db):
    """One run in March 2025: a woman who completed, a man, and somebody whose sex is unknown."""
    course = CourseFactory(code="OSHC", topics=[TopicFactory(name_en="Safety", name_km="សុវត្ថិភាព")])
    run = CourseRunFactory(course=course, starts_on=DAY)
    session = SessionFactory(run=run, status="held")
    for sex in ("female", "male", "not_stated"):
        enrollment = EnrollmentFactory(run=run, person=PersonFactory(sex=sex))
        AttendanceFactory(session=session, enrollment=enrollment)
        if sex == "female":
            Completion.objects.create(enrollment=enrollment, is_met=True, met_on=DAY)
    return run


def asked(**query):
    return {"start": "2025-01-01", "end": "2025-06-30", **query}


def page(client, **query):
    answer = client.get(URL, query or asked())
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def csv_rows(client, **query):
    answer = client.get(URL, asked(export="csv", **query))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def workbook(client, **query):
    answer = client.get(URL, asked(export="xlsx", **query))
    return openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))


def pairs(sheet):
    return {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}


def test_the_address_is_below_training(staff):
    assert reverse("courses_reach") == URL


def test_a_trainer_is_sent_away(trainer):
    answer = trainer.get(URL)
    assert (answer.status_code, answer.url) == (302, "/admin/")


def test_without_permission_the_view_refuses(trainer_user):
    request = RequestFactory().get(URL)
    request.user = trainer_user
    with pytest.raises(PermissionDenied):
        ReachView.as_view()(request)


def test_the_menu_leads_there_for_staff_only(staff, trainer):
    assert URL in staff.get("/admin/").content.decode()
    assert URL not in trainer.get("/admin/").content.decode()


def test_the_page_says_the_numbers_and_what_they_count(staff, story):
    text = page(staff)

    assert "<b>3</b> people" in text
    assert "<b>3</b> participations" in text
    assert "<b>3</b> attendances" in text
    assert "<b>1</b> Completions" in text
    assert "Definition R2, version 2" in text
    assert "1 January to 30 June 2025 · all courses, all provinces, all sectors" in text


def test_the_share_stands_in_a_sentence_with_its_base(staff, story):
    text = page(staff)

    assert "<b>50 %</b> of the 2 participations whose sex we know are women’s." in text
    assert "We do not know it for 1; it stays in every total." in text


def test_the_pictures_have_titles_and_numbers(staff, story):
    text = page(staff)

    assert "Participations by month, 1 January to 30 June 2025</title>" in text
    assert "March 2025 is highest with 3." in text
    assert "Numbers of this chart" in text
    assert ">Kg. Speu</text>" in text


def test_nobody_is_told_as_such(staff):
    text = page(staff)

    assert "Nobody attended or completed in this period" in text
    assert '<svg class="sala-chart' not in text


def test_who_was_counted_without_names_stands_apart(staff, story):
    run = CourseRunFactory(course=story.course, starts_on=date(2025, 3, 3))
    trainer = EnrollmentFactory()
    for hour, cascade in ((8, None), (13, trainer)):
        session = SessionFactory(
            run=run, hour=hour, status="held", recording="headcount", cascade_of=cascade
        )
        session.headcounts.create(role="worker", women=100 + hour, men=2, unknown=1)

    text = page(staff)

    assert "<b>3</b> people" in text
    assert "<b>111</b> Counted without names" in text
    assert "<b>116</b> Passed on by certified trainers" in text
    assert "108 women · 2 men · 0 another · 1 not stated" in text
    found = {
        (row["Indicator"], row["Sex"]): row["Figure"]
        for row in csv_rows(staff)
        if row["Dimension"] == "all"
    }
    assert found["R30", "women"] == "108"
    assert (found["R29", "all"], found["R1", "all"]) == ("116", "3")
    figures = {row[0]: row[3] for row in workbook(staff)["Totals"].iter_rows(values_only=True)}
    assert (figures["R30"], figures["R29"], figures["R21C"]) == (111, 116, 0)


def test_presets_keep_the_filters_and_name_the_current_one(staff):
    text = page(staff, period="last_year", sector="garment")

    assert 'href="?period=this_quarter&amp;sector=garment"' in text
    current = text.split('aria-current="true">')
    assert current[-1].startswith("Last year")
    assert "Garment · as at" in text


def test_this_year_is_what_opens(staff):
    year = timezone.localdate().year

    assert f"1 January to 31 December {year}" in page(staff, period="")


def test_filters_narrow_the_figures(staff, story):
    assert "<b>3</b> people" in page(staff, **asked(course=story.course_id))
    assert "Nobody attended" in page(staff, **asked(province="12"))
    assert "Nobody attended" in page(staff, **asked(topic=TopicFactory().pk))


def test_a_period_the_wrong_way_round_is_an_error_and_no_report(staff, story):
    text = page(staff, start="2025-06-30", end="2025-01-01")

    assert "The last day is before the first day." in text
    assert "sala-reach-numbers" not in text
    assert "Download" not in text


def test_an_open_register_of_the_period_is_told(staff):
    yesterday = timezone.localdate() - timedelta(days=1)
    SessionFactory(run=CourseRunFactory(starts_on=yesterday))

    text = page(staff, start=yesterday.isoformat(), end=yesterday.isoformat())

    assert "1 register of this period is still open, so these figures may grow." in text


def test_khmer_staff_read_khmer_digits(staff, staff_user, story):
    profile = UserProfile.get_for_user(staff_user)
    profile.preferred_language = "km"
    profile.save()

    text = page(staff)

    assert "<b>៣</b>" in text
    assert "សុវត្ថិភាព" in text
    assert ">ឧ.មានជ័យ</text>" in text


def test_the_page_takes_as_many_queries_for_more_rows(staff, story, settings, tmp_path):
    settings.COURSES_FACTS = tmp_path
    page(staff)
    with CaptureQueriesContext(connection) as few:
        page(staff)
    session = story.sessions.get()
    for enrollment in EnrollmentFactory.create_batch(10, run=story):
        AttendanceFactory(session=session, enrollment=enrollment)
    page(staff)
    with CaptureQueriesContext(connection) as many:
        page(staff)
    assert len(few) == len(many) <= 25


def test_the_csv_is_one_tidy_table(staff, story):
    rows = csv_rows(staff)
    women = [row for row in rows if row["Dimension"] == "topic" and row["Sex"] == "women"]

    assert women == [
        {
            "Dimension": "topic",
            "Code": str(story.course.topics.get().pk),
            "Value": "Safety",
            "Indicator": "R2",
            "Version": "2",
            "Name": "Participations",
            "Sex": "women",
            "Figure": "1",
            **{"First day": "2025-01-01", "Last day": "2025-06-30"},
            **dict.fromkeys(("Second dimension", "Second code", "Second value"), ""),
        }
    ]
    assert {row["Indicator"] for row in rows} == WITHOUT_MONEY
    assert {row["Code"] for row in rows if row["Dimension"] == "month"} >= {"2025-03-01"}


def test_the_workbook_holds_figures_definitions_and_notes(staff, story):
    book = workbook(staff, course=story.course_id)
    notes, topics = pairs(book["Notes"]), list(book["Topic"].iter_rows(values_only=True))

    assert book.sheetnames[-4:] == ["Month", "Learning results", "Definitions", "Notes"]
    totals = {row[0]: row[3] for row in book["Totals"].iter_rows(min_row=2, values_only=True)}
    assert (totals["R1"], totals["R14"], totals["R18"]) == (3, 50, 75)
    assert set(totals) == WITHOUT_MONEY - {"R32V", "R28", "R28N"}
    assert topics[-1] == ("All", 3, 3, 3, 1, 1, 1, 0, 1, 0.5)
    assert book["Topic"]._charts
    assert pairs(book["Definitions"])["R14"] == 1
    assert notes["Filters"] == str(story.course)
    assert notes["Made by"] == "staff"
    assert notes["Participations: Sex unknown"] == 1
    assert notes["First day"] == "2025-01-01"


def test_files_hold_khmer(staff, staff_user, story):
    profile = UserProfile.get_for_user(staff_user)
    profile.preferred_language = "km"
    profile.save()

    cells = {
        cell
        for sheet in workbook(staff)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    texts = {text for row in csv_rows(staff) for text in row.values()}

    assert "សុវត្ថិភាព" in cells
    assert "សុវត្ថិភាព" in texts


def test_a_file_is_logged_with_its_filters(staff, staff_user, story):
    workbook(staff, sector="garment")

    entry = ModelLogEntry.objects.get(action="courses.exported")
    assert entry.user == staff_user
    assert entry.data == {
        "what": "reach",
        "format": "xlsx",
        "filters": {"start": "2025-01-01", "end": "2025-06-30", "sector": ["garment"]},
    }


def test_without_the_right_to_export_there_is_no_file(staff, staff_user, story):
    permission = Permission.objects.get(codename="export_training")
    staff_user.groups.get().permissions.remove(permission)

    assert "Download XLSX" not in page(staff)
    assert staff.get(URL, asked(export="csv")).status_code == 302
    assert not ModelLogEntry.objects.filter(action="courses.exported").exists()
