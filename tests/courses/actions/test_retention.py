"""What was kept long enough goes, once, and nothing else; figures stay."""

import io
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone
from wagtail import hooks
from wagtail.models import ModelLogEntry

from courses.actions.imports import preview_participant_list
from courses.actions.list_adding import commit_participant_list
from courses.actions.list_undo import undo_participant_list
from courses.actions.merging import merge_people, undo_merge
from courses.actions.retention import (
    RETENTION_HOOK,
    Enforcer,
    count_due,
    deleting,
    enforce_retention,
)
from courses.exceptions import Refused
from courses.models import (
    CourseRun,
    DuplicateCandidate,
    ExportLog,
    ImportBatch,
    Invitation,
    LookUp,
    Nomination,
    Person,
    PersonPhone,
    SessionEvidence,
)
from courses.queries.reach import reach
from courses.queries.retention import old_exports
from courses.rules.reach import Filters
from courses.rules.retention import Term
from tests.courses.adapters.spreadsheets.files import xlsx
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    InvitationFactory,
    NominationFactory,
    PersonFactory,
)
from tests.reference.worlds import PERIODS, RandomWorld

pytestmark = pytest.mark.django_db
LIST = [["Name", "Sex", "Phone"], ["Sok Dara", "M", "012345678"], ["Chan Theary", "F", "x"]]
NOBODY = dict.fromkeys(
    (
        *("undecided_lists", "lists", "nominees", "nominee_details", "link_contacts"),
        *("contacts", "decided_pairs", "exports", "look_ups"),
    ),
    0,
)


def ago(days):
    return timezone.localdate() - timedelta(days=days)


def moment(days):
    return timezone.now() - timedelta(days=days)


def went():
    """What would go, what went, and that it went once; of our own terms."""
    due, done = count_due(), enforce_retention()
    assert due == done
    assert set(enforce_retention().values()) == {0}
    return {code: number for code, number in done.items() if number}


def lines(verb):
    rows = ModelLogEntry.objects.filter(action=f"courses.{verb}")
    return list(rows.values_list("object_id", "data"))


@pytest.fixture
def batch(trainer_user):
    return preview_participant_list(
        CourseRunFactory(),
        io.BytesIO(xlsx({"A": LIST})),
        filename="a.xlsx",
        works_at_host=True,
        by=trainer_user,
    )


def test_nothing_is_due_on_a_new_site(batch):
    InvitationFactory(contact_name="Vuthy")
    PersonFactory(email="a@example.org")
    ours = {code: number for code, number in count_due().items() if code in NOBODY}
    assert ours == NOBODY
    assert went() == {}


def test_an_undecided_list_is_put_aside_with_all_that_it_held(batch):
    ImportBatch.objects.update(created_at=moment(29))
    assert went() == {}
    ImportBatch.objects.update(created_at=moment(31))
    assert went() == {"undecided_lists": 1}
    batch.refresh_from_db()
    assert (batch.status, bytes(batch.file), batch.content["rows"]) == ("discarded", b"", [])
    assert lines("list_put_aside") == [(str(batch.run_id), {"batch": batch.pk})]


def test_a_list_that_is_looked_at_again_begins_anew(batch, trainer_user):
    ImportBatch.objects.update(created_at=moment(31))
    preview_participant_list(
        batch.run,
        io.BytesIO(bytes(batch.file)),
        filename="a.xlsx",
        works_at_host=True,
        by=trainer_user,
    )
    assert went() == {}


def test_an_added_list_forgets_its_people_a_year_after_the_run(batch, trainer_user):
    commit_participant_list(batch, by=trainer_user)
    CourseRun.objects.update(starts_on=ago(365), ends_on=ago(365))
    assert went() == {}
    CourseRun.objects.update(starts_on=ago(366), ends_on=ago(366))
    assert went() == {"lists": 1}
    batch.refresh_from_db()
    assert "Dara" not in str(batch.content)
    assert "12345678" not in str(batch.content)
    assert (batch.made, len(batch.outcomes)) == ([], 2)
    assert batch.run.enrollments.enrolled().count() == 2
    assert lines("list_emptied") == [(str(batch.run_id), {"batch": batch.pk, "rows": 2})]
    with pytest.raises(Refused) as no:
        undo_participant_list(batch, by=trainer_user)
    assert no.value.code == "emptied"


def over(**changes):
    """An invitation whose run and link are over since 31 days."""
    run = CourseRunFactory(starts_on=ago(40), ends_on=ago(40))
    return InvitationFactory(
        run=run, contact_name="Vuthy", deadline=ago(50), expires_on=ago(31), **changes
    )


def test_who_was_named_and_not_taken_is_forgotten_and_seats_stay_counted():
    invitation = over()
    details = {"phone": "012345678", "birth_year": 1990, "employee_number": "E-1"}
    for state in ("listed", "refused", "withdrawn"):
        NominationFactory(invitation=invitation, state=state, **details)
    place = EnrollmentFactory(run=invitation.run)
    taken = NominationFactory(invitation=invitation, state="taken", enrollment=place, **details)

    assert went() == {"nominees": 3, "nominee_details": 1, "link_contacts": 1}

    told = Nomination.objects.exclude(pk=taken.pk).values_list("state", "given_name_latin", "phone")
    assert sorted(told) == [("refused", "–", ""), ("refused", "–", ""), ("withdrawn", "–", "")]
    taken.refresh_from_db()
    assert (taken.name, taken.phone, taken.birth_year) == ("ទេព សុវណ្ណារី", "", None)
    assert Invitation.objects.get().contact_name == ""
    run = str(invitation.run_id)
    assert lines("nominations_emptied") == [(run, {"people": 1}), (run, {"people": 3})]


@pytest.mark.parametrize(
    "change",
    [
        {"expires_on": ago(29)},
        {"run__ends_on": ago(3)},
        {"run__ends_on": ago(3), "revoked_at": moment(40)},
    ],
    ids=["the link is not over for long", "the run is not", "withdrawn before the run"],
)
def test_names_stay_as_long_as_somebody_may_need_them(change):
    invitation = over()
    NominationFactory(invitation=invitation)
    run = {name[5:]: value for name, value in change.items() if name.startswith("run__")}
    CourseRun.objects.update(**run)
    own = {name: value for name, value in change.items() if not name.startswith("run__")}
    Invitation.objects.update(**own)
    assert went() == {}


@pytest.fixture
def reachable():
    """Somebody whose last run was over three years ago."""
    run = CourseRunFactory(starts_on=ago(1100), ends_on=ago(1100))
    person = EnrollmentFactory(run=run, person=PersonFactory(email="a@example.org")).person
    PersonPhone.objects.create(person=person, raw="012 345 678", e164="+85512345678")
    Person.objects.update(created_at=moment(1200))
    return person


def test_phones_and_e_mail_go_three_years_after_the_last_run(reachable):
    assert went() == {"contacts": 1}
    kept = Person.objects.get(pk=reachable.pk)
    assert (kept.email, kept.phones.count(), kept.name_latin) == ("", 0, "Chan Sreymom")
    assert lines("contacts_dropped") == [(str(reachable.pk), {})]


def test_a_programme_may_keep_phones_without_an_end(reachable, settings):
    settings.COURSES_KEEP_CONTACTS_DAYS = None
    assert went() == {}


def test_a_merge_can_still_be_undone_and_brings_no_phone_back(reachable, staff_user):
    other = PersonFactory(name_km="ចាន់ ស្រីមុំ", email="b@example.org", birth_year=1990)
    PersonPhone.objects.create(person=other, raw="012 345 678", e164="+85512345678")
    Person.objects.update(created_at=moment(1200))
    Person.objects.filter(pk=reachable.pk).update(email="")
    reachable.refresh_from_db()
    merge = merge_people(reachable, other, by=staff_user)
    assert went() == {"contacts": 2}
    merge.refresh_from_db()
    assert "example.org" not in str(merge.changes)
    assert "345678" not in str(merge.changes).replace(" ", "")
    undo_merge(merge, by=staff_user)
    reachable.refresh_from_db()
    assert (reachable.birth_year, Person.objects.get(pk=other.pk).birth_year) == (None, 1990)
    assert not Person.objects.exclude(email="").exists()
    assert count_due()["contacts"] == 0


def test_pairs_that_were_merged_leave_the_queue(staff_user):
    people = PersonFactory.create_batch(4)
    for first, second in (people[:2], people[2:]):
        DuplicateCandidate.objects.create(first=first, second=second, bits=9, found_at=moment(31))
    merge_people(*people[:2], by=staff_user)
    assert went() == {"decided_pairs": 1}
    assert DuplicateCandidate.objects.get().first == people[2]


def test_logs_of_files_and_look_ups_go(staff_user):
    ExportLog.objects.create(what="people", file_format="csv", purpose="quality")
    ExportLog.objects.update(taken_at=moment(1826))
    ExportLog.objects.create(what="people", file_format="csv", purpose="quality")
    for days in (365, 366):
        LookUp.objects.create(user=staff_user, day=ago(days))
    assert went() == {"exports": 1, "look_ups": 1}
    assert (ExportLog.objects.count(), LookUp.objects.get().day) == (1, ago(365))


def test_every_figure_of_reach_stays(staff_user):
    world = RandomWorld(Random(2))
    SessionEvidence.objects.all().delete()  # what a destroyed file proved it proves no longer
    CourseRun.objects.update(starts_on=PERIODS[1][0], ends_on=PERIODS[1][1])
    Person.objects.update(created_at=moment(3000), email="a@example.org")
    invitation = over(organization=world.people[0].enrollments.first().run.host)
    NominationFactory(invitation=invitation)
    filters = Filters(*PERIODS[1])
    before = replace(reach(filters), as_at=None)
    enforce_retention(timezone.now() + timedelta(days=4000))
    assert not Person.objects.exclude(email="").exists()
    assert replace(reach(filters), as_at=None) == before


def test_another_app_adds_its_own_term_and_the_log_tells_numbers_and_reasons(caplog):
    term = Term("old_files", "%(days)s days.", "COURSES_KEEP_EXPORTS_DAYS")
    ExportLog.objects.create(what="people", file_format="csv", purpose="quality")
    ExportLog.objects.update(taken_at=moment(2000))
    caplog.set_level("INFO", logger="courses.actions.retention")
    add = lambda: [Enforcer(term, old_exports, deleting(old_exports))]  # noqa: E731
    with hooks.register_temporarily(RETENTION_HOOK, add):
        assert count_due()["old_files"] == 1
        assert enforce_retention()["old_files"] == 0, "our own term came first"
    assert "Retention exports: 1 rows went. Kept: 1,825 days." in caplog.messages
