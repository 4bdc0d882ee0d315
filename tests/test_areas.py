"""Staff of a province see it and nothing else: policies, lists, search, files, records, figures."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from certificates import permissions as of_certificates
from courses import permissions as of_courses
from courses.actions.areas import assign_area
from courses.actions.evidence import keep_evidence
from courses.actions.factory_actions import keep_action_file
from courses.models import Employment, Province, QuarantinedEvent, ReportSnapshot
from courses.permissions import EverybodysPolicy, Policy, StaffPolicy
from tests.conftest import user_in
from tests.courses.adapters.printing.samples import picture
from tests.courses.admin.world import make_world
from tests.factories import OrganizationFactory, PersonFactory
from tests.test_admin_doors import with_certificates

pytestmark = pytest.mark.django_db

SCOPED = {
    name: policy
    for module in (of_courses, of_certificates)
    for name, policy in vars(module).items()
    if isinstance(policy, Policy) and not isinstance(policy, (EverybodysPolicy, StaffPolicy))
}
#: Policies by the name of their list in the admin, and how a list is searched.
LISTS = {
    "runs": "runs",
    "sessions": "sessions",
    "enrolments": "enrollments",
    "invitations": "invitations",
    "people": "people",
    "rosters": "rosters",
    "snapshots": "snapshots",
    "certificates": "certificates",
    "held": "held",
}


@pytest.fixture(scope="module")
def kept(keep_rows):
    return keep_rows(make_all)


@pytest.fixture(scope="module")
def staff_user(kept):
    return kept[0]


@pytest.fixture(scope="module")
def user(kept):
    return kept[1]


@pytest.fixture(scope="module")
def worlds(kept):
    return kept[2]


def make_all():
    """Staff of the country, staff of a province, and the same rows there and elsewhere."""
    staff, user = (user_in("Programme staff", username=name) for name in ("staff", "kampong-speu"))
    assign_area(user, Province.objects.filter(pk="05"), by=staff)
    return staff, type(user).objects.get(pk=user.pk), make_worlds()


def make_worlds():
    """The same in her province and in another one."""
    here, there = (with_certificates(make_world()) for _place in range(2))
    for row in (
        there.runs,
        there.certificates.enrollment.run,
        there.held.completion.enrollment.run,
    ):
        row.province_id = "12"
        row.save()
    Employment.objects.update(organization=OrganizationFactory(province_id="12"))
    there.runs.run_trainers.all().delete()
    told = ReportSnapshot._base_manager.filter(pk=there.snapshots.pk)
    told.update(area=["12"])  # behind the back of the model, which lets nobody
    for world in (here, there):
        keep_evidence(world.sessions, BytesIO(picture()), "sheet", by=None)
        keep_action_file(world.actions, BytesIO(picture()), by=None)
        QuarantinedEvent.objects.create(
            uuid=uuid4(), device=world.phones, session=world.sessions, code="revoked"
        )
    return here, there


def rows_of(world):
    enrollment = world.enrolments
    return {
        "runs": world.runs,
        "sessions": world.sessions,
        "enrollments": enrollment,
        "completions": enrollment.completion,
        "invitations": world.invitations,
        "people": world.people,
        "evidence": world.sessions.evidence.get(),
        "factory_actions": world.actions,
        "action_files": world.actions.evidence.get(),
        "aside": world.sessions.quarantined.get(),
        "messages": world.messages,
        "rosters": world.rosters,
        "snapshots": world.snapshots,
        "certificates": world.certificates,
        "due": world.certificates,
        "held": world.held,
    }


@pytest.fixture
def client(user):
    client = Client()
    client.force_login(user)
    return client


def test_every_policy_of_rows_about_people_is_looked_at(worlds):
    assert set(SCOPED) == set(rows_of(worlds[0]))


@pytest.mark.parametrize("name", SCOPED)
def test_a_policy_gives_the_rows_of_the_province_alone(name, user, staff_user, worlds):
    here, there = (rows_of(world)[name] for world in worlds)
    policy = SCOPED[name]

    assert here in policy.rows_for(user)
    assert there not in policy.rows_for(user)
    assert {here, there} <= set(policy.rows_for(staff_user))
    assert len(policy.rows_for(user)) == len(set(policy.rows_for(user)))
    for action in ("view", "change", "delete"):
        assert not policy.may(user, action, there)


@pytest.mark.parametrize("noun", [noun for noun in LISTS if noun != "held"])
def test_lists_search_files_and_records_hold_to_it(noun, client, worlds):
    here, there = (rows_of(world)[LISTS[noun]] for world in worlds)
    url = reverse(f"training_{noun}:index")
    words = there.person.card_code if noun == "certificates" else worlds[1].runs.code
    words = there.card_code if noun == "people" else words
    rows = set(client.get(url).context["object_list"])
    found = client.get(url, {"q": words}).context["object_list"]
    file = client.post(f"{url}?export=csv", {"purpose": "quality"})
    file = file if file.streaming else client.get(url, {"export": "csv"})
    text = b"".join(file.streaming_content).decode()

    assert here in rows
    assert there not in rows
    assert list(found) == []
    assert words not in text
    for view in ("inspect", "history"):
        gone = client.get(reverse(f"training_{noun}:{view}", args=[there.pk]), follow=True)
        seen = client.get(reverse(f"training_{noun}:{view}", args=[here.pk]))
        assert (gone.status_code, seen.status_code) == (404, 200)


def test_what_stands_in_the_way_of_a_certificate_is_for_the_country(client, worlds):
    answer = client.get(reverse("training_held:index"), follow=True)

    assert "you do not have permission" in answer.content.decode()


def test_runs_and_registers_of_another_province_are_not_found(client, worlds):
    for world, status in zip(worlds, (200, 404), strict=True):
        for name, row in (("run", world.runs), ("register", world.sessions)):
            assert client.get(reverse(f"courses:{name}", args=[row.uuid])).status_code == status


def test_figures_count_the_runs_of_the_province(client, staff_user, worlds):
    day = timezone.localdate()
    period = {"start": (day - timedelta(days=3)).isoformat(), "end": day.isoformat()}
    url = reverse("courses_reach")
    mine = client.get(url, period).context
    other = Client()
    other.force_login(staff_user)
    all_of_it = other.get(url, period).context["report"]

    assert all_of_it.total.participations == 2 * mine["report"].total.participations > 0
    assert any("Kampong Speu" in words for words in mine["told"])
    assert all_of_it.open_registers == 2 * mine["report"].open_registers


def test_somebody_new_is_seen_until_a_run_or_a_workplace_says_where(user):
    person = PersonFactory()
    assert person in of_courses.people.rows_for(user)
    Employment.objects.create(person=person, organization=OrganizationFactory(province_id="12"))
    assert person not in of_courses.people.rows_for(user)
    Employment.objects.create(person=person, organization=OrganizationFactory(province_id="05"))
    assert person in of_courses.people.rows_for(user)


def test_staff_of_a_province_decide_nothing_for_the_country(user, worlds):
    here = worlds[0].people

    assert not of_courses.people.may_merge(user)
    assert not of_courses.people.may_erase(user, here)
    assert not of_courses.manages_all(user)
    assert not of_courses.exports.rows_for(user).exists()
