"""The list of an organization on its screens, and that two of them learn nothing of each other."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from courses.actions.nomination_taking import refuse_nominations, take_nominations
from courses.models import Completion, Invitation
from tests.doors import our_doors
from tests.factories import (
    AttendanceFactory,
    InvitationFactory,
    NominationFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
OWN_DOORS = [door for door in our_doors() if door.view.policy == "invitation"]


@pytest.fixture
def invitation():
    return InvitationFactory(seats=5, roles=["worker"], women_percent=50, token="ours")


@pytest.fixture
def contact(client, invitation):
    """The browser of the contact of the invitation."""
    return come_in(client, "ours")


def come_in(client, token):
    client.get(reverse("courses:nominate_link", args=[token]))
    return client


def url(name, *args):
    return reverse(f"courses:{name}", args=[each.uuid for each in args])


def text(response):
    return " ".join(response.content.decode().split())


def sheet(*rows, **extra):
    data = {"sheet": str(uuid4()), "people-TOTAL_FORMS": len(rows), "people-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"people-{number}-{name}": value for name, value in row.items()}
    return data | extra


DARA = {"name": "សុខ ដារា Sok Dara", "sex": "male", "role": "worker", "phone": "012 345 678",
        "employee_number": "E-1", "birth_year": "1990"}  # fmt: skip
THEARY = {"name": "Chan Theary", "sex": "female", "role": "manager"}


def test_typed_names_come_onto_the_list_once(contact, invitation):
    data = sheet(DARA, THEARY, {"name": ""})
    for _twice in range(2):
        response = contact.post(url("nominate_add", invitation), data, follow=True)
    assert response.redirect_chain == [(url("nominate", invitation), 302)]
    values = ("name_km", "given_name_latin", "sex", "role", "birth_year", "employee_number")
    assert list(invitation.nominations.values_list(*values)) == [
        ("សុខ ដារា", "Dara", "male", "worker", 1990, "E-1"),
        ("", "Theary", "female", "manager", None, ""),
    ]
    page = text(response)
    assert "2 of your 5 seats are named" in page
    assert "This role was not asked for." in page


def test_a_bad_row_keeps_everything_and_adds_nobody(contact, invitation):
    data = sheet(DARA, {**THEARY, "birth_year": "90", "sex": ""})
    page = text(contact.post(url("nominate_add", invitation), data))
    assert "Please look at the rows that are marked." in page
    assert "Did you mean 1990?" in page
    assert 'value="Chan Theary"' in page
    assert not invitation.nominations.exists()


def test_an_empty_sheet_is_told(contact, invitation):
    page = text(contact.post(url("nominate_add", invitation), sheet({"name": ""})))
    assert "Write at least one name." in page


def test_too_many_names_are_refused_with_everything_kept(contact, invitation):
    rows = [{**THEARY, "name": f"Chan Theary{letter}"} for letter in "abcdef"]
    page = text(contact.post(url("nominate_add", invitation), sheet(*rows)))
    assert "There are not enough seats for all these names." in page
    assert 'value="Chan Thearyf"' in page
    assert not invitation.nominations.exists()


def test_more_rows_keep_what_was_typed(contact, invitation):
    response = contact.post(url("nominate_add", invitation), sheet(DARA, more="1"))
    assert response.context["sheet"].total_form_count() == 10
    assert 'value="E-1"' in text(response)
    assert not invitation.nominations.exists()


def test_a_name_is_changed_and_taken_off(contact, invitation):
    row = NominationFactory(invitation=invitation)
    contact.post(url("nominate_change", invitation, row), DARA)
    row.refresh_from_db()
    assert (row.name_km, row.phone) == ("សុខ ដារា", "012 345 678")
    page = text(contact.post(url("nominate_withdraw", invitation, row), follow=True))
    assert "សុខ ដារា is off your list." in page
    assert "Nobody is on your list yet." in page


def test_after_the_last_day_the_list_only_shows(contact, invitation):
    row = NominationFactory(invitation=invitation)
    Invitation.objects.update(deadline=timezone.localdate() - timedelta(days=1))
    page = text(contact.get(url("nominate", invitation)))
    assert "The last day for changes is over." in page
    assert url("nominate_change", invitation, row) not in page
    page = text(contact.post(url("nominate_change", invitation, row), DARA))
    assert "The last day for changes is over." in page


def test_outcomes_are_told_without_scores(contact, invitation, staff_user):
    rows = [
        NominationFactory(invitation=invitation, name_km=f"កក {letter}ក", given_name_latin="")
        for letter in "កខគ"
    ]
    taken = take_nominations(invitation, rows[:2], by=staff_user)
    refuse_nominations(invitation, rows[2:], "Too late", by=staff_user)
    session = SessionFactory(run=invitation.run, status="held")
    AttendanceFactory(session=session, enrollment=taken[0].enrollment)
    Completion.objects.create(
        enrollment=taken[0].enrollment, is_met=True, met_on=timezone.localdate(),
        missing=[{"code": "quiz", "percent": 41}],
    )  # fmt: skip
    response = contact.get(url("nominate", invitation))
    told = [(each["row"].pk, str(each["standing"])) for each in response.context["nominees"]]
    assert told == [
        (rows[0].pk, "Completed"), (rows[1].pk, "Has a seat"), (rows[2].pk, "Not on the course"),
    ]  # fmt: skip
    assert "Not on the course: Too late" in text(response)
    assert "41" not in re.findall(r"\d+", strip_tags(text(response)))


def test_a_list_of_thirty_costs_no_more_queries_than_one(
    contact, invitation, staff_user, django_assert_num_queries
):
    Invitation.objects.update(seats=40)
    for number in (1, 29):
        rows = [
            NominationFactory(
                invitation=invitation, name_km="", given_name_latin="Sok" + "a" * (n + 1)
            )
            for n in range(number)
        ]  # fmt: skip
        take_nominations(invitation, rows, by=staff_user)
        with django_assert_num_queries(7):
            contact.get(url("nominate", invitation))
