"""New people: added to a run, or at the door, unless they are known already."""

import pytest

from courses.choices import EnrollmentSource, EnrollmentStatus, Presence
from courses.models import Attendance, Employment, Person
from tests.courses.views.conftest import address, errors, said
from tests.factories import EnrollmentFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def answers(run):
    """Four answers about somebody whom nobody knows yet."""
    return {
        "name": "គង់ សុខលីម",
        "sex": "female",
        "role": "worker",
        "workplace": f"{run.host_id}",
    }


@pytest.fixture
def namesake():
    """Somebody of the same name who is known already."""
    employer = OrganizationFactory(name_en="White River Bags")
    person = PersonFactory(name_km="គង់ សុខលីម", birth_year=1994)
    Employment.objects.create(person=person, organization=employer, role="supervisor")
    return person


def test_four_answers_enrol_a_new_person(trainer, run, answers):
    assert trainer.get(address("enroll_newcomer", run)).status_code == 200
    response = trainer.post(address("enroll_newcomer", run), answers, follow=True)
    enrollment = run.enrollments.get()
    assert said(response) == ["គង់ សុខលីម has a seat."]
    assert (enrollment.person.name_km, enrollment.role) == ("គង់ សុខលីម", "worker")
    assert (enrollment.employer, enrollment.source) == (run.host, EnrollmentSource.STAFF)


def test_the_name_that_was_searched_is_filled_in(trainer, run):
    form = trainer.get(address("enroll_newcomer", run), {"name": "Kong"}).context["form"]
    assert form["name"].value() == "Kong"


def test_missing_answers_are_told_and_the_rest_is_kept(trainer, run, answers):
    del answers["sex"]
    answers["workplace"] = ""
    response = trainer.post(address("enroll_newcomer", run), answers)
    assert set(response.context["form"].errors) == {"sex", "workplace"}
    page = response.content.decode()
    assert "Please look at 2 answers" in page
    assert 'value="គង់ សុខលីម"' in page


def test_somebody_known_is_shown_before_anybody_is_added(trainer, run, answers, namesake):
    EnrollmentFactory(run=run, person=namesake, status="withdrawn")
    response = trainer.post(address("enroll_newcomer", run), answers)
    assert response.context["alike"] == [namesake]
    page = response.content.decode()
    assert "Nobody is added yet." in page
    assert "White River Bags, born 1994" in page
    for reason in ("same name", "same sex", "other workplace"):
        assert f">{reason}</span>" in page
    assert not run.enrollments.enrolled().exists()


def test_somebody_of_other_runs_is_recognized_by_an_outline(trainer, run, answers, namesake):
    answers |= {"birth_year": "1994", "workplace": f"{namesake.employments.get().organization_id}"}
    response = trainer.post(address("enroll_newcomer", run), answers)
    (person,) = response.context["alike"]
    assert (person.card_code, person.place) == (namesake.card_code, "Factory · Kampong Speu")
    assert person.reasons == ["same name", "same sex"]
    known = response.content.decode().split('id="known"')[1].split("</ul>")[0]
    assert namesake.card_code in known
    assert "White River Bags" not in known
    assert "1994" not in known


def test_whoever_looked_up_too_many_may_still_add_people(trainer, run, answers, namesake, settings):
    settings.COURSES_LOOK_UPS_A_DAY = 0
    looked = trainer.post(address("enroll_newcomer", run), {**answers, "look": "1"})
    assert looked.context["alike"] == []
    assert "You looked up many people." in looked.content.decode()
    trainer.post(address("enroll_newcomer", run), answers)
    assert run.enrollments.get().person != namesake


def test_it_is_this_very_person(trainer, run, answers, namesake):
    trainer.post(address("enroll_newcomer", run), {**answers, "known": namesake.uuid})
    enrollment = run.enrollments.get()
    assert (enrollment.person, enrollment.employer) == (namesake, run.host)


def test_without_a_job_told_the_newest_one_counts(trainer, run, namesake):
    trainer.post(address("enroll_newcomer", run), {"known": namesake.uuid})
    enrollment = run.enrollments.get()
    assert (enrollment.employer.name_en, enrollment.role) == ("White River Bags", "supervisor")


def test_it_is_somebody_else(trainer, run, answers, namesake):
    trainer.post(address("enroll_newcomer", run), {**answers, "new": "yes"})
    assert run.enrollments.get().person != namesake
    assert Person.objects.filter(name_km="គង់ សុខលីម").count() == 2


def test_the_script_looks_while_the_name_is_typed(trainer, run, namesake):
    response = trainer.post(address("enroll_newcomer", run), {"name": "គង់ សុខលីម", "look": "1"})
    assert [person.pk for person in response.context["alike"]] == [namesake.pk]
    assert not response.context["form"].errors


def test_a_refusal_adds_nobody(trainer, run, answers, trainer_user):
    EnrollmentFactory(run=run, person=PersonFactory(name_km="គង់ សុខលីម"))
    known = {**answers, "known": trainer_user.training_person.uuid}
    response = trainer.post(address("enroll_newcomer", run), known)
    assert "This person trains on this run" in errors(response)
    run.status = "cancelled"
    run.save()
    people = Person.objects.count()
    response = trainer.post(address("enroll_newcomer", run), {**answers, "new": "yes"})
    assert "This run was cancelled." in errors(response)
    assert Person.objects.count() == people


def test_a_walk_in_is_enrolled_and_marked_here(trainer, run, session, answers):
    assert trainer.get(address("walk_in", session)).status_code == 200
    response = trainer.post(address("walk_in", session), answers, follow=True)
    enrollment = run.enrollments.get()
    assert enrollment.source == EnrollmentSource.WALK_IN
    assert Attendance.objects.get().presence == Presence.PRESENT
    assert said(response) == ["គង់ សុខលីម is added and marked here."]
    assert response.redirect_chain[-1][0] == (
        f"{address('register', session)}#person-{enrollment.pk}"
    )


def test_a_full_run_warns_and_turns_nobody_away(trainer, run, session, answers):
    run.capacity = 1
    run.save()
    EnrollmentFactory(run=run)
    page = trainer.get(address("walk_in", session)).content.decode()
    assert "1 of 1 seats are taken." in page
    assert "Number 2" in page
    trainer.post(address("walk_in", session), answers)
    assert run.enrollments.enrolled().count() == 2


def test_somebody_who_came_before_is_found_at_the_door(trainer, run, session, namesake):
    waiting = EnrollmentFactory(run=run, person=namesake, status=EnrollmentStatus.WAITLISTED)
    page = trainer.get(address("walk_in", session), {"q": "សុខ"})
    assert page.context["results"]["people"] == [namesake]
    trainer.post(address("walk_in", session), {"known": namesake.uuid})
    waiting.refresh_from_db()
    assert waiting.status == EnrollmentStatus.ENROLLED
    assert waiting.attendances.get().presence == Presence.PRESENT


def test_a_closed_register_takes_no_walk_in_and_keeps_the_answers(trainer, session, answers):
    session.closed_at = session.starts_at
    session.save()
    response = trainer.post(address("walk_in", session), answers)
    assert "This register is closed." in errors(response)
    assert response.context["form"]["name"].value() == "គង់ សុខលីម"
    assert not Person.objects.filter(name_km="គង់ សុខលីម").exists()
