"""Finding and enrolling people, requests, withdrawals and tasks."""

import uuid

import pytest
from django.utils import timezone

from courses.choices import EnrollmentStatus, Role
from courses.models import Employment, Enrollment, LookUp, PersonPhone
from tests.courses.views.conftest import address, errors, said
from tests.factories import AttendanceFactory, EnrollmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def soklim():
    person = PersonFactory(
        name_km="គង់ សុខលីម", family_name_latin="Kong", given_name_latin="Soklim", birth_year=1994
    )
    PersonPhone.objects.create(person=person, raw="012 345 678", e164="+85512345678")
    return person


def cards(response):
    return [person.card_code for person in response.context["results"]["people"]]


@pytest.mark.parametrize("query", ["សុខ", "sok", "kong soklim", "012345678", "០១២ ៣៤៥ ៦៧៨"])
def test_a_person_is_found_in_both_scripts_and_by_phone(trainer, run, soklim, query):
    PersonFactory()
    page = trainer.get(address("enroll_people", run), {"q": query})
    assert cards(page) == [soklim.card_code]


def test_a_person_is_found_by_card_code(trainer, run, soklim):
    page = trainer.get(address("enroll_people", run), {"q": soklim.card_code.lower()})
    assert cards(page) == [soklim.card_code]


def test_results_tell_namesakes_apart(trainer, run, soklim):
    EnrollmentFactory(run=run, person=soklim)
    Employment.objects.create(person=soklim, organization=run.host, role=Role.WORKER)
    page = trainer.get(address("enroll_people", run), {"q": "kong"}).content.decode()
    assert "Woman · born 1994 · Lotus Thread Garment" in page


def test_nobody_found_says_what_to_try(trainer, run):
    page = trainer.get(address("enroll_people", run), {"q": "zzz"}).content.decode()
    assert "Nobody was found." in page
    assert f"{address('enroll_newcomer', run)}?name=zzz" in page


def test_more_people_than_shown_are_told(trainer, run):
    for person in PersonFactory.create_batch(21):
        EnrollmentFactory(run=run, person=person)
    response = trainer.get(address("enroll_people", run), {"q": "chan"})
    assert len(response.context["results"]["people"]) == 20
    assert "There are more. Type more letters" in response.content.decode()


def test_of_people_outside_the_own_runs_a_handful_is_shown_as_outlines(trainer, run):
    people = PersonFactory.create_batch(6, birth_year=1987)
    for person in people:
        Employment.objects.create(person=person, organization=run.host)
    page = trainer.get(address("enroll_people", run), {"q": "chan"})
    text = page.content.decode()
    assert len(cards(page)) == 5
    assert "There are more. Type more letters" in text
    assert "Woman · Factory · Kampong Speu" in text
    assert "1987" not in text
    assert text.count("Lotus Thread Garment") == 1, "the host in the head of the page"


def test_two_letters_find_the_people_of_the_own_runs_alone(trainer, run, soklim):
    here = EnrollmentFactory(run=run, person=PersonFactory(family_name_latin="Kosal")).person
    page = trainer.get(address("enroll_people", run), {"q": "ko"})
    assert cards(page) == [here.card_code]
    assert "people are found by three letters or more" in page.content.decode()
    assert not LookUp.objects.exists()


def test_whoever_looks_up_too_many_is_held_back_and_that_is_kept(
    trainer, trainer_user, run, soklim, settings
):
    here = EnrollmentFactory(run=run, person=PersonFactory(given_name_latin="Sokha")).person
    settings.COURSES_LOOK_UPS_IN_TEN_MINUTES = 2
    pages = [trainer.get(address("enroll_people", run), {"q": "sok"}) for _ in range(4)]
    both, hers = [here.card_code, soklim.card_code], [here.card_code]
    assert [cards(page) for page in pages] == [both, both, hers, hers]
    assert "You looked up many people." in pages[-1].content.decode()
    assert "You looked up many people." not in pages[0].content.decode()
    kept = LookUp.objects.values("user", "times", "people", "held_back").get()
    assert kept == {"user": trainer_user.pk, "times": 2, "people": 2, "held_back": 2}


def test_staff_look_up_anybody_without_a_count(client, staff_user, run, soklim):
    client.force_login(staff_user)
    page = client.get(address("enroll_people", run), {"q": "ko"})
    assert page.context["results"]["people"] == [soklim]
    assert "born 1994" in page.content.decode()
    assert not LookUp.objects.exists()


@pytest.mark.parametrize("number", [1, 30])
def test_searching_costs_the_same_for_one_person_and_for_thirty(
    trainer, run, number, django_assert_num_queries
):
    for person in PersonFactory.create_batch(number):
        Employment.objects.create(person=person, organization=run.host)
        EnrollmentFactory(run=run, person=PersonFactory())
    trainer.get(address("enroll_people", run), {"q": "chan"})
    with django_assert_num_queries(17):
        trainer.get(address("enroll_people", run), {"q": "chan"})


def test_one_tap_enrols_and_leads_back_to_the_search(trainer, run, soklim):
    response = trainer.post(
        address("enroll_people", run), {"known": soklim.uuid, "q": "សុខ"}, follow=True
    )
    assert response.context["results"]["query"] == "សុខ"
    assert said(response) == ["គង់ សុខលីម has a seat."]
    assert run.enrollments.get().status == EnrollmentStatus.ENROLLED
    assert "On this run already" in response.content.decode()


def test_a_full_run_gives_a_place_on_the_waiting_list(trainer, run, soklim):
    run.capacity = 1
    run.save()
    EnrollmentFactory(run=run)
    assert "All seats are taken." in trainer.get(address("enroll_people", run)).content.decode()
    response = trainer.post(address("enroll_people", run), {"known": soklim.uuid}, follow=True)
    assert said(response) == ["គង់ សុខលីម is on the waiting list, because all seats are taken."]


def test_a_double_click_enrols_once(trainer, run, soklim):
    trainer.post(address("enroll_people", run), {"known": soklim.uuid})
    response = trainer.post(address("enroll_people", run), {"known": soklim.uuid}, follow=True)
    assert said(response)[-1] == "This person has a seat on this run already."
    assert Enrollment.objects.count() == 1


@pytest.mark.parametrize("value", ["", "nobody", uuid.uuid4()])
def test_a_person_that_is_not_there_is_not_found(trainer, run, value):
    assert trainer.post(address("enroll_people", run), {"known": value}).status_code == 404


@pytest.fixture
def request_of_soklim(run, soklim):
    return EnrollmentFactory(run=run, person=soklim, status=EnrollmentStatus.REQUESTED)


@pytest.mark.parametrize(
    ("answer", "status", "words"),
    [
        ("accept", EnrollmentStatus.ENROLLED, "គង់ សុខលីម has a seat."),
        ("decline", EnrollmentStatus.DECLINED, "The request of គង់ សុខលីម is declined."),
    ],
)
def test_a_request_is_answered(trainer, run, request_of_soklim, answer, status, words):
    verb = address("decide_request", run, request_of_soklim)
    response = trainer.post(verb, {"answer": answer}, follow=True)
    request_of_soklim.refresh_from_db()
    assert request_of_soklim.status == status
    assert said(response) == [words]


def test_a_request_is_answered_once(trainer, run, request_of_soklim):
    verb = address("decide_request", run, request_of_soklim)
    trainer.post(verb, {"answer": "accept"})
    response = trainer.post(verb, {"answer": "decline"}, follow=True)
    assert said(response)[-1] == "This request was answered already."
    request_of_soklim.refresh_from_db()
    assert request_of_soklim.status == EnrollmentStatus.ENROLLED


def test_a_person_of_another_run_is_not_found(trainer, run, foreign_run):
    other = EnrollmentFactory(run=foreign_run)
    assert trainer.post(address("decide_request", run, other)).status_code == 404
    assert trainer.get(address("withdraw", run, other)).status_code == 404


def test_withdrawing_tells_who_gets_the_seat(trainer, run, enrollment, soklim):
    run.capacity = 1
    run.save()
    waiting = EnrollmentFactory(run=run, person=soklim, status=EnrollmentStatus.WAITLISTED)
    page = trainer.get(address("withdraw", run, enrollment)).content.decode()
    assert "The free seat goes to គង់ សុខលីម" in page
    assert "The place on the list becomes free." in (
        trainer.get(address("withdraw", run, waiting)).content.decode()
    )
    trainer.post(address("withdraw", run, enrollment), {"reason": "Night shift"})
    enrollment.refresh_from_db()
    waiting.refresh_from_db()
    assert (enrollment.status, enrollment.status_reason) == ("withdrawn", "Night shift")
    assert waiting.status == EnrollmentStatus.ENROLLED


def test_a_seat_without_waiting_list_becomes_free(trainer, run, enrollment):
    page = trainer.get(address("withdraw", run, enrollment)).content.decode()
    assert "The seat becomes free." in page


def test_who_came_is_not_withdrawn(trainer, run, session, enrollment):
    session.status = "held"
    session.save()
    AttendanceFactory(session=session, enrollment=enrollment)
    response = trainer.post(address("withdraw", run, enrollment))
    assert "This person came to a session already" in errors(response)


def test_a_task_is_ticked_and_opened_again(trainer, run, enrollment):
    run.needs_task = True
    run.save()
    verb = address("record_task", run, enrollment)
    done = trainer.post(verb, {"done": "yes"}, follow=True)
    enrollment.refresh_from_db()
    assert enrollment.task_done_on == timezone.localdate()
    assert said(done) == ["The task of ចាន់ ស្រីមុំ is done."]
    again = trainer.post(verb, {"done": "no"}, follow=True)
    enrollment.refresh_from_db()
    assert enrollment.task_done_on is None
    assert said(again) == ["The task of ចាន់ ស្រីមុំ is open again."]
