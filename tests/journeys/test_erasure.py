"""A person who left traces everywhere is erased, and nothing brings her back."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.files.storage import storages
from django.urls import reverse
from django.utils import timezone

from certificates.actions.certificates import catch_up_certificates, issue_certificate
from certificates.models import Certificate
from courses.actions.attendance import Mark, close_register, mark_register, reopen_register
from courses.actions.consents import record_consent
from courses.actions.enrollment import enroll, withdraw
from courses.actions.erasing import erase_person
from courses.actions.imports import preview_participant_list
from courses.actions.list_adding import commit_participant_list
from courses.actions.merging import merge_people, tell_apart, undo_merge
from courses.exceptions import Refused
from courses.models import Completion, Enrollment, Person, PersonMerge
from courses.queries.people import people_matching
from courses.queries.reach import reach
from courses.rules.reach import Filters
from tests.courses.adapters.spreadsheets.files import xlsx
from tests.factories import (
    CourseRunFactory,
    NominationFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

HEADING = ["No.", "Khmer name", "Latin name", "Sex", "Position", "Emp. No.", "Phone"]
ROW = [1, "ម៉ៅ ពិសិដ្ឋ", "Mao Vichheka", "F", "Worker", "E-4711", "012998877"]
OTHER = [2, "សុខ ដារ៉ា", "Sok Dara", "M", "Worker", "17", "012345678"]
SECRETS = ("ពិសិដ្ឋ", "Vichheka", "vichheka", "VICHHEKA", "E-4711", "998877", "fever", "Viche")
FILE = xlsx({"List": [HEADING, ROW, OTHER]})


class Story:
    """Mao Vichheka, from a factory's list to a certificate, with a second record merged in."""

    def __init__(self, staff):
        self.staff = staff
        self.run = CourseRunFactory(host=OrganizationFactory())
        self.session = SessionFactory(run=self.run)
        self.batch = self.look(self.run)
        commit_participant_list(self.batch, by=staff)
        self.person = Person.objects.get(given_name_latin="Vichheka")
        self.enrollment = Enrollment.objects.get(person=self.person)
        self.other = Enrollment.objects.exclude(person=self.person).get()
        self.waiting_list = self.look(CourseRunFactory(host=self.run.host))
        self.mark("late", "fever")
        self.mark("present", "fever", of=self.other)
        close_register(self.session, by=staff)
        self.login = UserFactory(username="vichheka", email="Viche@example.org")
        EmailAddress.objects.create(user=self.login, email="Viche@example.org")
        Person.objects.filter(pk=self.person.pk).update(
            user=self.login, email="Viche@example.org", known_as="Viche"
        )
        self.person.refresh_from_db()
        self.certificate = issue_certificate(self.enrollment.completion, by=staff)
        record_consent(self.person, "public_name", True, by=staff)
        twin = PersonFactory(name_km="", given_name_latin="Vichheka", title="Vichheka")
        self.merge = merge_people(self.person, twin, by=staff)
        self.stranger = PersonFactory()
        tell_apart(self.person, self.stranger, by=staff)
        ahead = timezone.localdate() + timedelta(days=9)
        self.ahead = SessionFactory(run__starts_on=ahead).run
        self.place_ahead = enroll(self.ahead, self.person, by=staff)
        gone = enroll(CourseRunFactory(), self.person, by=staff)
        withdraw(gone, "Vichheka has fever", by=staff)
        self.cards = [self.person.card_code, twin.card_code]
        named = {"given_name_latin": "Vichheka", "employee_number": "E-4711"}
        NominationFactory(enrollment=self.enrollment, state="taken", **named)
        self.nominated = NominationFactory(name_km="", family_name_latin="Mao", **named)

    def look(self, run):
        return preview_participant_list(
            run, io.BytesIO(FILE), filename="list.xlsx", works_at_host=True, by=self.staff
        )

    def mark(self, presence, reason, *, of=None):
        mark = Mark((of or self.enrollment).pk, presence, reason=reason)
        return mark_register(self.session, [mark], by=self.staff)

    def erase(self):
        erase_person(self.person, "asked", by=self.staff, confirmed=self.person.card_code)


@pytest.fixture
def story(staff_user):
    return Story(staff_user)


def stored():
    """Every value of every table, one text a row."""
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.values():
            yield model._meta.label, str(row)


def traces(secrets):
    return {(label, secret) for label, row in stored() for secret in secrets if secret in row}


def figures():
    today = timezone.localdate()
    report = reach(Filters(today - timedelta(days=30), today))
    return replace(report, as_at=None)


def test_no_table_holds_a_word_of_her_afterwards(story, django_capture_on_commit_callbacks):
    assert {"courses.Person", "courses.ImportBatch", "courses.PersonMerge"} <= {
        label for label, _secret in traces(SECRETS)
    }
    with django_capture_on_commit_callbacks(execute=True):
        story.erase()

    others = {("courses.Attendance", "fever"), ("courses.AttendanceEvent", "fever")}
    assert traces((*SECRETS, *story.cards)) == others


def test_every_figure_stays_as_it_was(story):
    before = figures()
    story.erase()

    assert before.total.attendances == 2
    assert figures() == before


def test_the_certificate_loses_name_and_file_and_its_check_page_says_so(
    story, client, django_capture_on_commit_callbacks
):
    file = story.certificate.file.name
    with django_capture_on_commit_callbacks(execute=True):
        story.erase()
    certificate = Certificate.objects.get()
    page = client.get(reverse("certificates:verify", args=[certificate.code]))

    assert not storages["private"].exists(file)
    assert (certificate.file.name, certificate.sha256, certificate.facts["name_km"]) == ("", "", "")
    assert certificate.serial == story.certificate.serial
    assert "The person’s record was erased on" in page.text
    assert "M. V." not in page.text
    client.force_login(story.staff)
    url = reverse("certificates:download", args=[certificate.uuid])
    assert client.get(url).status_code == 404


def test_a_late_mark_counts_and_says_nothing_of_her(story):
    before = figures()
    story.erase()
    reopen_register(story.session, "Late phone", by=story.staff)
    story.mark("present", "Vichheka came after the fever")
    close_register(story.session, by=story.staff)

    assert traces(["Vichheka"]) == set()
    assert figures() == before
    assert Completion.objects.get(enrollment=story.enrollment).is_met
    assert catch_up_certificates() == (1, 0)
    assert Certificate.objects.exclude(person=story.other.person).count() == 1


def test_the_file_of_an_old_list_does_not_bring_her_back(story):
    story.erase()
    again = story.look(story.waiting_list.run)
    commit_participant_list(again, by=story.staff)

    assert again == story.waiting_list
    names = Person.objects.values_list("given_name_latin", flat=True)
    assert "Vichheka" not in names
    assert [row["outcome"] for row in _committed(again).outcomes] == ["left_out", "known"]
    with pytest.raises(Refused) as no:
        story.look(story.run)
    assert no.value.code == "added_already"


def _committed(batch):
    batch.refresh_from_db()
    return batch


def test_no_merge_brings_her_back(story):
    story.erase()
    refusals = []
    for attempt in (
        lambda: undo_merge(PersonMerge.objects.get(), by=story.staff),
        lambda: merge_people(story.stranger, story.person, by=story.staff),
        lambda: tell_apart(story.stranger, story.person, by=story.staff),
        lambda: record_consent(story.person, "photo", True, by=story.staff),
        lambda: story.erase(),
    ):
        with pytest.raises(Refused) as no:
            attempt()
        refusals.append(no.value.code)

    assert refusals == ["erased", "erased", "erased", "erased", "is_erased"]
    assert traces(SECRETS) <= {
        ("courses.Attendance", "fever"),
        ("courses.AttendanceEvent", "fever"),
    }


def test_nobody_finds_her_and_her_login_is_closed(story, client):
    client.force_login(story.login)
    story.erase()

    assert not people_matching("vichheka").exists()
    assert not people_matching(story.cards[0]).exists()
    assert client.get(reverse("courses:my_training")).status_code == 302
    client.force_login(story.staff)
    page = client.get(reverse("courses:run", args=[story.run.uuid]))
    assert "Erased person" in page.text
    url = reverse("courses:enroll_people", args=[story.ahead.uuid])
    story.person.refresh_from_db()
    assert client.post(url, {"known": str(story.person.uuid)}).status_code == 404


def test_her_seat_on_a_run_to_come_goes_to_the_next(story):
    story.ahead.capacity = 1
    story.ahead.save()
    next_one = enroll(story.ahead, story.stranger, by=story.staff)
    story.erase()

    for place in (story.place_ahead, next_one):
        place.refresh_from_db()
    assert [place.status for place in (story.place_ahead, next_one)] == ["withdrawn", "enrolled"]


def test_who_was_named_for_a_seat_is_not_known_any_more(story):
    story.erase()
    story.nominated.refresh_from_db()
    assert (story.nominated.state, story.nominated.name) == ("withdrawn", "–")
