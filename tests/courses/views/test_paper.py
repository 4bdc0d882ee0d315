"""Printing on the screen: what is offered, what comes as a file, and under which name."""

from datetime import timedelta
from urllib.parse import unquote

import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone, translation

from tests.courses.views.conftest import address, said
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


def text_of(response):
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    pages = pypdfium2.PdfDocument(response.content)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def name_of(response):
    return unquote(response["Content-Disposition"])


def test_the_page_offers_sheets_cards_and_the_poster(trainer, run, session, enrollment):
    page = trainer.get(address("paper", run)).content.decode()

    for name in ("run_sheet", "badges", "table_signs", "poster"):
        assert address(name, run) in page
    assert address("session_sheet", session) in page
    assert enrollment.person.name_latin in page


def test_the_run_and_the_register_lead_there(trainer, run, session):
    run_page = trainer.get(address("run", run)).content.decode()
    register = trainer.get(address("register", session)).content.decode()

    assert address("paper", run) in run_page
    for name in ("session_sheet", "type_in", "evidence"):
        assert address(name, session) in register


def test_the_sheet_of_a_run_has_a_column_for_every_session_that_takes_place(
    trainer, run, session, enrollment
):
    SessionFactory(run=run, hour=13)
    SessionFactory(run=run, hour=18, status="cancelled")

    response = trainer.get(address("run_sheet", run))

    told = text_of(response)
    assert "CHAN Sreymom" in told
    assert ("morning" in told, "afternoon" in told, "evening" in told) == (True, True, False)
    assert name_of(response) == f'attachment; filename="Attendance sheet {run.code}.pdf"'


def test_the_sheet_of_a_session_has_one(trainer, run, session, enrollment):
    SessionFactory(run=run, hour=13)

    response = trainer.get(address("session_sheet", session))

    assert "afternoon" not in text_of(response)
    assert f"{run.code} {session.day}" in name_of(response)


def test_where_no_names_are_taken_there_is_a_sheet_to_count_on(trainer, run, session, enrollment):
    counting = SessionFactory(run=run, hour=13, recording="headcount")

    page = trainer.get(address("paper", run)).content.decode()
    both, one = (
        text_of(trainer.get(where))
        for where in (address("run_sheet", run), address("session_sheet", counting))
    )

    assert "Count sheet 13:00" in page
    assert address("count_heads", counting) in page
    assert address("type_in", counting) not in page
    assert ("CHAN Sreymom" in both, "13:00" in both) == (True, False)
    assert ("CHAN Sreymom" in one, "Role not asked" in one) == (False, True)


def test_a_run_without_names_has_a_page_to_count_on_for_every_session(trainer, run):
    for hour in (8, 13):
        SessionFactory(run=run, hour=hour, recording="headcount")

    response = trainer.get(address("run_sheet", run))

    told = text_of(response)
    assert ("08:00" in told, "13:00" in told, "Page 2 of 2" in told) == (True, True, True)
    assert name_of(response) == f'attachment; filename="Count sheets {run.code}.pdf"'


def test_a_run_without_sessions_has_no_sheet_and_says_so(trainer, run):
    response = trainer.get(address("run_sheet", run), follow=True)

    assert said(response) == [
        "This run has no session that takes place, so there is no sheet to print."
    ]


def test_one_malformed_name_stops_no_sheet_and_is_named_on_the_page(trainer, run, session):
    broken = PersonFactory(name_km="្តា", given_name_latin="Dara")
    EnrollmentFactory(run=run, person=broken)
    EnrollmentFactory(run=run)

    told = text_of(trainer.get(address("run_sheet", run)))
    page = trainer.get(address("paper", run)).content.decode()

    assert "CHAN Dara" in told
    assert "CHAN Sreymom" in told
    assert "One name cannot be printed as it is on record" in page
    assert broken.card_code in page


def test_staff_go_from_there_to_the_record_to_mend_it(client, staff_user, run):
    row = EnrollmentFactory(run=run, person=PersonFactory(name_km="្តា"))
    client.force_login(staff_user)

    page = client.get(address("paper", run)).content.decode()

    assert reverse("training_people:edit", args=[row.person_id]) in page


@pytest.mark.parametrize("name", ["cards", "badges", "table_signs"])
def test_names_are_printed_for_everybody_or_for_whom_is_ticked(trainer, run, name):
    first = EnrollmentFactory(run=run, person=PersonFactory(given_name_latin="Dara"))
    EnrollmentFactory(run=run, person=PersonFactory(given_name_latin="Bopha"))

    everybody = text_of(trainer.get(address(name, run)))
    one = text_of(trainer.get(address(name, run), {"person": str(first.uuid)}))

    assert ("Dara" in everybody, "Bopha" in everybody) == (True, True)
    assert ("Dara" in one, "Bopha" in one, "Sophea" in one) == (True, False, False)


def test_people_of_another_run_cannot_be_ticked(trainer, run, foreign_run):
    stranger = EnrollmentFactory(run=foreign_run)

    response = trainer.get(address("cards", run), {"person": str(stranger.uuid)}, follow=True)

    assert said(response) == ["Nobody is on this run yet, so there is nothing to print."]


def test_badges_are_for_trainers_too_and_cards_are_not(trainer, run, enrollment):
    assert "KEO Sophea" in text_of(trainer.get(address("badges", run)))
    assert "KEO Sophea" not in text_of(trainer.get(address("cards", run)))


def test_a_poster_is_there_where_people_may_enrol_themselves(trainer, run, session):
    told = text_of(trainer.get(address("poster", run)))
    assert "no account needed, one minute" in told
    assert "Safety committee" in told

    run.enrollment_policy = "invitation"
    run.save()
    response = trainer.get(address("poster", run), follow=True)
    assert said(response) == ["People cannot enrol themselves on this run, so there is no poster."]
    assert "so there is no poster" in response.content.decode()


def test_who_comes_by_the_poster_is_known_to_have_done_so(client, trainer, run):
    day = timezone.localdate() + timedelta(days=3)
    coming = CourseRunFactory(starts_on=day, ends_on=day)
    SessionFactory(run=coming)
    client.logout()
    answers = {"name": "Tep Sovannary", "sex": "female", "role": "worker"}

    for by in ("poster", "import"):
        client.post(f"{address('take_part', coming)}?by={by}", answers)

    assert [row.source for row in coming.enrollments.order_by("pk")] == ["poster", "self"]


def test_the_name_of_the_file_is_in_the_language_of_the_screen(trainer, run, session):
    with translation.override("km"):
        response = trainer.get(address("run_sheet", run))

    assert "បញ្ជីវត្តមាន" in name_of(response)


def test_one_person_gets_her_card_again(trainer, enrollment):
    person = enrollment.person

    response = trainer.get(address("person_card", person))

    assert "CHAN Sreymom" in text_of(response)
    assert person.card_code in name_of(response)


def test_the_record_in_the_office_leads_to_the_card(client, staff_user, enrollment):
    client.force_login(staff_user)

    page = client.get(reverse("training_people:inspect", args=[enrollment.person_id]))

    assert address("person_card", enrollment.person) in page.content.decode()


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_takes_the_same_queries_for_one_and_for_thirty(
    trainer, run, session, rows, django_assert_num_queries
):
    EnrollmentFactory.create_batch(rows, run=run)
    trainer.get(address("paper", run))

    with django_assert_num_queries(9):
        trainer.get(address("paper", run))
