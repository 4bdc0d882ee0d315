"""Somebody else comes instead: from the run page and at the door."""

import pytest
from django.urls import reverse

from tests.courses.views.conftest import address, errors, said
from tests.factories import AttendanceFactory, EnrollmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def sophal(db):
    return PersonFactory(
        name_km="ចាន់ សុផល", family_name_latin="Chan", given_name_latin="Sophal", sex="male"
    )


def at_the_door(run, place, session):
    return f"{address('substitute', run, place)}?session={session.uuid}"


def test_from_the_register_it_takes_three_taps_and_comes_back_to_her_line(
    trainer, run, session, enrollment, sophal
):
    register = trainer.get(address("register", session)).content.decode()
    assert address("substitute_at_the_door", session) in register
    chosen = trainer.get(address("substitute_at_the_door", session)).content.decode()
    assert at_the_door(run, enrollment, session) in chosen

    found = trainer.get(at_the_door(run, enrollment, session) + "&q=Sophal")
    assert [each.uuid for each in found.context["results"]["people"]] == [sophal.uuid]
    response = trainer.post(at_the_door(run, enrollment, session), {"known": str(sophal.uuid)})

    place = run.enrollments.get(person=sophal)
    assert response["Location"] == f"{address('register', session)}#person-{place.pk}"
    lines = trainer.get(address("register", session)).context["form"].rows
    assert [row.person for row in lines] == [sophal]


def test_the_run_page_says_who_comes_instead_of_whom_and_undoes_it(
    trainer, run, enrollment, sophal
):
    response = trainer.post(
        address("substitute", run, enrollment), {"known": str(sophal.uuid)}, follow=True
    )
    assert said(response) == ["ចាន់ សុផល comes instead of ចាន់ ស្រីមុំ."]
    page = response.content.decode()
    assert "Comes instead of ចាន់ ស្រីមុំ." in page and "Instead comes ចាន់ សុផល." in page

    undone = trainer.post(address("undo_substitution", run, enrollment), follow=True)

    assert said(undone) == ["ចាន់ ស្រីមុំ has the seat again."]
    assert run.enrollments.enrolled().get() == enrollment


def test_somebody_new_needs_four_answers(trainer, run, enrollment):
    answers = {"name": "កែវ សុភ័ក្ត្រ", "sex": "male", "role": "worker", "workplace_q": "Moon Mill"}

    trainer.post(address("substitute", run, enrollment), answers)

    place = run.enrollments.enrolled().get()
    assert (place.person.name_km, place.substitutes) == ("កែវ សុភ័ក្ត្រ", enrollment)


def test_a_refusal_keeps_the_answers(trainer, run, session, enrollment, sophal):
    session.status = "held"
    session.save()
    AttendanceFactory(session=session, enrollment=enrollment)

    response = trainer.post(address("substitute", run, enrollment), {"known": str(sophal.uuid)})

    assert "This person came to a session already." in errors(response)
    assert trainer.get(address("substitute_at_the_door", session)).context["people"] == []


def test_alternates_of_the_same_organization_are_proposed_first(trainer, run, enrollment):
    roster = run.course.rosters.create(name_en="Contact group")
    run.roster = roster
    run.save()
    union, other = enrollment.employer, run.host
    roster.members.create(person=enrollment.person, organization=union)
    far, near = (
        roster.members.create(person=PersonFactory(), organization=each, is_alternate=True)
        for each in (other, union)
    )

    found = trainer.get(address("substitute", run, enrollment)).context["results"]["people"]

    assert found == [near.person, far.person]


def test_only_the_run_that_she_leads(trainer, foreign_run):
    other = EnrollmentFactory(run=foreign_run)
    assert trainer.get(address("substitute", foreign_run, other)).status_code == 404
    assert trainer.post(address("undo_substitution", foreign_run, other)).status_code == 404


@pytest.mark.parametrize("number", [1, 30])
def test_the_list_at_the_door_costs_the_same_for_one_and_thirty(
    trainer, run, session, number, django_assert_num_queries
):
    EnrollmentFactory.create_batch(number, run=run)
    url = reverse("courses:substitute_at_the_door", args=[session.uuid])
    trainer.get(url)
    with django_assert_num_queries(6):
        assert len(trainer.get(url).context["people"]) == number
