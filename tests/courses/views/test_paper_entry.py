"""Typing in from paper: a plain form, saved as marks from a paper sheet."""

import pytest
from django.utils import timezone

from courses.choices import MarkSource
from courses.models import AttendanceEvent
from courses.queries.paper import on_the_list
from tests.courses.views.conftest import address, said
from tests.factories import AttendanceFactory, EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(run):
    return [
        EnrollmentFactory(run=run, person=PersonFactory(sort_key=str(number)))
        for number in range(3)
    ]


def send(trainer, session, codes):
    shown = trainer.get(address("type_in", session)).context["form"]
    data = {f"c-{row.pk}": code for row, code in codes.items()}
    return trainer.post(
        address("type_in", session),
        data | {"seen": shown.seen, "form": str(shown.form_id)},
        follow=True,
    )


def test_rows_stand_in_the_order_of_the_printed_sheet(trainer, run, session, people):
    form = trainer.get(address("type_in", session)).context["form"]

    assert [line.row for line in form.lines] == list(on_the_list(run)) == people


def test_all_rows_are_saved_at_once_as_marks_from_paper(trainer, session, people):
    first, second, third = people

    response = send(trainer, session, {first: "1", second: "2 40", third: "a"})

    assert said(response) == ["3 marks are saved."]
    marks = session.attendances.order_by("enrollment__person__sort_key")
    assert [(mark.enrollment, mark.presence, mark.minutes_missed) for mark in marks] == [
        (first, "present", 0),
        (second, "late", 40),
        (third, "absent", 0),
    ]
    assert {event.source for event in AttendanceEvent.objects.all()} == {MarkSource.PAPER}


def test_an_empty_row_stays_as_it_is_and_a_second_look_corrects(trainer, session, people):
    first, second, third = people
    AttendanceFactory(session=session, enrollment=first, presence="excused")

    send(trainer, session, {first: "", second: "", third: "1"})
    response = send(trainer, session, {first: "1", second: "", third: "1"})

    assert said(response) == ["1 mark is saved."]
    assert {mark.enrollment: mark.presence for mark in session.attendances.all()} == {
        first: "present",
        third: "present",
    }
    assert said(send(trainer, session, {third: "1"})) == ["Nothing was changed."]


def test_a_wrong_row_is_named_and_nothing_is_lost_or_saved(trainer, session, people):
    response = send(trainer, session, {people[0]: "1", people[1]: "9"})

    page = response.content.decode()
    assert "Please look at one person" in page
    assert 'value="9"' in page
    assert 'value="1"' in page
    assert not session.attendances.exists()


def test_a_closed_register_takes_nothing_and_says_so(trainer, session, people):
    session.closed_at = timezone.now()
    session.save()

    page = trainer.get(address("type_in", session)).content.decode()
    response = send(trainer, session, {people[0]: "1"})

    assert "This register is closed." in page
    assert "sala-paper" not in page
    assert "This register is closed." in response.content.decode()
    assert not session.attendances.exists()


def test_a_session_to_come_cannot_be_typed_in(trainer, run, people):
    coming = SessionFactory(run=run, day_offset=1)

    response = trainer.post(address("type_in", coming), {f"c-{people[0].pk}": "1"})

    assert "This session has not come yet." in response.content.decode()
    assert not coming.attendances.exists()


def test_the_other_columns_of_the_sheet_and_the_walk_in_rows_are_one_click_away(
    trainer, run, session, people
):
    other = SessionFactory(run=run, hour=13)

    page = trainer.get(address("type_in", session)).content.decode()

    assert address("type_in", other) in page
    assert address("walk_in", session) in page


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_takes_the_same_queries_for_one_and_for_thirty(
    trainer, run, session, rows, django_assert_num_queries
):
    EnrollmentFactory.create_batch(rows, run=run)
    trainer.get(address("type_in", session))

    with django_assert_num_queries(7):
        trainer.get(address("type_in", session))


def test_where_heads_are_counted_there_are_no_rows_to_type_in(trainer, run, session, people):
    counting = SessionFactory(run=run, hour=13, recording="headcount")

    response = trainer.get(address("type_in", counting))
    columns = trainer.get(address("type_in", session)).context["columns"]

    assert response.url == address("count_heads", counting)
    assert columns == [session]
