"""Two organizations name people for one run, and learn nothing of each other."""

import re

import pytest
from django.test import Client

from courses.actions.nomination_taking import take_nominations
from courses.models import Channel, CourseRun, Nomination, PersonPhone
from tests.courses.views.test_nominees import come_in, sheet, text, url
from tests.doors import our_doors
from tests.factories import (
    AttendanceFactory,
    EnrollmentFactory,
    InvitationFactory,
    NominationFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
OWN_DOORS = [door for door in our_doors() if door.view.policy == "invitation"]


@pytest.fixture
def invitation():
    return InvitationFactory(seats=5, roles=["worker"], women_percent=50, token="ours")


@pytest.fixture
def rivals(invitation):
    """A union asked for the same run."""
    union = OrganizationFactory(name_en="Sunrise Federation", kind="federation", name_km="សហព័ន្ធអរុណ")
    return InvitationFactory(
        run=invitation.run, organization=union, channel=Channel.UNION, seats=7, token="theirs",
        message="Come to the union hall", contact_name="Brother Vuthy",
    )  # fmt: skip


SECRETS = ("Sunrise", "សហព័ន្ធអរុណ", "Vuthy", "union hall", "ម៉ៅ សុភក្រ្តា", "Sopheaktra", "Federation")


def masked(page):
    """A screen without what differs from one answer to the next."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", page)


@pytest.mark.parametrize("door", OWN_DOORS, ids=str)
def test_no_address_tells_one_organization_about_the_other(
    door, invitation, rivals, staff_user, client
):
    ours = NominationFactory(invitation=invitation)
    keys = {"invitation": invitation.uuid, "nomination": ours.uuid}
    address = door.url(keys)
    contact = come_in(client, "ours")
    before = masked(contact.get(address).content.decode())
    rows = [
        NominationFactory(
            invitation=rivals, name_km="ម៉ៅ សុភក្រ្តា", given_name_latin="Sopheaktra", phone="011222333"
        )
        for _ in range(3)
    ]
    take_nominations(rivals, rows, by=staff_user)
    after = masked(contact.get(address).content.decode())
    assert after == before
    assert [secret for secret in SECRETS if secret in after] == []
    theirs = {"invitation": rivals.uuid, "nomination": rows[0].uuid}
    mixed = {"invitation": invitation.uuid, "nomination": rows[0].uuid}
    for keys in (theirs, mixed) if "nomination" in door.parameters else (theirs,):
        for method in (contact.get, contact.post):
            response = method(door.url(keys))
            assert response.status_code in (302, 404, 405)
            assert [secret for secret in SECRETS if secret in response.content.decode()] == []
    assert set(rivals.nominations.values_list("state", flat=True)) == {"taken"}


@pytest.mark.parametrize("how", ["by_the_union", "by_herself", "as_a_known_person", "as_trainer"])
def test_naming_somebody_says_nothing_about_where_she_was_before(
    how, invitation, rivals, staff_user
):
    """Two worlds: she is unknown, or known in some way. The employer sees the same."""
    facts = {"name": "ម៉ៅ សុភក្រ្តា", "sex": "female", "role": "worker", "phone": "011222333",
             "employee_number": "E-9", "birth_year": "1991"}  # fmt: skip
    contact = come_in(Client(), "ours")
    seen = []
    for is_known in (False, True):
        if is_known:
            Nomination.objects.filter(invitation=invitation).delete()
            make_known(how, invitation, rivals, staff_user)
        added = contact.post(url("nominate_add", invitation), sheet(facts), follow=True)
        row = invitation.nominations.get()
        changed = contact.post(url("nominate_change", invitation, row), facts, follow=True)
        seen.append([masked(page.content.decode()) for page in (added, changed)])
    assert seen[0] == seen[1]


def make_known(how, invitation, rivals, staff_user):
    facts = {"name_km": "ម៉ៅ សុភក្រ្តា", "given_name_latin": "", "family_name_latin": "",
             "phone": "011222333", "birth_year": 1991}  # fmt: skip
    if how == "by_the_union":
        take_nominations(rivals, [NominationFactory(invitation=rivals, **facts)], by=staff_user)
        return
    facts.pop("phone")
    person = PersonFactory(**facts)
    PersonPhone.objects.create(person=person, raw="011222333", e164="+85511222333")
    if how == "by_herself":
        EnrollmentFactory(run=invitation.run, person=person, employer=None, source="self")
    elif how == "as_trainer":
        invitation.run.run_trainers.create(person=person)


@pytest.mark.parametrize("is_full", [False, True])
def test_a_worker_who_came_by_the_union_is_told_to_her_factory_like_a_new_one(
    is_full, invitation, rivals, staff_user
):
    facts = {"name_km": "ម៉ៅ សុភក្រ្តា", "phone": "011222333", "birth_year": 1991}
    take_nominations(rivals, [NominationFactory(invitation=rivals, **facts)], by=staff_user)
    if is_full:
        CourseRun.objects.update(capacity=1)
    new = NominationFactory(invitation=invitation, name_km="សុខ ដារា", family_name_latin="Sok")
    hers = NominationFactory(invitation=invitation, **facts)
    take_nominations(invitation, [new, hers], by=staff_user)
    hers.refresh_from_db()
    assert hers.is_shared
    page = come_in(Client(), "ours").get(url("nominate", invitation))
    told = {str(each["standing"]) for each in page.context["nominees"]}
    assert told == {"On the waiting list" if is_full else "Has a seat"}


def test_a_factory_sees_nothing_of_workers_whom_it_did_not_name(invitation, rivals, staff_user):
    """Marks, completions and places of its workers by the union change nothing on its screen."""
    contact = come_in(Client(), "ours")
    before = masked(text(contact.get(url("nominate", invitation))))
    (row,) = take_nominations(
        rivals,
        [NominationFactory(invitation=rivals, employer_text=invitation.organization.name_en)],
        by=staff_user,
    )
    assert row.enrollment.employer == invitation.organization
    session = SessionFactory(run=invitation.run, status="cancelled")
    AttendanceFactory(session=session, enrollment=row.enrollment)
    assert masked(text(contact.get(url("nominate", invitation)))) == before
