"""Standing rosters in the office: staff keep them, trainers see no members."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.models import Roster, RosterMember
from tests.factories import CourseRunFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def roster(db):
    return Roster.objects.create(name_en="Contact group", name_km="ក្រុមទំនាក់ទំនង")


def add_address(roster):
    return f"{reverse('training_roster_members:add')}?roster={roster.pk}"


def test_a_member_is_added_to_the_roster_from_which_one_came(staff, roster):
    person, union = PersonFactory(), OrganizationFactory(kind="federation")
    record = reverse("training_rosters:inspect", args=[roster.pk])
    assert add_address(roster) in staff.get(record).content.decode()
    assert staff.get(add_address(roster)).context["form"].initial["roster"] == roster.pk

    answers = {"roster": roster.pk, "person": person.pk, "organization": union.pk}
    staff.post(add_address(roster), answers | {"is_alternate": "on", "starts_on": "2026-01-05"})

    member = roster.members.get()
    assert (member.person, member.organization, member.is_alternate) == (person, union, True)
    page = staff.get(record).content.decode()
    assert person.name_km in page and "Alternate" in page


def test_nobody_is_in_a_roster_twice(staff, roster):
    person = PersonFactory()
    roster.members.create(person=person)

    answer = staff.post(add_address(roster), {"roster": roster.pk, "person": person.pk})

    assert answer.status_code == 200
    assert roster.members.count() == 1


def test_the_list_counts_members_of_today_and_each_organization_once(staff, roster):
    union = OrganizationFactory()
    for _n in range(2):
        roster.members.create(person=PersonFactory(), organization=union)
    roster.members.create(person=PersonFactory(), organization=union, is_alternate=True)
    roster.members.create(person=PersonFactory(), ends_on=TODAY - timedelta(days=1))

    (row,) = staff.get(reverse("training_rosters:index")).context["object_list"]

    assert (row.member_count, row.organization_count) == (2, 1)


def test_members_are_found_by_their_names(staff, roster):
    one = roster.members.create(person=PersonFactory())
    roster.members.create(
        person=PersonFactory(name_km="", family_name_latin="Heng", given_name_latin="Pisey")
    )

    rows = staff.get(reverse("training_roster_members:index"), {"q": "Sreymom"})

    assert list(rows.context["object_list"]) == [one]


def test_a_trainer_sees_the_roster_of_her_run_without_its_members(trainer, trainer_user, roster):
    member = roster.members.create(person=PersonFactory())
    record = reverse("training_rosters:inspect", args=[roster.pk])
    assert trainer.get(record).status_code in (302, 404)
    run = CourseRunFactory(roster=roster)
    run.run_trainers.create(person=trainer_user.training_person)

    page = trainer.get(record).content.decode()

    assert "Contact group" in page and member.person.name_km not in page
    assert trainer.get(reverse("training_roster_members:index")).status_code in (302, 403)


def test_a_roster_goes_with_its_members_and_not_with_a_run(staff, roster):
    roster.members.create(person=PersonFactory())
    delete = reverse("training_rosters:delete", args=[roster.pk])
    run = CourseRunFactory(roster=roster)
    staff.post(delete)
    assert Roster.objects.count() == 1

    run.roster = None
    run.save()
    staff.post(delete)

    assert (Roster.objects.count(), RosterMember.objects.count()) == (0, 0)
