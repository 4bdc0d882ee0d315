"""Results of learning: on the reach page and in its files by course, for staff by trainer too."""

import csv
import json
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import openpyxl
import pypdfium2
import pytest
from django.urls import reverse

from courses.actions.snapshots import freeze_report
from courses.models import (
    FeedbackForm,
    FeedbackRound,
    FeedbackTally,
    KnowledgeTest,
    ReportSnapshot,
    RunTest,
    RunTrainer,
    TakenTest,
)
from courses.queries.snapshots import report_kept
from courses.rules.questions import Kind, Part, Question, as_stored
from courses.rules.reach import Filters
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

URL = "/admin/training/reach/learning/"
REACH = "/admin/training/reach/"
DAY = date(2025, 3, 3)
PERIOD = {"start": "2025-01-01", "end": "2025-06-30"}
TRAINER = "Vanna Trainer"
#: Of the site, whatever the number of courses, trainers and questions.
QUERIES = 46


def question(key, form):
    parts = (Part("1", "Right"), Part("2", "Wrong"))
    text = f"What of form {form}?"
    return as_stored(Question(id=key, kind=Kind.SINGLE, text=text, parts=parts, right=(0,)))


def taken(enrollment, moment, form, is_right):
    TakenTest.objects.create(
        enrollment=enrollment,
        moment=moment,
        form=form,
        way="own",
        score=int(is_right),
        max_score=1,
        taken_at=datetime(2025, 3, 3, tzinfo=UTC),
        answers={"language": "en", "given": [[0 if is_right else 1]]},
    )


def write_run(code, people, *, has_sheets):
    """Everybody was wrong before and right afterwards."""
    course = CourseFactory(code=code, title_en=f"Course {code}")
    run = CourseRunFactory(course=course, starts_on=DAY, ends_on=DAY)
    RunTrainer.objects.create(run=run, person=PersonFactory(name_km=TRAINER), is_lead=True)
    test = KnowledgeTest.objects.create(course=course, title_en="Test")
    forms = {form: {"en": [question(form.lower(), form)]} for form in "AB"}
    RunTest.objects.create(run=run, source=test, forms=forms)
    session = SessionFactory(run=run, status="held")
    for place in range(people):
        enrollment = EnrollmentFactory(run=run)
        AttendanceFactory(session=session, enrollment=enrollment)
        first, second = "AB" if place % 2 else "BA"
        taken(enrollment, "pre", first, is_right=False)
        taken(enrollment, "post", second, is_right=True)
    if has_sheets:
        form, _ = FeedbackForm.objects.get_or_create(
            version=1,
            statements=[{"en": "How useful was it?", "km": "មានប្រយោជន៍ទេ?"}],
            question_en="What else?",
            question_km="អ្វីទៀត?",
        )
        asked = FeedbackRound.objects.create(run=run, form=form, closed_on=DAY)
        FeedbackTally.objects.create(round=asked, way="paper", sheets=6, counts=[[0, 0, 2, 1, 3]])
    return run


@pytest.fixture(scope="module", autouse=True)
def runs(keep_rows):
    """Twelve people of one course, two of a second one, five of a third."""
    return keep_rows(
        lambda: [
            write_run("MANY", 12, has_sheets=True),
            write_run("FEW", 2, has_sheets=False),
            write_run("FIVE", 5, has_sheets=False),
        ]
    )


@pytest.fixture(autouse=True)
def database(db):
    """Each test in a savepoint of its own."""


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def file_of(client, export, **more):
    answer = client.get(REACH, {**PERIOD, **more, "export": export})
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_staff_see_it_by_course_by_trainer_and_by_question(staff):
    page = text_of(staff.get(URL, PERIOD))

    assert "<b>+100.0 points</b> Learning gain" in page
    assert "Of 19 people on runs with a test we know both results of 19." in page
    assert "<b>67 %</b> Satisfaction" in page
    assert "6 sheets." in page
    assert "Response: 50 %." in page
    assert ">MANY – Course MANY</th><td>+100.0</td><td>12 of 12</td><td>100 %</td>" in page
    assert ">FEW – Course FEW</th><td>‹5</td><td>2 of 2</td><td>‹5</td>" in page
    assert ">FIVE – Course FIVE</th><td>‹5</td>" in page
    assert TRAINER in page
    assert ">How useful was it?</th><td>67 %</td><td>6</td>" in page
    assert "Choose a course to see its test question by question." in page
    assert "What of form A?" not in page


def test_a_course_is_told_question_by_question_before_and_after(staff, runs):
    page = text_of(staff.get(URL, {**PERIOD, "course": runs[0].course_id}))

    cells = "<td>A</td><td>0 %</td><td>6</td><td>100 %</td><td>6</td><td>+100</td>"
    assert f'<th scope="row">What of form A?</th>{cells}' in page, page[
        page.find("What of form") :
    ][:300]
    few = text_of(staff.get(URL, {**PERIOD, "course": runs[1].course_id}))
    assert "<td>A</td><td>‹5</td><td>1</td><td>‹5</td><td>1</td><td>–</td>" in few


def test_trainers_and_others_do_not_come_in(trainer, client):
    assert trainer.get(URL, PERIOD).status_code == 302
    assert client.get(URL, PERIOD).status_code == 302


def test_nothing_is_told_as_such(staff):
    page = text_of(staff.get(URL, {"start": "2020-01-01", "end": "2020-12-31"}))

    assert "There is nothing to count here" in page


def test_it_takes_as_many_queries_for_more_rows(staff, django_assert_num_queries):
    staff.get(URL, PERIOD)
    with django_assert_num_queries(QUERIES):
        staff.get(URL, PERIOD)
    for code in ("MORE", "MOST"):
        write_run(code, 1, has_sheets=True)
    with django_assert_num_queries(QUERIES):
        staff.get(URL, PERIOD)


def test_the_reach_page_tells_it_without_trainers(staff):
    page = text_of(staff.get(REACH, PERIOD))

    assert 'id="sala-reach-learning"' in page
    assert "<b>+100.0 points</b> Learning gain" in page
    assert ">FEW – Course FEW</th><td>‹5</td>" in page
    assert f"{URL}?start=2025-01-01" in page
    assert TRAINER not in page


def test_every_file_tells_it_without_trainers_and_without_the_test(staff):
    rows = list(csv.DictReader(StringIO(file_of(staff, "csv").decode("utf-8-sig"))))
    found = {(row["Value"], row["Indicator"]): row["Figure"] for row in rows}
    book = openpyxl.load_workbook(BytesIO(file_of(staff, "xlsx")))
    sheet = list(book["Learning results"].iter_rows(values_only=True))
    told = json.loads(file_of(staff, "json"))["report"]["learning"]
    paper = pypdfium2.PdfDocument(file_of(staff, "pdf"))
    words = " ".join(page.get_textpage().get_text_range() for page in paper)

    assert found["MANY – Course MANY", "L2"] == "100.0"
    assert found["FEW – Course FEW", "L2"] == "‹5"
    assert found["FEW – Course FEW", "L2N"] == "2"
    assert found["How useful was it?", "L1"] == "66.7"
    assert [row[:3] for row in sheet[1:]] == [
        ("FEW – Course FEW", "‹5", 2),
        ("FIVE – Course FIVE", "‹5", 5),
        ("MANY – Course MANY", 100, 12),
        ("All", 100, 19),
    ]
    assert book["Satisfaction by question"]["B2"].value == pytest.approx(2 / 3)
    assert told["whole"]["values"]["L2"] == "100/1"
    assert {tuple(row["hidden"]) for row in told["courses"]} == {(), ("L2", "L2I", "L3")}
    assert told["opinions"][0]["answers"] == 6
    assert "Learning results" in words
    assert "How useful was it?" in words
    for name in (TRAINER, "What of form A?"):
        every = [
            str(cell) for each in book for row in each.iter_rows(values_only=True) for cell in row
        ]
        assert name not in " ".join([str(rows), *every, json.dumps(told), words])


def test_frozen_it_stays_and_names_no_trainer(staff, staff_user, runs):
    filters = Filters(date(2025, 1, 1), date(2025, 6, 30))
    row = freeze_report(filters, "Half a year", by=staff_user)
    before = report_kept(ReportSnapshot.objects.get(pk=row.pk)).learning
    FeedbackTally.objects.all().delete()
    TakenTest.objects.all().delete()

    page = text_of(staff.get(reverse("training_snapshots:inspect", args=[row.pk])))

    assert before.whole.values["L2"] == 100
    assert ">MANY – Course MANY</th><td>+100.0</td>" in page
    assert ">How useful was it?</th><td>67 %</td>" in page
    assert URL not in page
    assert TRAINER not in json.dumps(row.content)


def test_reports_of_before_tell_no_learning(staff_user):
    row = freeze_report(Filters(DAY, DAY), "A day", by=staff_user)
    content = json.loads(json.dumps(row.content))
    for name in ("learning", "crosses"):
        del content["report"][name]
    for name in ("shows_learning", "crosses"):
        del content["plan"][name]
    row.content = content

    kept = report_kept(row)

    assert kept.learning.is_empty
    assert (kept.crosses, kept.plan.shows_learning) == ((), False)
