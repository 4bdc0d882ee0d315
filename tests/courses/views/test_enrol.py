"""Taking part, with an account and without."""

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.actions.reservations import keep_seats
from courses.models import Employment, Enrollment, Person, PersonPhone, RunTrainer
from courses.views import enrol
from tests import pages
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
GOOD = {"name": "Tep Sovannary", "sex": "female", "role": "worker", "phone": "012 345 678"}
KNOWN_SEAT = "You have a card already"


@pytest.fixture
def run():
    day = timezone.localdate() + timedelta(days=7)
    run = CourseRunFactory(starts_on=day, ends_on=day, capacity=2)
    SessionFactory(run=run)
    pages.course_page(pages.home_page(), course=run.course)
    return run


def url(run):
    return reverse("courses:take_part", args=[run.uuid])


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def send(client, run, **answers):
    return client.post(url(run), GOOD | {"form": str(uuid.uuid4())} | answers, follow=True)


def fill(run):
    for _ in range(run.capacity):
        EnrollmentFactory(run=run)


def on_file():
    person = PersonFactory(family_name_latin="Tep", given_name_latin="Sovannary", name_km="")
    PersonPhone.objects.create(person=person, raw="012345678", e164="+85512345678")
    return person


def test_the_sheet_names_the_run_and_its_free_seats(client, run):
    page = text(client.get(url(run)))
    for words in ("Take part", "Safety committee", "2 seats are free.", "08:00–11:00",
                  "You get a code on this screen.", "Your factory does not see"):  # fmt: skip
        assert words in page


def test_a_newcomer_gets_a_seat_and_a_card(client, run):
    response = send(client, run)
    page = text(response)
    person = Person.objects.get()
    for words in ("You have a seat", person.card_code, "data:image/svg", "Tep Sovannary"):
        assert words in page
    assert "no-store" in response["Cache-Control"]


def test_a_full_run_gives_a_place_on_the_list(client, run):
    fill(run)
    assert "Join the waiting list" in text(client.get(url(run)))
    assert "You are number 1 on the list." in text(send(client, run))


def test_a_run_by_request_waits_for_the_trainer(client, run):
    run.enrollment_policy = "request"
    run.save()
    assert "Ask for a seat" in text(client.get(url(run)))
    assert "Your request is with the trainer" in text(send(client, run))


def test_a_double_click_is_one_enrolment_with_one_card(client, run):
    form = str(uuid.uuid4())
    first, second = (text(send(client, run, form=form)) for _ in range(2))
    assert Enrollment.objects.count() == Person.objects.count() == 1
    code = Person.objects.get().card_code
    assert code in first and code in second


def without_ticket(page):
    return re.sub(r"done/[^/\"]+/", "", page)


def test_somebody_known_gets_the_same_answer_whether_she_was_on_the_run_or_not(client, run):
    person = on_file()
    newly = text(send(client, run))
    again = text(send(client, run))
    assert without_ticket(newly) == without_ticket(again)
    assert KNOWN_SEAT in newly and person.card_code not in newly
    assert Enrollment.objects.get().person == person


def test_a_full_run_does_not_tell_who_has_a_seat(client, run):
    person = on_file()
    seat = EnrollmentFactory(run=run, person=person)
    fill(run)
    has_one = text(send(client, run))
    seat.delete()
    EnrollmentFactory(run=run)
    has_none = text(send(client, run))
    assert without_ticket(has_one) == without_ticket(has_none)
    assert "Your name is on the list" in has_one


def test_a_request_of_somebody_known_does_not_tell_an_earlier_answer(client, run):
    run.enrollment_policy = "request"
    run.save()
    EnrollmentFactory(run=run, person=on_file())
    assert "If your request was answered before, that answer stands." in text(send(client, run))


def test_errors_keep_what_was_typed(client, run):
    page = text(send(client, run, birth_year="2062", phone="012 34", workplace="Palm Shade"))
    for words in ("Please look at 2 answers", "2062 is still to come. Did you mean 1962?",
                  "This number is too short.", 'value="Palm Shade"', "Tep Sovannary",
                  'href="#id_birth_year"'):  # fmt: skip
        assert words in page
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"status": "cancelled"}, "This run was cancelled. Choose another date."),
        ({"status": "closed"}, "This run is closed. Choose another date."),
        ({"enrollment_policy": "invitation"}, "This run is by invitation."),
        ({"starts_on": "2020-01-01", "ends_on": "2020-01-02"}, "This run is over."),
    ],
)
def test_a_no_says_why_and_offers_other_dates(client, run, changes, sentence):
    day = timezone.localdate() + timedelta(days=20)
    other = CourseRunFactory(course=run.course, starts_on=day, ends_on=day)
    type(run).objects.filter(pk=run.pk).update(**changes)
    for page in (text(client.get(url(run))), text(send(client, run))):
        assert sentence in page and url(other) in page
    assert not Person.objects.exists()


def test_a_no_without_other_dates_says_so(client, run):
    type(run).objects.update(status="cancelled")
    assert "No other date is planned yet." in text(client.get(url(run)))


def test_too_many_sheets_from_one_address_have_to_wait(client, run, monkeypatch):
    monkeypatch.setattr(enrol, "FORMS_AT_MOST", 1)
    send(client, run)
    page = text(send(client, run, name="Somebody Else", phone=""))
    assert "Wait ten minutes, then send this again." in page and "Somebody Else" in page
    assert Person.objects.count() == 1


def test_who_is_signed_in_confirms_the_job(client, run, participant_user):
    client.force_login(participant_user)
    page = text(client.get(url(run)))
    assert "You take part as" in page and "Your name" not in page
    page = text(client.post(url(run), {"role": "worker", "workplace": "Palm Shade"}, follow=True))
    enrollment = Enrollment.objects.get()
    assert (enrollment.person, enrollment.role, enrollment.employer_text) == (
        participant_user.training_person, "worker", "Palm Shade",
    )  # fmt: skip
    assert enrollment.person.card_code in page and "Show my training" in page
    assert client.get(url(run))["Location"] == reverse("courses:my_training")


def test_sending_twice_while_signed_in_is_one_enrolment(client, run, participant_user):
    client.force_login(participant_user)
    for _ in range(2):
        assert "You have a seat" in text(client.post(url(run), {"role": "worker"}, follow=True))
    assert Enrollment.objects.count() == 1


def test_a_trainer_of_the_run_is_told_why_not_before_and_after_the_form(client, run, trainer_user):
    RunTrainer.objects.create(run=run, person=trainer_user.training_person)
    client.force_login(trainer_user)
    for response in (client.get(url(run)), client.post(url(run), {"role": "trainer"})):
        page = text(response)
        assert "You train on this run, so you cannot take part in it." in page
        assert "Other dates" in page


def test_an_unknown_run_or_ticket_is_not_found(client, run):
    assert client.get(reverse("courses:take_part", args=[uuid.uuid4()])).status_code == 404
    for ticket in ("never-made", enrol.Ticket(str(uuid.uuid4())).sealed()):
        answer = reverse("courses:taken_part", args=[run.uuid, ticket])
        assert client.get(answer).status_code == 404


def test_an_answer_stays_true_after_giving_the_seat_up(client, run):
    answer = send(client, run).redirect_chain[-1][0]
    Enrollment.objects.update(status="withdrawn")
    assert "You were taken off this run." in text(client.get(answer))


def test_the_poster_leads_to_the_same_sheet_and_is_remembered(client, run):
    poster = f"{url(run)}?by=poster"
    answers = GOOD | {"form": str(uuid.uuid4())}
    assert "Take part" in text(client.get(poster))

    for _twice in range(2):
        assert client.post(poster, answers).status_code == 302

    assert Enrollment.objects.get(run=run).source == "poster"


def test_a_date_for_other_roles_names_them_and_other_dates(client, run):
    run.roles = ["manager"]
    run.save()

    page = text(send(client, run))

    assert "This date is for: Manager, personnel or compliance staff." in page
    assert "Other dates" in page
    assert not run.enrollments.exists()


def test_a_stranger_reads_for_whom_the_date_is_before_the_form(client, run):
    run.roles, run.is_for_host_only = ["manager"], True
    run.save()

    page = text(client.get(url(run)))

    assert "This date is for: Manager, personnel or compliance staff." in page
    assert f"This date is for people of {run.host.name} only." in page
    assert "Your name" in page and "If your work has changed" not in page


def test_what_stands_on_record_is_told_before_the_form_in_the_same_words(
    client, run, participant_user
):
    client.force_login(participant_user)
    run.course.prerequisites.create(code="BASIC", title_en="Basic safety")
    other = EnrollmentFactory(
        person=participant_user.training_person, run=CourseRunFactory(starts_on=run.starts_on)
    )
    SessionFactory(run=other.run, hour=9)

    for words in ("Complete Basic safety first.", "You are at Safety committee at that time:"):
        for response in (client.get(url(run)), client.post(url(run), {"role": "worker"})):
            page = text(response)
            assert words in page and "Other dates" in page and "What you do there" not in page
        run.course.prerequisites.clear()
    assert not run.enrollments.exists()


def test_a_seat_kept_for_her_organization_is_free_for_her(client, run, participant_user):
    client.force_login(participant_user)
    job = Employment.objects.create(
        person=participant_user.training_person, organization=OrganizationFactory(), role="worker"
    )
    keep_seats(run, job.organization, 2, by=participant_user)
    assert "2 seats are free." in text(client.get(url(run)))

    client.logout()
    assert "All seats are taken." in text(client.get(url(run)))


def test_a_course_to_complete_first_makes_a_request_of_it(client, run):
    run.course.prerequisites.create(code="BASIC", title_en="Basic safety")

    assert "Before this course one completes Basic safety." in text(client.get(url(run)))
    assert "Your request is with the trainer" in text(send(client, run))
    assert Enrollment.objects.get(run=run).status == "requested"


def test_where_organizations_name_people_the_sheet_says_so(client, run):
    run.enrollment_policy = "nomination"
    run.save()

    assert "Organizations name the people for this run." in text(client.get(url(run)))


def test_the_card_leads_to_the_offer(client, run):
    answer = client.post(url(run), GOOD | {"form": str(uuid.uuid4())})
    ends = timezone.now() + timedelta(hours=2)
    Enrollment.objects.update(status="offered", offer_ends_at=ends)

    page = text(client.get(answer["Location"]))

    assert "A seat is free for you" in page and "/offer/" in page
