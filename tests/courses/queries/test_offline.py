"""What a phone takes along: whose cards are read, and who may come to the door."""

import pytest

from courses.actions.enrollment import withdraw
from courses.actions.merging import merge_people
from courses.models import Employment
from courses.queries.offline import cards_of, known_people
from tests.factories import EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


def test_every_card_of_a_person_opens_her_row_and_that_of_a_given_up_place_none(
    staff_user, django_assert_num_queries
):
    session = SessionFactory()
    here, gone, twin = EnrollmentFactory.create_batch(3, run=session.run)
    older = PersonFactory()
    merge_people(here.person, older, by=staff_user)
    merge_people(here.person, twin.person, by=staff_user)
    withdraw(gone, by=staff_user)
    afternoon = SessionFactory(run=session.run, starts_at=session.ends_at)
    empty = SessionFactory()
    with django_assert_num_queries(2):
        cards = cards_of([session, afternoon, empty])
    mine = {each.card_code: str(here.uuid) for each in (here.person, older, twin.person)}
    expected = mine | {gone.person.card_code: ""}
    assert cards == {
        str(session.uuid): expected,
        str(afternoon.uuid): expected,
        str(empty.uuid): {},
    }


def test_who_works_there_or_gave_a_place_up_may_come_to_the_door(
    staff_user, django_assert_num_queries
):
    session = SessionFactory()
    here, gone = EnrollmentFactory.create_batch(2, run=session.run)
    colleague, elsewhere = PersonFactory.create_batch(2)
    for person in (here.person, gone.person, colleague):
        Employment.objects.create(person=person, organization=session.run.host)
    Employment.objects.create(person=elsewhere, organization=SessionFactory().run.host)
    visitor = EnrollmentFactory(run=session.run)
    for place in (gone, visitor):
        withdraw(place, by=staff_user)
    with django_assert_num_queries(2):
        known = known_people([session])
    assert {each["key"] for each in known} == {
        str(person.uuid) for person in (gone.person, colleague, visitor.person)
    }
