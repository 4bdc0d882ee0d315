"""Staff see what waits to be mended, by whose business it is, each one click from its repair."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.admin.quality import ROWS_ON_A_PAGE
from courses.models import CourseRun, DuplicateCandidate, Employment, Person
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
BOARD = "/admin/training/quality/"
YESTERDAY = timezone.now() - timedelta(days=1)


@pytest.fixture
def run(db):
    return CourseRunFactory(owner=UserFactory(first_name="Sok", last_name="Planner"))


def person(**details):
    return PersonFactory(**{"sex": "female", "compared_at": YESTERDAY} | details)


def past_session(run, days=1):
    start = timezone.now() - timedelta(days=days)
    return SessionFactory(run=run, starts_at=start, ends_at=start + timedelta(hours=3))


def table(page):
    """Numbers of the lines by their words."""
    return {str(line.label): [cell.number for cell in line.cells] for line in page.context["lines"]}


def first_link(page):
    """Where the first row of a list leads."""
    return page.context["rows"][0]["repair"]


def cell(staff, label, column=0):
    lines = {str(line.label): line.cells for line in staff.get(BOARD).context["lines"]}
    return staff.get(lines[label][column].url, follow=True)


def test_an_empty_board_says_so(staff):
    assert reverse("courses_quality") == BOARD
    assert "Nothing waits to be mended." in staff.get(BOARD).text


def test_people_are_counted_once_and_by_who_planned_the_run(staff, run):
    unknown = person(sex="not_stated")
    for each in (run, CourseRunFactory(owner=run.owner), CourseRunFactory(owner=None)):
        EnrollmentFactory(run=each, person=unknown)
    page = staff.get(BOARD)
    assert table(page) == {"Sex not stated": [1, 1]}
    assert list(page.context["owners"]) == ["Sok Planner", "Nobody named"]


def test_a_missing_sex_leads_to_the_person(staff, run):
    enrollment = EnrollmentFactory(run=run, person=person(sex="not_stated"))
    edit = reverse("training_people:edit", args=[enrollment.person_id])
    assert first_link(cell(staff, "Sex not stated")) == edit
    Person.objects.update(sex="male")
    assert table(staff.get(BOARD)) == {}


def test_a_person_without_job_or_organization_leads_to_the_enrolment(staff, run):
    enrollment = EnrollmentFactory(run=run, person=person(), employer=None)
    edit = reverse("training_enrolments:edit", args=[enrollment.pk])
    page = cell(staff, "People without an organization")
    assert first_link(page) == edit
    Employment.objects.create(person=enrollment.person, organization=run.host, role="worker")
    assert table(staff.get(BOARD)) == {}


def test_registers_not_opened_and_not_closed_lead_to_the_register(staff, run):
    empty, marked = past_session(run), past_session(run, 2)
    enrollment = EnrollmentFactory(run=run, person=person())
    AttendanceFactory(session=marked, enrollment=enrollment)
    closed = past_session(run, 3)
    closed.closed_at = closed.ends_at
    closed.save()
    links = {
        label: first_link(cell(staff, label))
        for label in ("Sessions past, nobody marked", "Registers not closed")
    }
    assert list(links.values()) == [
        reverse("courses:register", args=[each.uuid]) for each in (empty, marked)
    ]


def test_a_run_over_and_not_closed_is_its_lead_trainers_and_leads_to_its_page(staff, run):
    CourseRun.objects.update(starts_on=YESTERDAY.date(), ends_on=YESTERDAY.date())
    assert table(staff.get(BOARD)) == {"Runs over and not closed": [1]}
    lead = person(name_km="", family_name_latin="Keo", given_name_latin="Lead")
    run.run_trainers.create(person=lead, is_lead=True)
    assert list(staff.get(BOARD).context["owners"]) == ["Keo Lead"]
    page = cell(staff, "Runs over and not closed")
    assert first_link(page) == reverse("courses:run", args=[run.uuid]) + "#close"
    assert page.context["rows"][0]["run"] == run
    CourseRun.objects.update(status="closed")
    assert table(staff.get(BOARD)) == {}


def test_a_walk_in_waits_until_compared_and_answered(staff, run):
    enrollment = EnrollmentFactory(run=run, person=person(compared_at=None), source="walk_in")
    assert table(staff.get(BOARD)) == {"Walk-ins not matched": [1]}
    Person.objects.update(compared_at=YESTERDAY)
    assert table(staff.get(BOARD)) == {}
    pair = sorted([enrollment.person, person()], key=lambda each: each.pk)
    DuplicateCandidate.objects.create(first=pair[0], second=pair[1], bits=5)
    assert table(staff.get(BOARD)) == {
        "Walk-ins not matched": [1],
        "People who may be on record twice": [1],
    }


def test_possible_duplicates_lead_to_the_queue_of_that_owner(staff, run):
    people = [person(), person()]
    EnrollmentFactory(run=run, person=people[0])
    DuplicateCandidate.objects.create(first=people[0], second=people[1], bits=5)
    page = cell(staff, "People who may be on record twice")
    assert page.request["QUERY_STRING"] == f"owner=u{run.owner_id}"
    assert page.context["pair"].first == people[0]


@pytest.mark.parametrize("address", ["nothing/", "sex/?owner=x", "sex/?owner=u9999999999999999"])
def test_an_address_that_says_nothing_is_not_found(staff, address):
    assert staff.get(BOARD + address, follow=True).status_code == 404


def test_a_long_list_has_pages(staff, run):
    for _number in range(ROWS_ON_A_PAGE + 1):
        EnrollmentFactory(run=run, person=person(sex="not_stated"))
    page = cell(staff, "Sex not stated")
    assert len(page.context["rows"]) == ROWS_ON_A_PAGE
    last = staff.get(f"{BOARD}sex/?owner=u{run.owner_id}&p=2")
    assert len(last.context["rows"]) == 1


@pytest.mark.parametrize("rows", [1, 30])
def test_the_board_and_its_lists_take_the_same_queries(staff, rows, django_assert_num_queries, run):
    for _number in range(rows):
        each = CourseRunFactory(owner=UserFactory())
        EnrollmentFactory(run=each, person=person(sex="not_stated"))
        EnrollmentFactory(run=run, person=person(sex="not_stated"))
        past_session(each)
    staff.get(BOARD)
    with django_assert_num_queries(BOARD_QUERIES):
        staff.get(BOARD)
    with django_assert_num_queries(LIST_QUERIES):
        staff.get(f"{BOARD}sex/?owner=u{run.owner_id}")


BOARD_QUERIES, LIST_QUERIES = 19, 12
