import io

import pytest

from courses.actions.enrollment import withdraw
from courses.actions.imports import (
    discard_participant_list,
    preview_participant_list,
)
from courses.actions.list_adding import commit_participant_list
from courses.choices import EnrollmentStatus, ImportStatus, RunStatus
from courses.exceptions import Refused
from courses.models import Employment, Enrollment, ImportBatch, Person, PersonPhone, RunTrainer
from courses.rules.card_codes import is_valid
from tests.courses.adapters.spreadsheets.files import xlsx
from tests.courses.rules import ugly_lists
from tests.factories import CourseRunFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db
HEADING = ["No.", "Khmer name", "Latin name", "Sex", "Position", "Emp. No.", "Phone"]
DARA = [1, "សុខ ដារ៉ា", "Sok Dara", "M", "Worker", "17", "012345678"]
THEARY = [2, "ចាន់ ធារី", "Chan Theary", "F", "Supervisor", "18", "098765432"]


@pytest.fixture
def run(db):
    return CourseRunFactory()


def list_of(*rows, heading=HEADING):
    return xlsx({"List": [heading, *rows]})


def looked_at(run, data, by, *, works_at_host=True):
    return preview_participant_list(
        run, io.BytesIO(data), filename="list.xlsx", works_at_host=works_at_host, by=by
    )


def added(run, data, by, **kwargs):
    return commit_participant_list(looked_at(run, data, by, **kwargs), by=by)


def outcomes(batch):
    return [told["outcome"] for told in batch.outcomes]


def test_looking_at_a_list_changes_nothing_else(run, trainer_user):
    people = Person.objects.count()
    batch = looked_at(run, list_of(DARA, THEARY), trainer_user)
    assert (batch.status, batch.filename, batch.uploaded_by) == (
        "previewed",
        "list.xlsx",
        trainer_user,
    )
    assert (Person.objects.count(), Enrollment.objects.count()) == (people, 0)


def test_looking_twice_keeps_one_batch(run, trainer_user):
    data = list_of(DARA)
    first = looked_at(run, data, trainer_user)
    second = looked_at(run, data, trainer_user, works_at_host=False)
    assert (second.pk, second.works_at_host) == (first.pk, False)


def test_committing_enrols_everybody_with_job_and_phone(run, trainer_user):
    batch = added(run, list_of(DARA, THEARY), trainer_user)
    assert outcomes(batch) == ["new", "new"]
    enrollment = run.enrollments.select_related("person").get(person__name_km="ចាន់ ធារី")
    person = enrollment.person
    assert (person.family_name_latin, person.given_name_latin, person.sex) == (
        "Chan",
        "Theary",
        "female",
    )
    assert is_valid(person.card_code)
    assert (enrollment.role, enrollment.employer, enrollment.source, enrollment.status) == (
        "supervisor",
        run.host,
        "import",
        EnrollmentStatus.ENROLLED,
    )
    assert (enrollment.sector, enrollment.province_id) == (run.host.sector, run.host.province_id)
    assert PersonPhone.objects.get(person=person).e164 == "+85598765432"
    job = Employment.objects.get(person=person)
    assert (job.organization, job.employee_number) == (run.host, "18")


def test_committing_twice_adds_nobody(run, trainer_user):
    batch = added(run, list_of(DARA), trainer_user)
    again = commit_participant_list(batch, by=trainer_user)
    assert again.outcomes == batch.outcomes
    assert run.enrollments.count() == 1


def test_the_same_file_again_is_refused(run, trainer_user):
    data = list_of(DARA)
    added(run, data, trainer_user)
    with pytest.raises(Refused) as no:
        looked_at(run, data, trainer_user)
    assert no.value.code == "added_already"
    assert run.enrollments.count() == 1


def test_another_file_with_the_same_people_adds_nobody(run, trainer_user):
    added(run, list_of(DARA, THEARY), trainer_user)
    people = Person.objects.count()
    spelled = [1, "ស\u17bb\u200bខ ដារ៉ា", "SOK, Dara", "ប្រុស", None, None, None]
    by_number = [2, None, "Chan Teary", None, None, "18", None]
    batch = added(run, list_of(spelled, by_number), trainer_user)
    assert outcomes(batch) == ["already", "already"]
    assert (Person.objects.count(), run.enrollments.count()) == (people, 2)


def test_people_known_from_elsewhere_keep_their_record(run, trainer_user):
    known = PersonFactory(name_km="សុខ ដារ៉ា", family_name_latin="Sok", given_name_latin="Dara")
    known.sex = "male"
    known.save()
    PersonPhone.objects.create(person=known, raw="012345678", e164="+85512345678")
    batch = added(run, list_of(DARA), trainer_user)
    assert outcomes(batch) == ["known"]
    assert run.enrollments.get().person == known


def test_a_trainer_of_the_run_is_not_enrolled(run, trainer_user):
    trainer = PersonFactory(name_km="សុខ ដារ៉ា", sex="male")
    PersonPhone.objects.create(person=trainer, raw="012345678", e164="+85512345678")
    RunTrainer.objects.create(run=run, person=trainer)
    batch = added(run, list_of(DARA, THEARY), trainer_user)
    assert outcomes(batch) == ["is_trainer", "new"]
    assert run.enrollments.get().person.name_km == "ចាន់ ធារី"


def test_who_finds_no_seat_waits(trainer_user):
    run = CourseRunFactory(capacity=1)
    batch = added(run, list_of(DARA, THEARY), trainer_user)
    assert [told["status"] for told in batch.outcomes] == ["enrolled", "waitlisted"]


def test_who_withdrew_comes_back_with_a_new_list(run, trainer_user):
    added(run, list_of(DARA), trainer_user)
    withdraw(run.enrollments.get(), by=trainer_user)
    batch = added(run, list_of(DARA, THEARY), trainer_user)
    assert outcomes(batch) == ["known", "new"]
    assert run.enrollments.enrolled().count() == 2


def test_rows_with_problems_stay_out(run, trainer_user):
    batch = added(run, list_of(DARA, DARA, [3, None, None, "F", None, None, None]), trainer_user)
    assert outcomes(batch) == ["new", "left_out", "left_out"]
    assert run.enrollments.count() == 1


def test_workplaces_are_taken_as_written(run, trainer_user):
    palm = OrganizationFactory(name_en="Palm Shade Footwear", sector="footwear")
    heading = ["Name", "Sex", "Factory"]
    rows = [
        ["Sok Dara", "M", "PALM SHADE  footwear"],
        ["Chan Theary", "F", "Cloud Nine Bags"],
        ["Ly Nary", "F", None],
    ]
    added(run, list_of(*rows, heading=heading), trainer_user, works_at_host=False)
    found = run.enrollments.order_by("pk").values_list("employer", "employer_text", "sector")
    assert list(found) == [
        (palm.pk, "", "footwear"),
        (None, "Cloud Nine Bags", ""),
        (None, "", ""),
    ]


NO_LISTS = {
    "empty": lambda: b"",
    "too_large": lambda: b"x" * (5 * 1024 * 1024 + 1),
    "not_a_spreadsheet": lambda: b"%PDF-1.7",
    "legacy_xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "no_heading": ugly_lists.no_heading,
    "no_people": ugly_lists.heading_only,
    "not_unicode_khmer": ugly_lists.old_font_alone,
}


@pytest.mark.parametrize("code", NO_LISTS)
def test_a_file_that_is_no_list_is_refused_and_nothing_kept(run, trainer_user, code):
    with pytest.raises(Refused) as no:
        looked_at(run, NO_LISTS[code](), trainer_user)
    assert no.value.code == code
    assert str(no.value).endswith(".")
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize(
    ("status", "code"),
    [(RunStatus.CANCELLED, "run_cancelled"), (RunStatus.CLOSED, "run_closed")],
)
def test_a_run_that_takes_nobody_takes_no_list(run, trainer_user, status, code):
    batch = looked_at(run, list_of(DARA), trainer_user)
    run.status = status
    run.save()
    for attempt in (
        lambda: looked_at(run, list_of(THEARY), trainer_user),
        lambda: commit_participant_list(batch, by=trainer_user),
    ):
        with pytest.raises(Refused) as no:
            attempt()
        assert no.value.code == code
    batch.refresh_from_db()
    assert (batch.status, run.enrollments.count()) == (ImportStatus.PREVIEWED, 0)


def test_a_list_put_aside_is_forgotten(run, trainer_user):
    batch = looked_at(run, list_of(DARA), trainer_user)
    discarded = discard_participant_list(batch, by=trainer_user)
    assert (discarded.status, len(discarded.content["rows"])) == ("discarded", 0)
    with pytest.raises(Refused) as no:
        commit_participant_list(batch, by=trainer_user)
    assert no.value.code == "put_aside"
    assert looked_at(run, list_of(DARA), trainer_user).pk != batch.pk


def test_an_added_list_cannot_be_put_aside(run, trainer_user):
    batch = added(run, list_of(DARA), trainer_user)
    with pytest.raises(Refused) as no:
        discard_participant_list(batch, by=trainer_user)
    assert no.value.code == "added_already"


def test_a_person_who_cannot_be_added_stops_nobody_else(run, trainer_user):
    batch = looked_at(run, list_of(DARA, THEARY), trainer_user)
    batch.content["rows"][0]["name_km"] = "\u200b"
    batch.content["rows"][0]["family_name_latin"] = ""
    batch.content["rows"][0]["given_name_latin"] = ""
    batch.save()
    batch = commit_participant_list(batch, by=trainer_user)
    assert batch.outcomes == [
        {"outcome": "refused", "sentence": "Give a Khmer name or a Latin name."},
        {"outcome": "new", "status": "enrolled"},
    ]
