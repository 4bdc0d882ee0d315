"""Every screen of every record obeys the policies, in lists and one by one."""

from io import BytesIO

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.urls import reverse
from django.utils.translation import override
from wagtail import hooks
from wagtail.admin.viewsets import viewsets
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from courses.actions.evidence import keep_evidence
from courses.admin.views import SECTIONS_HOOK, Section
from courses.models import CourseRun, Organization, PersonPhone, Venue
from tests.courses.adapters.printing.samples import picture
from tests.courses.admin.world import NOUNS, SCOPED, list_of, make_own, make_world
from tests.factories import (
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
READ = ("inspect", "history", "history_results")
#: What the form of an organization sends for parts that it has none of.
NO_PARTS = {
    f"{part}-{count}_FORMS": "0"
    for part in ("names", "headcounts", "external_ids")
    for count in ("TOTAL", "INITIAL")
}


@pytest.fixture(scope="module")
def kept(keep_rows):
    return keep_rows(make_own)


@pytest.fixture(scope="module")
def staff_user(kept):
    return kept.staff_user


@pytest.fixture(scope="module")
def trainer_user(kept):
    return kept.trainer_user


@pytest.fixture(scope="module")
def own(kept):
    return kept.own


@pytest.fixture(scope="module")
def foreign(keep_rows):
    return keep_rows(make_world)


def of_row(noun, view, row):
    return reverse(f"training_{noun}:{view}", args=[row.pk])


def end_of(client, path):
    """The status after all redirects: a site in two languages looks below its languages first."""
    return client.get(path, follow=True).status_code


def khmer_labels(viewset):
    """How the fields that a record shows are called for who reads Khmer."""
    with override("km"):
        for name in viewset.inspect_view_fields:
            try:
                yield str(viewset.model._meta.get_field(name).verbose_name)
            except FieldDoesNotExist:
                continue  # a property, which the record names itself


@pytest.mark.parametrize("noun", NOUNS)
def test_a_record_calls_its_fields_by_khmer_names(noun):
    assert list_of(noun)  # addresses are read: only then there are viewsets
    viewset = next(each for each in viewsets.viewsets if each.name == f"training_{noun}")
    labels = [*khmer_labels(viewset)]
    assert [each for each in labels if each.isascii()] == []


@pytest.mark.parametrize("noun", SCOPED)
def test_a_trainer_lists_only_her_own_rows(noun, trainer, own, foreign):
    rows = set(trainer.get(list_of(noun)).context["object_list"])

    assert getattr(own, noun) in rows
    assert getattr(foreign, noun) not in rows


@pytest.mark.parametrize("noun", ("people", "organizations", "venues", "courses"))
def test_a_trainer_may_not_change_what_she_only_reads(noun, trainer, own):
    answer = trainer.get(of_row(noun, "edit", getattr(own, noun)), follow=True)

    assert "you do not have permission" in answer.content.decode()


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("view", ("usage", "copy"))
def test_usage_and_copy_have_no_address(noun, view, staff, own):
    path = of_row(noun, "inspect", getattr(own, noun)).replace("inspect", view)

    assert end_of(staff, path) == 404


def test_a_record_that_others_need_stays(staff, own):
    path = of_row("organizations", "delete", own.organizations)
    page = staff.get(path).content.decode()

    assert "Other records need this one, so it stays." in page
    assert "Course runs: 1" in page
    assert "Close it instead" in page
    assert staff.post(path).status_code == 302
    assert Organization.objects.filter(pk=own.organizations.pk).exists()


def test_a_run_stays_while_the_sheet_of_one_of_its_sessions_is_kept(staff, staff_user):
    session = SessionFactory()
    keep_evidence(session, BytesIO(picture()), "sheet", by=staff_user)

    answer = staff.post(of_row("runs", "delete", session.run), follow=True)

    assert "Other records need this one, so it stays." in answer.content.decode()
    assert CourseRun.objects.filter(pk=session.run_id).exists()


def test_a_record_that_nobody_needs_goes(staff):
    venue = VenueFactory()
    path = of_row("venues", "delete", venue)

    assert "Are you sure" in staff.get(path).content.decode()
    staff.post(path)
    assert not Venue.objects.filter(pk=venue.pk).exists()


def test_saving_leads_to_the_record_and_into_its_history(staff, staff_user):
    organization = OrganizationFactory(short_name="LTG")
    values = {"name_en": "Lotus Thread", "name_km": "", "short_name": "LTG", "kind": "factory"}
    path = of_row("organizations", "edit", organization)

    answer = staff.post(path, {**values, "sector": "garment", **NO_PARTS})

    assert answer.url == of_row("organizations", "inspect", organization)
    organization.refresh_from_db()
    assert organization.name_en == "Lotus Thread"
    entry = ModelLogEntry.objects.for_instance(organization).get()
    assert (entry.action, entry.user) == ("wagtail.edit", staff_user)
    assert "wagtail.edit" in entry.action
    assert (
        staff_user.username
        in staff.get(of_row("organizations", "history", organization)).content.decode()
    )


def test_adding_leads_to_the_new_record(staff):
    values = {"name_en": "Union hall", "name_km": "សាលសហជីព", "province": "12", "directions": ""}

    answer = staff.post(reverse("training_venues:add"), values)

    venue = Venue.objects.get(name_en="Union hall")
    assert answer.url == of_row("venues", "inspect", venue)
    assert (venue.name_km, venue.province_id) == ("សាលសហជីព", "12")


def test_a_person_without_training_goes_with_all_her_parts(staff):
    person = PersonFactory()
    PersonPhone.objects.create(person=person, raw="012 345 678")

    staff.post(of_row("people", "delete", person))

    assert not type(person).objects.filter(pk=person.pk).exists()


def test_another_app_adds_a_section_to_a_record(staff, own):
    def certificates(row, user):
        is_hers = row == own.people and user.is_authenticated
        return [Section("Certificates", [], [], "No paper yet.")] if is_hers else []

    with hooks.register_temporarily(SECTIONS_HOOK, certificates):
        page = staff.get(of_row("people", "inspect", own.people)).content.decode()
        other = staff.get(of_row("runs", "inspect", own.runs)).content.decode()

    assert "No paper yet." in page
    assert "No paper yet." not in other


def test_a_record_reads_khmer(staff, staff_user, own):
    UserProfile.objects.create(user=staff_user, preferred_language="km")

    page = staff.get(of_row("runs", "inspect", own.runs)).content.decode()

    assert "២៥" in page
    assert "courses/admin/khmer.css" in page


@pytest.mark.parametrize("noun", NOUNS)
def test_words_narrow_a_list(noun, staff, own):
    words = {
        "runs": own.runs.code,
        "sessions": own.runs.code,
        "enrolments": own.people.card_code,
        "actions": own.actions.run.code,
        "people": own.people.card_code,
        "organizations": own.organizations.name_en,
        "venues": own.venues.name_en,
        "courses": own.courses.code,
        "topics": own.topics.name_en,
        "outcomes": own.outcomes.name_en,
        "patterns": own.patterns.name_en,
        "materials": own.materials.title_en,
        "projects": own.projects.name_en,
        "holidays": own.holidays.name_en,
        "phases": own.phases.name_en,
        "targets": own.targets.name_en,
        "report_templates": own.report_templates.name,
        "report_schedules": own.report_templates.name,
        "notices": own.notices.text_en,
        "files": "people",
        "snapshots": own.runs.code,
        "lookups": own.lookups.user.username,
        "phones": own.phones.user.username,
        "invitations": own.invitations.organization.name_en,
        "messages": own.people.card_code,
        "words": own.words.get_kind_display(),
        "rosters": own.rosters.name_en,
        "roster_members": own.roster_members.person.card_code,
        "numbers": str(own.numbers.year),
        "tests": own.tests.title_en,
    }[noun]

    rows = [
        list(staff.get(list_of(noun), {"q": query}).context["object_list"])
        for query in (words, "no such words")
    ]

    assert getattr(own, noun) in rows[0]
    assert rows[1] == []


def test_an_enrolment_without_a_verdict_is_not_completed(staff):
    enrollment = EnrollmentFactory()

    facts = staff.get(of_row("enrolments", "inspect", enrollment)).context["fields"]

    assert {"label": "Completed", "value": "–"} in facts


def test_an_unknown_record_is_not_found(staff):
    assert end_of(staff, reverse("training_people:inspect", args=[999_999])) == 404
