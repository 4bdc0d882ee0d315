"""The register: a form for everybody, saved by tap where there is a script."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from courses.choices import EnrollmentSource, Presence
from courses.models import AttendanceEvent, Employment
from tests.courses.views.conftest import address, errors, said
from tests.factories import AttendanceFactory, EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(run):
    """Three people on the list: two women and a man."""
    women = EnrollmentFactory.create_batch(2, run=run)
    man = EnrollmentFactory(run=run, person=PersonFactory(sex="male", name_km="នុត ពិសិដ្ឋ"))
    return [*women, man]


def marked(**marks):
    """The fields of a form: marked(present=[…], late=[(enrollment, 40)])."""
    data = {}
    for presence, rows in marks.items():
        for row in rows:
            enrollment, minutes = row if isinstance(row, tuple) else (row, "")
            data |= {f"m-{enrollment.pk}": presence, f"n-{enrollment.pk}": f"{minutes}"}
    return data


def marks_in(session):
    return {mark.enrollment: mark.presence for mark in session.attendances.all()}


def test_an_open_register_lists_everybody_with_their_mark(trainer, session, people):
    AttendanceFactory(session=session, enrollment=people[0])
    response = trainer.get(address("register", session))
    lines = {line.row: line.typed.presence for line in response.context["form"].lines}
    assert lines == {people[0]: "present", people[1]: "", people[2]: ""}
    page = response.content.decode()
    assert "1 of 3 here" in page
    assert "1 woman · 2 to mark" in page
    assert "Mark the other 2 here" in page
    assert "session 1 of 1" in page


def test_an_empty_register_says_how_to_start(trainer, session):
    assert (
        "Nobody is on this run yet." in trainer.get(address("register", session)).content.decode()
    )


def test_one_button_saves_all_marks(trainer, session, people):
    data = marked(present=[people[0]], late=[(people[1], 40)], absent=[people[2]])
    data[f"r-{people[2].pk}"] = "Recalled to the line"
    response = trainer.post(address("register", session), data, follow=True)
    assert said(response) == ["3 marks are saved."]
    saved = {
        mark.enrollment: (mark.presence, mark.credited_minutes, mark.reason)
        for mark in session.attendances.all()
    }
    assert saved == {
        people[0]: ("present", 180, ""),
        people[1]: ("late", 155, ""),
        people[2]: ("absent", 0, "Recalled to the line"),
    }
    assert "Counts 155 of 180 min." in response.content.decode()


def test_the_rest_is_here_with_one_tap(trainer, session, people):
    data = marked(absent=[people[0]]) | {f"m-{row.pk}": "" for row in people[1:]}
    trainer.post(address("register", session), data | {"rest": "present"})
    assert list(marks_in(session).values()).count("present") == 2


def test_saving_without_a_change_says_so(trainer, session, people):
    response = trainer.post(address("register", session), {}, follow=True)
    assert said(response) == ["Nothing was changed."]


def test_a_double_click_writes_each_event_once(trainer, session, people):
    data = marked(present=people) | {"form": str(uuid.uuid4())}
    trainer.post(address("register", session), data)
    AttendanceEvent.objects.get(enrollment=people[0])
    trainer.post(address("register", session), data)
    assert AttendanceEvent.objects.count() == 3


def test_a_page_left_open_overwrites_nothing_that_others_marked(trainer, session, people):
    AttendanceFactory(session=session, enrollment=people[0])
    stale = trainer.get(address("register", session)).context["form"]
    session.attendances.update(presence=Presence.ABSENT)
    data = marked(present=[people[0], people[1]]) | {"seen": stale.seen}
    trainer.post(address("register", session), data)
    assert marks_in(session) == {people[0]: "absent", people[1]: "present"}


@pytest.mark.parametrize("seen", ["no json", "[]"])
def test_a_broken_memory_of_the_page_saves_all_the_same(trainer, session, people, seen):
    trainer.post(address("register", session), marked(present=people) | {"seen": seen})
    assert set(marks_in(session).values()) == {"present"}


@pytest.mark.parametrize("minutes", ["181", "many"])
def test_impossible_minutes_are_told_beside_the_person(trainer, session, people, minutes):
    data = marked(late=[(people[0], minutes)], present=[people[1]])
    response = trainer.post(address("register", session), data)
    page = response.content.decode()
    assert "Please look at one person" in page
    assert "Write minutes between 0 and 180." in page
    assert f'value="{minutes}"' in page
    assert not session.attendances.exists()


def test_khmer_digits_are_minutes_too(trainer, session, people):
    trainer.post(address("register", session), marked(late=[(people[0], "៤០")]))
    assert session.attendances.get().minutes_missed == 40


def test_a_closed_register_keeps_what_was_typed_on_the_page(trainer, session, people):
    session.closed_at = timezone.now()
    session.save()
    response = trainer.post(address("register", session), marked(absent=[people[0]]))
    page = response.content.decode()
    assert "This register is closed. Open it again to correct a mark." in page
    assert "What you marked is kept on this page." in page
    assert '<option value="absent" selected>' in page
    assert address("reopen_register", session) in page


def test_a_closed_register_is_read_only(trainer, session, people):
    AttendanceFactory(session=session, enrollment=people[0], presence="late", minutes_missed=40)
    EnrollmentFactory(run=session.run, source=EnrollmentSource.WALK_IN)
    session.closed_at, session.status = timezone.now(), "held"
    session.save()
    page = trainer.get(address("register", session)).content.decode()
    assert "<select" not in page
    assert "Came 08:40. Counts" in page
    assert "Walk-in" in page
    assert "Open again" in page


def test_a_session_to_come_shows_its_list_only(trainer, run, people):
    session = SessionFactory(run=run, day_offset=1)
    page = trainer.get(address("register", session)).content.decode()
    assert "This session has not come yet." in page
    assert "<select" not in page


def test_a_cancelled_session_says_why(trainer, run, people):
    session = SessionFactory(run=run, status="cancelled", status_reason="Power cut")
    page = trainer.get(address("register", session)).content.decode()
    assert "This session did not take place." in page
    assert "Power cut" in page


def test_closing_saves_first_and_asks_for_the_missing_marks(trainer, session, people):
    response = trainer.post(
        address("close_register", session), marked(present=people[:2]), follow=True
    )
    assert said(response) == [
        "1 person has no mark yet. Mark this person, then close the register."
    ]
    assert len(marks_in(session)) == 2
    done = trainer.post(address("close_register", session), marked(absent=people[2:]), follow=True)
    assert said(done) == ["The register is closed."]
    session.refresh_from_db()
    assert session.is_closed


def test_closing_is_a_verb_and_not_an_address(trainer, session):
    response = trainer.get(address("close_register", session))
    assert response.url == address("register", session)


def test_a_closed_register_opens_again_with_a_reason(trainer, session, people):
    session.closed_at = timezone.now()
    session.save()
    verb = address("reopen_register", session)
    assert "The marks of 3 people can be corrected" in trainer.get(verb).content.decode()
    assert "Say in a few words why." in errors(trainer.post(verb))
    response = trainer.post(verb, {"reason": "Wrong person marked"}, follow=True)
    assert said(response) == ["The register is open again."]
    assert "This register is open already." in errors(trainer.post(verb, {"reason": "Again"}))


def crowd(run, number):
    for enrollment in EnrollmentFactory.create_batch(number, run=run):
        Employment.objects.create(person=enrollment.person, organization=run.host)


@pytest.mark.parametrize("number", [1, 30])
def test_opening_costs_the_same_for_one_person_and_for_thirty(
    trainer, run, session, number, django_assert_num_queries
):
    crowd(run, number)
    with django_assert_num_queries(7):
        trainer.get(address("register", session))


@pytest.mark.parametrize("number", [1, 30])
def test_saving_costs_the_same_for_one_person_and_for_thirty(
    trainer, run, session, number, django_assert_num_queries
):
    crowd(run, number)
    data = marked(present=run.enrollments.all())
    ContentType.objects.get_for_model(session)
    with django_assert_num_queries(16):
        trainer.post(address("register", session), data)
    assert session.attendances.count() == number


def test_a_register_of_yesterday_can_still_be_marked(trainer, run, people):
    run.starts_on = timezone.localdate() - timedelta(days=1)
    run.save()
    session = SessionFactory(run=run)
    trainer.post(address("register", session), marked(present=people))
    assert len(marks_in(session)) == 3


def test_a_page_that_is_taken_along_holds_the_form_before_the_day_has_come(trainer, run, people):
    session = SessionFactory(run=run, starts_at=timezone.now() + timedelta(days=2))
    url = address("register", session)
    seen, taken = trainer.get(url), trainer.get(url, {"offline": "1"})
    assert (seen.context["is_open"], seen["X-Sala-Keep"]) == (False, "no")
    assert (taken.context["is_open"], taken["X-Sala-Keep"]) == (True, "yes")
    assert f'data-row="{people[0].uuid}"' in taken.content.decode()
