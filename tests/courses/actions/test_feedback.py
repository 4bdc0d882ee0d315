"""Sheets are counted once, and nothing in the database leads back to who gave one."""

import datetime as dt
from itertools import permutations

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.feedback import (
    close_feedback,
    give_feedback,
    keep_paper_tally,
    open_feedback,
    publish_form,
)
from courses.actions.retention import enforce_retention
from courses.exceptions import Refused
from courses.models import CourseRun, FeedbackForm, FeedbackRound, FeedbackTally, FeedbackTicket
from courses.queries.feedback import own_ticket, results_of
from tests.factories import AttendanceFactory, CourseRunFactory, EnrollmentFactory, SessionFactory

pytestmark = pytest.mark.django_db
MODELS = (FeedbackRound, FeedbackTally, FeedbackTicket)
SHEET = (5, 4, 3, None, 5)


@pytest.fixture
def asked(db):
    run = CourseRunFactory(ends_on=timezone.localdate())
    return open_feedback(run, by=None)


def give(asked, ticket, faces=SHEET, way="own", text=""):
    return give_feedback(asked, ticket=ticket, way=way, faces=faces, text=text)


def contents():
    """Every row of every table, as the database has it."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found


def test_a_sheet_changes_one_row_of_counts_and_keeps_a_ticket(asked):
    give(asked, "first")
    before = contents()
    give(asked, "second", text="More time")
    changed = {table for table, rows in contents().items() if rows != before[table]}
    # PostgreSQL notes each time that figures of the run changed, SQLite once; neither says more.
    changed -= {"courses_factschange"}
    assert changed == {"courses_feedbacktally", "courses_feedbackticket"}


def test_who_answers_first_and_with_whom_makes_no_difference(asked):
    sheets = {"a": (5, 5, 5, 5, 5), "b": (1, 2, 1, 2, 1), "c": (3, None, 3, None, 3)}
    found = set()
    for order in permutations(sheets):
        with transaction.atomic():
            for name in order:
                give(asked, name, sheets[name], text=f"said by {name}")
            tally = FeedbackTally.objects.get()
            tickets = tuple(FeedbackTicket.objects.values_list("pk", flat=True))
            found.add((tally.sheets, str(tally.counts), tuple(sorted(tally.texts)), tickets))
            transaction.set_rollback(True)
    assert len(found) == 1


def test_words_are_kept_in_no_order(asked):
    said = [f"word {number}" for number in range(40)]
    for text in said:
        give(asked, text, text=text)
    kept = FeedbackTally.objects.get().texts
    assert sorted(kept) == sorted(said)
    assert kept != said, "one in 40! times this is chance"


def test_no_field_holds_a_time_a_person_or_a_login():
    for model in MODELS:
        for field in model._meta.concrete_fields:
            assert not isinstance(field, (models.DateTimeField, models.TimeField)), field
            target = field.related_model
            assert target is None or target._meta.model_name in (
                *("feedbackround", "feedbackform", "courserun"),
            )
    assert [field.name for field in FeedbackTicket._meta.concrete_fields] == [
        *("fingerprint", "round")
    ]


def test_a_ticket_counts_once_whatever_it_says_the_second_time(asked):
    assert give(asked, "same") is True
    assert give(asked, "same", (1, 1, 1, 1, 1)) is False
    tally = FeedbackTally.objects.get()
    assert (tally.sheets, tally.counts[0]) == (1, [0, 0, 0, 0, 1])


def test_the_ticket_of_an_enrolment_counts_once_and_is_not_in_the_database(asked):
    enrollment = EnrollmentFactory(run=asked.run)
    assert give(asked, own_ticket(enrollment)) is True
    assert give(asked, own_ticket(enrollment)) is False
    everything = str(contents())
    assert own_ticket(enrollment) not in everything
    assert own_ticket(EnrollmentFactory(run=asked.run)) != own_ticket(enrollment)


def test_closing_forgets_tickets_and_takes_no_more(asked):
    give(asked, "first")
    close_feedback(asked, by=None)
    close_feedback(asked, by=None)
    assert FeedbackTicket.objects.count() == 0
    with pytest.raises(Refused) as no:
        give(asked, "second")
    assert no.value.code == "feedback_over"


def test_two_weeks_after_the_run_it_is_over_by_itself(asked):
    day = timezone.localdate() - dt.timedelta(days=15)
    CourseRun.objects.update(starts_on=day, ends_on=day)
    with pytest.raises(Refused):
        give(asked, "late")


def test_tickets_go_by_themselves_when_they_are_of_no_use(asked):
    give(asked, "first")
    day = timezone.localdate() - dt.timedelta(days=14)
    CourseRun.objects.update(starts_on=day, ends_on=day)
    assert enforce_retention()["feedback_tickets"] == 0
    assert enforce_retention(timezone.now() + dt.timedelta(days=1))["feedback_tickets"] == 1
    assert FeedbackTally.objects.get().sheets == 1


def test_a_sheet_without_any_face_is_refused(asked):
    with pytest.raises(Refused) as no:
        give(asked, "empty", (None,) * 5, text="Only words")
    assert no.value.code == "nothing_chosen"
    assert FeedbackTicket.objects.count() == 0


def test_paper_is_counted_again_and_never_more_faces_than_sheets(asked):
    counts = [[0, 0, 1, 2, 3]] * 5
    keep_paper_tally(asked, sheets=9, counts=counts, by=None)
    keep_paper_tally(asked, sheets=6, counts=counts, by=None)
    assert list(FeedbackTally.objects.values_list("way", "sheets")) == [("paper", 6)]
    with pytest.raises(Refused) as no:
        keep_paper_tally(asked, sheets=5, counts=counts, by=None)
    assert no.value.code == "too_many_faces"


def test_words_from_paper_are_shuffled_corrected_and_hidden_under_five(asked):
    counts, texts = [[0, 0, 0, 0, 4]] * 5, [f"Line {number:02}" for number in range(20)]
    with pytest.raises(Refused) as no:
        keep_paper_tally(asked, sheets=4, counts=counts, texts=texts, by=None)
    assert no.value.code == "too_many_texts"
    kept = keep_paper_tally(asked, sheets=20, counts=counts, texts=texts, by=None).texts
    assert (sorted(kept), kept == texts) == (texts, False)
    keep_paper_tally(asked, sheets=4, counts=counts, texts=["Too hot", "Louder"], by=None)
    assert sorted(FeedbackTally.objects.get().texts) == ["Louder", "Too hot"]
    close_feedback(asked, by=None)
    assert results_of(FeedbackRound.objects.get()).texts == []
    keep_paper_tally(asked, sheets=5, counts=counts, by=None)
    assert results_of(FeedbackRound.objects.get()).texts == ["Louder", "Too hot"]
    assert "hot" not in "".join(str(each.data) for each in ModelLogEntry.objects.all())


def test_nothing_is_told_before_the_end_nor_of_fewer_than_five(asked):
    for ticket in "abcd":
        give(asked, ticket, text="Thanks")
    assert results_of(asked).lines == []
    close_feedback(asked, by=None)
    told = results_of(FeedbackRound.objects.get())
    assert (told.sheets, told.lines, told.texts, told.are_few) == (4, [], [], True)
    keep_paper_tally(asked, sheets=1, counts=[[0, 0, 0, 0, 1]] * 5, by=None)
    told = results_of(FeedbackRound.objects.get())
    assert told.lines[0].faces == (0, 0, 0, 0, 5)
    assert told.texts == ["Thanks"] * 4
    assert told.ways == [], "four by phone would be told apart from one on paper"


def test_the_response_is_of_those_who_came(asked):
    session = SessionFactory(run=asked.run)
    for _ in range(2):
        AttendanceFactory(enrollment__run=asked.run, session=session, credited_minutes=60)
    give(asked, "one")
    assert results_of(asked).response == 0.5


def test_a_run_keeps_the_form_with_which_it_began(asked):
    statements = [{"en": "One?", "km": "មួយ?"}] * 3
    words = {"question_en": "And?", "question_km": "ហើយ?"}
    publish_form(asked.run.course, statements=statements, by=None, **words)
    publish_form(None, statements=statements, by=None, **words)
    assert open_feedback(asked.run, by=None).form == asked.form
    own = CourseRunFactory(course=asked.run.course)
    other = CourseRunFactory()
    assert open_feedback(own, by=None).form.course == asked.run.course
    assert open_feedback(other, by=None).form.version == 2
    assert FeedbackForm.objects.filter(course=None).count() == 2


def test_people_of_a_cancelled_run_are_not_asked():
    with pytest.raises(Refused) as no:
        open_feedback(CourseRunFactory(status="cancelled"), by=None)
    assert no.value.code == "run_cancelled"
