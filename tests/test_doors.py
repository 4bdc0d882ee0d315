"""Every address, every role, own and foreign objects: who comes in and who does not."""

from copy import deepcopy

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse

from courses.models import Channel, Pin
from courses.views.base import ENTRANCES
from tests.conftest import a_participant, a_trainer, user_in
from tests.doors import lesson_page, our_doors, things
from tests.factories import PinFactory, visit_by_card

pytestmark = pytest.mark.django_db
DOORS = our_doors()
NO_LINK = "/nominate/no-link/"
COMES_IN = {200, 302, 405}
WATCHED = ("courses", "certificates")
#: Counts how often anybody looked.
COUNTED = {"certificates.CheckCount"}

#: Who comes in by the view's policy: with own objects, with foreign objects.
WITH_OWN = {
    "public": {"anonymous", "card", "participant", "trainer", "staff", "contact", "union"},
    "login": {"participant", "trainer", "staff"},
    "own": {"card", "participant", "trainer", "staff"},
    "trainer": {"trainer", "staff"},
    "run": {"trainer", "staff"},
    "session": {"trainer", "staff"},
    "person": {"trainer", "staff"},
    "staff": {"staff"},
    "invitation": {"contact", "union"},
}
WITH_FOREIGN = {
    **WITH_OWN,
    "run": {"staff"},
    "session": {"staff"},
    "person": {"staff"},
    "invitation": set(),
}
#: Who comes by a link. What is foreign to them belongs to the other one on the very same run.
BY_LINK = {"contact": Channel.EMPLOYER, "union": Channel.UNION}

#: Addresses about something that belongs to one person: foreign ones are not found.
PERSONAL = {
    *("courses:my_withdraw", "courses:my_offer", "courses:my_calendar", "certificates:download"),
    *("courses:my_feedback", "courses:my_test", "courses:my_test_keep"),
    *("certificates:credential", "certificates:picture", "certificates:reminder"),
    *("courses:quiz_result", "courses:revoke_share", "courses:my_make_up", "courses:my_task"),
}
#: Staff may see the file of every certificate; nobody withdraws for somebody else here.
PERSONAL_FOR_STAFF = {"certificates:download", "certificates:credential"}
#: Personal addresses for the participant alone, with her login or by her card.
ONLY_HERS = {
    *("courses:my_feedback", "courses:my_test", "courses:my_test_keep"),
    *("courses:my_withdraw", "courses:my_offer", "courses:my_calendar"),
    *("certificates:picture", "certificates:reminder", "courses:quiz_result"),
    *("courses:revoke_share", "courses:my_make_up", "courses:my_task"),
}
#: Answers 404 by itself to whatever the address names.
MAY_BE_UNKNOWN = {
    *("courses:taken_part", "courses:taken_part_calendar", "courses:trainer_feed"),
    *("courses:nominate_no_link", "courses:offer", "courses:shared_passport"),
    *("courses:self_marking_code", "certificates:withheld"),
    # This certificate is valid for ever.
    "certificates:reminder",
    # Without a signing key there are none.
    *("certificates:credential", "certificates:did", "certificates:status_list"),
    "certificates:day",
    # Nobody opened the link of this session.
    *("certificates:no_paper", "certificates:paper_file", "certificates:paper_picture"),
    # No statement of that year was issued.
    *("certificates:year", "certificates:year_of_course"),
    # No figures of that year were published.
    *("courses:numbers_year", "courses:numbers_edition"),
    *("courses:numbers_json", "courses:numbers_csv"),
    *("certificates:offline", "certificates:offline_worker", "certificates:offline_manifest"),
}
#: Not for unions, unless COURSES_CONTACTS_GET_CERTIFICATES says so.
FOR_EMPLOYERS = {"courses:nominate_certificate"}


@pytest.fixture(scope="module")
def world(keep_rows):
    return keep_rows(make_world)


def make_world():
    """Who comes with which cookies, what is their own, and what is not."""
    participant, trainer = a_participant(), a_trainer()
    lesson = lesson_page()
    own = things(lesson, trainer=trainer.training_person, person=participant.training_person)
    users = {
        "anonymous": None,
        "card": PinFactory(person=participant.training_person),
        "participant": participant,
        "trainer": trainer,
        "staff": user_in("Programme staff", username="staff"),
        **BY_LINK,
    }
    cookies = {role: entered(user, own) for role, user in users.items()}
    return cookies, own, things(lesson)


def objects_for(role, own, foreign):
    """What is her own, and what is not."""
    if role not in BY_LINK:
        return (True, own), (False, foreign)
    mine = BY_LINK[role]
    other = Channel.UNION if mine == Channel.EMPLOYER else Channel.EMPLOYER
    return (True, own.seen_by(mine)), (False, own.seen_by(other)), (False, foreign.seen_by(mine))


def rows():
    """How many there are, of all tables in one question."""
    tables = [
        model._meta.db_table
        for label in WATCHED
        for model in apps.get_app_config(label).get_models()
        if model._meta.label not in COUNTED
    ]
    counts = ", ".join(f"(select count(*) from {table})" for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"select {counts}")
        return dict(zip(tables, cursor.fetchone(), strict=True))


def entered(user, own):
    """The cookies of this user, of whoever came by a card, or of whoever has got the link of a
    channel of the own run."""
    client = Client()
    if isinstance(user, Pin):
        visit_by_card(client, user)
    elif user in Channel.values:
        link = reverse("courses:nominate_link", args=[f"{own.run.code} {user}"])
        assert "no-link" not in client.get(link).url
    elif user is not None:
        client.force_login(user)
    return client.cookies


def is_sent_away(url):
    """To where one signs in or comes in by card."""
    return "login" in url or url.startswith(f"{reverse('courses:card')}?next=")


def is_kept_out(role, response):
    if response.status_code == 405:
        return True
    if response.status_code == 302 and response.url.endswith(NO_LINK):
        return True
    if response.status_code == 302 and role in ("anonymous", "card", *BY_LINK):
        return is_sent_away(response.url)
    return response.status_code == 404 and role != "anonymous"


def comes_in(door, role, is_own):
    policy = door.view.policy
    if door.name in ONLY_HERS:
        return is_own and role in ("card", "participant")
    if door.name in FOR_EMPLOYERS and role == "union":
        return False
    if door.name in PERSONAL and not is_own:
        return role == "staff" and door.name in PERSONAL_FOR_STAFF
    return role in (WITH_OWN if is_own else WITH_FOREIGN)[policy]


@pytest.mark.parametrize("door", DOORS, ids=str)
def test_every_view_declares_its_policy(door):
    assert door.view is not None, "Give the address a class-based view with a policy."
    assert door.view.policy in ENTRANCES


def has_come_in(door, role, response):
    """Not sent to where one says who one is, except somebody who goes there anyway."""
    to = response.url if response.status_code == 302 else ""
    sent_away = is_sent_away(to) or (to.endswith(NO_LINK) and door.view.policy == "invitation")
    is_answer = response.status_code in COMES_IN or door.name in MAY_BE_UNKNOWN
    return is_answer and not (role != "anonymous" and sent_away)


def cases(door, role, own, foreign):
    """Address, whether she comes in, and whose objects it names. What names no object is the same
    address for all of them, and one case."""
    found = {}
    for is_own, objects in objects_for(role, own, foreign):
        address = door.url(objects.keys(door.view))
        found.setdefault((address, comes_in(door, role, is_own)), "own" if is_own else "foreign")
    return [(*case, whose) for case, whose in found.items()]


@pytest.mark.parametrize("door", DOORS, ids=str)
def test_who_comes_in_and_who_is_kept_out_and_changes_nothing(client, world, door):
    cookies, own, foreign = world
    before, wrong = rows(), []
    for role, held in cookies.items():
        client.cookies = deepcopy(held)
        for url, lets_in, whose in cases(door, role, own, foreign):
            seen = client.get(url)
            if lets_in:
                good = has_come_in(door, role, seen)
            else:
                tried = client.post(url)
                good = is_kept_out(role, seen) and is_kept_out(role, tried)
            if not good:
                wrong.append((role, whose, seen.status_code))
    assert wrong == []
    assert rows() == before
