"""Phones and e-mails leave every screen, list, file and answer of a trainer some days after the
run; staff still see them."""

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from courses import permissions
from courses.actions.areas import assign_area
from courses.actions.imports import preview_participant_list
from courses.models import CourseRun, Person, PersonPhone, Province
from courses.queries.person_file import json_of
from tests.conftest import user_in
from tests.courses.admin.world import make_world
from tests.doors import LIST, lesson_page, our_doors, things
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory
from tests.test_admin_doors import DOORS as ADMIN_DOORS
from tests.test_admin_doors import SCOPED, with_certificates

pytestmark = pytest.mark.django_db
DOORS = [door for door in our_doors() if door.view.policy in ("trainer", "run", "session")]
#: As somebody may write them; every one ends alike.
SIGNS = ("777123", "777 123", "hidden@example.org")
WITH_PHONES = LIST.replace(b"Sex\n", b"Sex,Phone\n").replace(b",F\n", b",F,012777123\n")
BAD_PHONES = WITH_PHONES.replace(b"012777123", b"777123")
#: Where a trainer reads contacts while the run is on.
SHOWN = {
    *("courses:import_preview", "courses:import_columns", "courses:invitation"),
    "courses:coach",
}
ANSWERS = ("text/html", "application/json")


def ends(days_ago):
    day = timezone.localdate() - timedelta(days=days_ago)
    CourseRun.objects.update(starts_on=day, ends_on=day)


@pytest.fixture
def own(trainer_user):
    """A run of the trainer with a phone wherever one can stand."""
    trainer = trainer_user.training_person
    person = PersonFactory(email="hidden@example.org")
    PersonPhone.objects.create(person=person, raw="012 777 123", e164="+85512777123")
    own = things(lesson_page(), trainer=trainer, person=person)
    own.batch = preview_participant_list(
        own.run, BytesIO(WITH_PHONES), filename="list.csv", works_at_host=True, by=None
    )
    preview_participant_list(
        own.run, BytesIO(BAD_PHONES), filename="bad.csv", works_at_host=True, by=None
    )
    for nomination in own.nominations.values():
        nomination.state, nomination.enrollment = "listed", None
        nomination.phone = "012 777 123"
        nomination.save()
    return own


def signs_in(response):
    body = b"".join(response.streaming_content) if response.streaming else response.content
    text = body.decode("utf-8", errors="replace") + str(response.headers)
    return [sign for sign in SIGNS if sign in text]


def places_with_contacts(client, own, batches, doors=DOORS, answers=ANSWERS):
    """Addresses of our own screens at which a phone or an e-mail is read, in any form of answer."""
    return {
        door.name
        for door in doors
        if any(signs_in(answer) for answer in all_answers(client, door, own, batches, answers))
    }


def all_answers(client, door, own, batches, answers):
    for batch in batches if "batch" in door.parameters else batches[:1]:
        url = door.url(own.keys(door.view) | {"batch": batch.uuid})
        for accept in answers:
            for query in ({}, {"q": "012 777 12"}):
                yield client.get(url, query, headers={"accept": accept})


def test_our_own_screens_forget_phones_thirty_days_after_the_run(own, trainer_user, staff_user):
    trainer, staff = Client(), Client()
    trainer.force_login(trainer_user)
    staff.force_login(staff_user)
    batches = list(own.run.imports.all())
    ends(30)
    assert places_with_contacts(trainer, own, batches, answers=ANSWERS[:1]) == SHOWN
    ends(31)
    assert places_with_contacts(trainer, own, batches) == set()
    shown = [door for door in DOORS if door.name in SHOWN]
    assert places_with_contacts(staff, own, batches, shown) == SHOWN


def test_a_posted_search_or_a_half_filled_form_shows_no_phone(own, trainer_user):
    client = Client()
    client.force_login(trainer_user)
    ends(31)
    form = {"name": "ចាន់ ស្រីមុំ", "look": "1", "phone": ""}
    for name, row in (("enroll_newcomer", own.run), ("walk_in", own.session)):
        page = client.post(reverse(f"courses:{name}", args=[row.uuid]), form)
        assert len(page.context["alike"]) >= 1
        assert signs_in(page) == []


@pytest.fixture
def worlds(trainer_user):
    """The trainer's records in the admin, with contacts."""
    trainer = trainer_user.training_person
    world = with_certificates(make_world(trainer), trainer)
    people = Person.objects.exclude(user=trainer_user)
    people.update(email="hidden@example.org")
    world.people.phones.update(raw="012 777 123", e164="+85512777123")
    return world


def admin_places(client, world):
    """Addresses of lists, records and windows about people at which a contact is read."""
    found = set()
    for door in ADMIN_DOORS:
        is_list = door.view in ("index", "choose_results")
        for query in ({}, {"q": "chan"}, {"export": "csv"}) if is_list else ({},):
            if door.noun in SCOPED and signs_in(client.get(door.url(world), query)):
                found.add(door.name)
    return found


def test_the_admin_forgets_them_too(worlds, trainer_user, staff_user):
    trainer, staff = Client(), Client()
    trainer.force_login(trainer_user)
    staff.force_login(staff_user)
    ends(30)
    record = reverse("training_people:inspect", args=[worlds.people.pk])
    assert signs_in(trainer.get(record)) == ["777123", "hidden@example.org"]
    ends(31)
    assert admin_places(trainer, worlds) == set()
    assert signs_in(staff.get(record)) == ["777123", "hidden@example.org"]


@pytest.mark.parametrize("noun", ["people", "enrolments"])
def test_a_search_by_phone_finds_only_people_whose_phones_are_shown(
    noun, worlds, trainer_user, staff_user
):
    def found(user, words):
        client = Client()
        client.force_login(user)
        url = reverse(f"training_{noun}:index")
        return len(client.get(url, {"q": words}).context["object_list"])

    ends(30)
    assert found(trainer_user, "777123") == 1
    ends(31)
    assert [found(trainer_user, words) for words in ("777123", "012777123")] == [0, 0]
    assert found(staff_user, "777123") == 1


def test_the_window_in_which_a_person_is_chosen_holds_to_it(worlds, trainer_user):
    client = Client()
    client.force_login(trainer_user)
    url, card = reverse("training_choose_people:choose_results"), worlds.people.card_code
    seen = []
    for days_ago in (30, 31):
        ends(days_ago)
        seen.append(card in client.get(url, {"q": "777123"}).content.decode())
    assert seen == [True, False]


@pytest.fixture
def cast(trainer_user, staff_user):
    area = user_in("Provincial staff", username="kandal")
    assign_area(area, Province.objects.filter(pk="08"), by=staff_user)
    run = CourseRunFactory()
    run.run_trainers.create(person=trainer_user.training_person)
    here = EnrollmentFactory(run=CourseRunFactory(province_id="08")).person
    return SimpleNamespace(
        trainer=trainer_user,
        staff=staff_user,
        area=type(area).objects.get(pk=area.pk),
        run=run,
        person=EnrollmentFactory(run=run).person,
        here=here,
    )


def test_the_policy_by_role_and_day(cast):
    sees = permissions.contacts.may_see
    for days_ago, is_shown in ((-10, True), (30, True), (31, False)):
        ends(days_ago)
        for obj in (cast.run, cast.person):
            assert sees(cast.trainer, obj) is is_shown
            assert sees(cast.staff, obj)
            assert not sees(cast.area, obj)
    assert sees(cast.area, cast.here)
    assert not sees(cast.trainer, cast.here)
    assert sees(cast.trainer, cast.trainer.training_person)


@pytest.mark.parametrize(
    ("status", "is_shown"),
    [("enrolled", True), ("waitlisted", True), ("requested", True), ("withdrawn", False),
     ("declined", False)],
)  # fmt: skip
def test_whoever_left_the_run_is_not_called_by_its_trainer(cast, status, is_shown):
    cast.run.enrollments.update(status=status)
    assert permissions.contacts.may_see(cast.trainer, cast.person) is is_shown


def test_the_days_are_a_setting_and_a_run_without_a_day_is_not_over(cast, settings):
    ends(31)
    settings.COURSES_CONTACTS_SHOWN_DAYS = 31
    assert permissions.contacts.may_see(cast.trainer, cast.person)
    CourseRun.objects.update(starts_on=None, ends_on=None)
    assert permissions.contacts.may_see(cast.trainer, cast.person)
    CourseRun.objects.update(status="cancelled")
    assert not permissions.contacts.may_see(cast.trainer, cast.person)


def test_a_persons_file_can_leave_without_contacts(cast):
    cast.person.email = "hidden@example.org"
    PersonPhone.objects.create(person=cast.person, raw="012 777 123", e164="+85512777123")
    assert [sign for sign in SIGNS if sign in json_of(cast.person)] != []
    told = json_of(cast.person, shows_contacts=False)
    assert [sign for sign in SIGNS if sign in told] == []
    assert cast.person.card_code in told


def test_staff_of_a_province_take_files_of_the_people_they_lead_without_old_contacts(cast):
    """She trained elsewhere once: the person is hers to see, her phone is not any more."""
    lead = PersonFactory(user=cast.area)
    cast.run.run_trainers.create(person=lead)
    PersonPhone.objects.create(person=cast.person, raw="012 777 123", e164="+85512777123")
    Person.objects.filter(pk=cast.person.pk).update(email="hidden@example.org")
    client = Client()
    client.force_login(cast.area)
    url = reverse("training_people:file", args=[cast.person.pk])
    form = reverse("training_people:edit", args=[cast.person.pk])
    told = []
    for days_ago in (30, 31):
        ends(days_ago)
        assert bool(signs_in(client.get(form))) is (days_ago == 30)
        answer = client.post(url, {"purpose": "person_asked", "file_format": "json"})
        told.append(bool(signs_in(answer)))
        assert cast.person.card_code in answer.content.decode()
    assert told == [True, False]
