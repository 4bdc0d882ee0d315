"""The trainer's side: ask, show the link once, renew, withdraw, take and turn down."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from courses.actions.invitations import open_link
from courses.models import Channel, Invitation, PersonPhone
from tests.courses.views.conftest import address, said
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    InvitationFactory,
    NominationFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def answers(run):
    return {
        "organization": OrganizationFactory(name_en="Sunrise Federation").pk,
        "channel": Channel.UNION,
        "seats": "5",
        "deadline": f"{timezone.localdate()}",
        "roles": ["worker"],
        "message": "Please send women too.",
    }


def tokens(response):
    return set(re.findall(r"/nominate/link/([\w-]+)/", response.content.decode()))


def test_the_link_is_shown_once_in_khmer_and_english(trainer, run, answers):
    response = trainer.post(address("invite", run), answers)
    (token,) = tokens(response)
    page = response.content.decode()
    assert "/en/training/nominate/link/" in page
    assert "/km/training/nominate/link/" in page
    invitation = Invitation.objects.get()
    assert open_link(token) == invitation
    assert (invitation.seats, invitation.roles, invitation.channel) == (5, ["worker"], "union")
    for url in (address("run", run), address("invitation", run, invitation)):
        assert token not in trainer.get(url).content.decode()


def test_sending_the_form_twice_is_told_and_keeps_one_link(trainer, run, answers):
    trainer.post(address("invite", run), answers)
    response = trainer.post(address("invite", run), answers)
    assert "This organization was asked already." in response.content.decode()
    assert Invitation.objects.count() == 1


def test_the_organization_is_found_without_losing_answers(trainer, run, answers):
    del answers["organization"]
    shown = trainer.post(
        address("invite", run), answers | {"organization_q": "sunrise", "organization_find": "1"}
    )
    page = shown.content.decode()
    assert "Sunrise Federation" in page
    assert "Please send women too." in page


def test_the_form_proposes_what_the_run_needs(trainer, run):
    initial = trainer.get(address("invite", run)).context["form"].initial
    assert initial == {
        "seats": 12, "deadline": timezone.localdate(), "roles": ["worker", "supervisor"],
    }  # fmt: skip


def test_renewing_and_withdrawing(trainer, run):
    invitation = InvitationFactory(run=run, token="old")
    day = {"deadline": f"{timezone.localdate()}"}
    (token,) = tokens(trainer.post(address("renew_link", run, invitation), day))
    assert (open_link("old"), open_link(token)) == (None, invitation)
    trainer.post(address("revoke_invitation", run, invitation))
    assert open_link(token) is None
    response = trainer.post(address("renew_link", run, invitation), day, follow=True)
    assert said(response)[-1].startswith("This link was withdrawn.")


def test_taking_some_and_turning_down_others(trainer, run):
    invitation = InvitationFactory(run=run, roles=["worker"])
    first, second = (
        NominationFactory(invitation=invitation, name_km=name) for name in ("សុខ ដារា", "ចាន់ ធារី")
    )
    url = address("decide_nominations", run, invitation)
    response = trainer.post(url, {"person": [first.uuid], "answer": "take"}, follow=True)
    assert said(response) == ["1 person was taken."]
    response = trainer.post(
        url, {"person": [second.uuid], "answer": "refuse", "reason": "Too many"}, follow=True
    )
    assert said(response) == ["1 person was not taken."]
    assert "Not taken: Too many" in response.content.decode()
    assert run.enrollments.get().person.name_km == "សុខ ដារា"
    response = trainer.post(url, {"answer": "take"}, follow=True)
    assert said(response) == ["Tick the people whom you decide about."]


def test_an_invitation_of_another_run_is_not_found(trainer, run):
    foreign = InvitationFactory()
    assert trainer.get(address("invitation", run, foreign)).status_code == 404


def test_a_trainer_sees_who_is_known_or_here_already(trainer, run, enrollment):
    invitation = InvitationFactory(run=run, organization=enrollment.employer)
    NominationFactory(
        invitation=invitation, name_km=enrollment.person.name_km, family_name_latin="Chan",
        given_name_latin="Sreymom",
    )  # fmt: skip
    page = trainer.get(address("invitation", run, invitation))
    assert [str(each["outcome"]) for each in page.context["waiting"]] == ["On this run already"]


BY_ROLE = "Women: 1 of 3 · Manager, personnel or compliance staff: 2 · Supervisor or line leader: 1"


def trained(person, runs, days_ago=30):
    """The person came to so many runs, each of two sessions."""
    for _run in range(runs):
        past = CourseRunFactory(starts_on=timezone.localdate() - timedelta(days=days_ago))
        place = EnrollmentFactory(run=past, person=person)
        for day in range(2):
            session = SessionFactory(run=past, day_offset=day, status="held")
            AttendanceFactory(session=session, enrollment=place)


def test_a_trainer_is_told_who_is_sent_to_every_training(trainer, run):
    invitation = InvitationFactory(run=run, token="mine")
    names = ("សុខ ដារា", "ចាន់ ធារី")
    often, seldom = (PersonFactory(name_km=name, given_name_latin="") for name in names)
    for person, runs in ((often, 4), (seldom, 3)):
        trained(person, runs)
        trained(person, 1, days_ago=400)
        PersonPhone.objects.create(
            person=person, raw=f"012 345 67{runs}", e164=f"+8551234567{runs}"
        )
        NominationFactory(
            invitation=invitation,
            name_km=person.name_km,
            family_name_latin="Chan",
            given_name_latin="",
            role="",
            sex=person.sex,
            phone=f"012 345 67{runs}",
        )
    page = trainer.get(address("invitation", run, invitation))
    flags = [each["repeat"] for each in page.context["waiting"]]
    assert flags == ["Came to 4 trainings in twelve months", ""]
    assert "Role not told: 2" in page.content.decode()

    contact = Client()
    contact.get(reverse("courses:nominate_link", args=["mine"]))
    page = contact.get(reverse("courses:nominate", args=[invitation.uuid]))
    assert "twelve months" not in page.content.decode()


def test_a_trainer_sees_whom_she_would_take_against_what_was_asked(trainer, run):
    invitation = InvitationFactory(run=run, roles=["supervisor"], women_percent=60)
    for sex, role in (("female", "supervisor"), ("male", "manager"), ("male", "manager")):
        NominationFactory(invitation=invitation, name_km=f"សុខ {sex}", sex=sex, role=role)
    page = " ".join(trainer.get(address("invitation", run, invitation)).content.decode().split())
    assert BY_ROLE in page
    assert "60 % women are asked for. 1 woman more would reach that." in page
    assert page.count("Another role") == 2


@pytest.mark.parametrize("screen", ["run", "invitation"])
def test_thirty_cost_no_more_queries_than_one(trainer, run, screen, django_assert_num_queries):
    invitation = InvitationFactory(run=run)
    objects = (run,) if screen == "run" else (run, invitation)
    literal = {"run": 16, "invitation": 15}[screen]
    for number in (1, 29):
        for _each in range(number):
            NominationFactory(invitation=invitation)
            InvitationFactory(run=run)
        trainer.get(address(screen, *objects))
        with django_assert_num_queries(literal):
            trainer.get(address(screen, *objects))
    assert (
        reverse("courses:invite", args=[run.uuid])
        in trainer.get(address("run", run)).content.decode()
    )
