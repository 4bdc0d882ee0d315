"""Taking a list back: what it made goes, what was built on it stays and says why."""

import io

import pytest

from courses.actions.attendance import mark_attendance
from courses.actions.enrollment import enroll, withdraw
from courses.actions.imports import discard_participant_list, preview_participant_list
from courses.actions.list_adding import commit_participant_list, queue_participant_list
from courses.actions.list_undo import undo_participant_list
from courses.actions.merging import merge_people
from courses.choices import Presence
from courses.exceptions import Refused
from courses.models import DuplicateCandidate, Employment, Enrollment, Person, PersonPhone
from tests.courses.adapters.spreadsheets.files import xlsx
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
PEOPLE = [
    ["Sok Dara", "M", "11", "012345678"],
    ["Chan Theary", "F", "12", "098765432"],
    ["Ly Nary", "F", "13", "011222333"],
]
DATA = xlsx({"A": [["Name", "Sex", "Emp. No.", "Phone"], *PEOPLE]})


@pytest.fixture
def run(db):
    return CourseRunFactory()


def added(run, by, data=DATA):
    batch = preview_participant_list(
        run, io.BytesIO(data), filename="a.xlsx", works_at_host=True, by=by
    )
    return commit_participant_list(batch, by=by)


def named(given):
    return Person.objects.get(given_name_latin=given)


def told(batch):
    return [(each.get("undone"), each.get("reason")) for each in batch.outcomes]


def counts():
    return [model.objects.count() for model in (Person, PersonPhone, Employment, Enrollment)]


def test_everything_that_the_list_made_goes(run, staff_user):
    before = counts()
    batch = added(run, staff_user)
    assert counts() == [number + 3 for number in before]
    undone = undo_participant_list(batch, by=staff_user)
    assert (undone.status, told(undone)) == ("undone", [("person", "")] * 3)
    assert counts() == before
    assert [row["given_name_latin"] for row in undone.content["rows"]] == [""] * 3
    assert [row["row_number"] for row in undone.content["rows"]] == [2, 3, 4]
    assert [column["values"] for column in undone.content["offered"]] == [[]] * 4


def test_undoing_twice_is_harmless_and_the_file_may_come_again(run, staff_user):
    batch = added(run, staff_user)
    first = undo_participant_list(batch, by=staff_user)
    again = added(run, staff_user)
    assert again.pk != batch.pk
    second = undo_participant_list(batch, by=staff_user)
    assert (second.decided_at, run.enrollments.count()) == (first.decided_at, 3)
    with pytest.raises(Refused) as no:
        commit_participant_list(batch, by=staff_user)
    assert no.value.code == "taken_back"


@pytest.mark.parametrize("prepare", [lambda *args, **kwargs: None, queue_participant_list])
def test_only_an_added_list_is_taken_back(run, staff_user, prepare):
    batch = preview_participant_list(
        run, io.BytesIO(DATA), filename="a.xlsx", works_at_host=True, by=staff_user
    )
    prepare(batch, by=staff_user)
    with pytest.raises(Refused) as no:
        undo_participant_list(batch, by=staff_user)
    assert no.value.code == "not_added"


def mark(run, person, by):
    session = SessionFactory(run=run)
    mark_attendance(session, run.enrollments.get(person=person), Presence.PRESENT, by=by)


def other_run(run, person, by):
    enroll(CourseRunFactory(), person, by=by)


def login(run, person, by):
    person.user = UserFactory()
    person.save()


BUILT = {
    "marks": (mark, "stays"),
    "other_run": (other_run, "place"),
    "login": (login, "place"),
}


@pytest.mark.parametrize("reason", BUILT)
def test_what_something_was_built_on_stays_and_says_why(run, staff_user, reason):
    batch = added(run, staff_user)
    build, undone = BUILT[reason]
    build(run, named("Dara"), staff_user)
    batch = undo_participant_list(batch, by=staff_user)
    assert told(batch) == [(undone, reason), ("person", ""), ("person", "")]
    assert Person.objects.filter(given_name_latin="Dara").exists()
    assert run.enrollments.exists() == (undone == "stays")
    assert [row["given_name_latin"] for row in batch.content["rows"]] == ["Dara", "", ""]


def test_a_merged_person_stays_with_her_place(run, staff_user):
    batch = added(run, staff_user)
    merge_people(PersonFactory(given_name_latin="Darra"), named("Dara"), by=staff_user)
    batch = undo_participant_list(batch, by=staff_user)
    assert told(batch)[0] == ("stays", "merged")
    assert run.enrollments.get().person.given_name_latin == "Darra"
    assert Person.everybody.filter(given_name_latin="Dara", merged_into__isnull=False).exists()


def test_people_known_before_leave_the_run_only(run, staff_user):
    known = PersonFactory(name_km="", family_name_latin="Sok", given_name_latin="Dara", sex="male")
    Employment.objects.create(person=known, organization=run.host, employee_number="11")
    batch = undo_participant_list(added(run, staff_user), by=staff_user)
    assert told(batch)[0] == ("place", "")
    assert Person.objects.filter(pk=known.pk).exists()
    assert not run.enrollments.exists()


def test_a_place_that_was_written_over_is_put_back(run, staff_user):
    added(run, staff_user)
    place = run.enrollments.get(person=named("Dara"))
    withdraw(place, "moved away", by=staff_user)
    before = Enrollment.objects.filter(pk=place.pk).values().get()
    again = xlsx({"B": [["Name", "Sex", "Emp. No.", "Phone", "Position"], [*PEOPLE[0], "Worker"]]})
    batch = added(run, staff_user, again)
    assert run.enrollments.get(pk=place.pk).status == "enrolled"
    batch = undo_participant_list(batch, by=staff_user)
    assert told(batch) == [("place", "")]
    assert Enrollment.objects.filter(pk=place.pk).values().get() == before
    assert not place.messages.open().exists()


def test_free_seats_go_to_the_waiting_list(staff_user):
    run = CourseRunFactory(capacity=3)
    batch = added(run, staff_user)
    waiting = EnrollmentFactory(run=run, status="waitlisted")
    undo_participant_list(batch, by=staff_user)
    waiting.refresh_from_db()
    assert waiting.status == "enrolled"


def test_a_pair_that_waits_for_an_answer_keeps_nobody(run, staff_user):
    batch = added(run, staff_user)
    DuplicateCandidate.objects.create(
        first=named("Dara"), second=named("Theary"), bits=5, reasons=["same_phone"]
    )
    batch = undo_participant_list(batch, by=staff_user)
    assert told(batch) == [("person", "")] * 3


def test_the_queries_do_not_grow_with_the_list(run, staff_user, django_assert_max_num_queries):
    many = [["Name", "Sex"], *([f"Sok {chr(97 + n % 26)}{chr(97 + n // 26)}da", "F"]
            for n in range(300))]  # fmt: skip
    batch = added(run, staff_user, xlsx({"A": many}))
    with django_assert_max_num_queries(96):
        batch = undo_participant_list(batch, by=staff_user)
    assert [each["undone"] for each in batch.outcomes] == ["person"] * 300


def test_a_list_taken_back_cannot_be_put_aside(run, staff_user):
    batch = undo_participant_list(added(run, staff_user), by=staff_user)
    with pytest.raises(Refused):
        discard_participant_list(batch, by=staff_user)
