"""Many people at the same moment: seats are never oversold, nobody is on a run or merged twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID

import pytest
from django.db import close_old_connections, connection, transaction
from django.utils import timezone

from courses.actions.attendance import Mark, mark_register
from courses.actions.enrollment import enroll
from courses.actions.merging import merge_people
from courses.actions.nomination_taking import take_nominations
from courses.actions.nominations import Nominee, change_nomination, nominate_people
from courses.actions.organizations import (
    merge_organizations,
    place_organization,
    rename_organization,
)
from courses.actions.snapshots import approve_snapshot, freeze_report
from courses.choices import EnrollmentSource, Presence
from courses.exceptions import Refused
from courses.models import (
    Attendance,
    AttendanceEvent,
    Organization,
    OrganizationName,
    Person,
    PersonMerge,
    ReportSnapshot,
)
from courses.rules.organizations import Names
from courses.rules.reach import Filters
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    InvitationFactory,
    NominationFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.usefixtures("committed_db")
AT_ONCE = 12


def at_once(action, items):
    """Run the action for every item on threads of their own; returns results or refusal codes."""

    def run(item):
        close_old_connections()
        try:
            return action(item)
        except Refused as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(run, items))


def test_ten_seats_for_thirty_people():
    run = CourseRunFactory(capacity=10)
    people = PersonFactory.create_batch(30)

    results = at_once(
        lambda person: enroll(run, person, by=None, source=EnrollmentSource.SELF).status, people
    )

    assert sorted(results) == ["enrolled"] * 10 + ["waitlisted"] * 20
    assert run.enrollments.enrolled().count() == 10


def test_one_person_who_clicks_ten_times():
    run, person = CourseRunFactory(capacity=5), PersonFactory()

    results = at_once(
        lambda _n: enroll(run, Person.objects.get(pk=person.pk), by=None).status, range(10)
    )

    assert sorted(results) == ["already_enrolled"] * 9 + ["enrolled"]


def test_one_tap_delivered_ten_times():
    session, user = SessionFactory(), UserFactory()
    enrollment = EnrollmentFactory(run=session.run)
    tap = Mark(enrollment.pk, Presence.PRESENT)

    results = at_once(lambda _n: mark_register(session, [tap], by=user), range(10))

    assert sorted(results) == [0] * 9 + [1]
    assert (Attendance.objects.count(), AttendanceEvent.objects.count()) == (1, 1)


def test_two_records_merged_both_ways_at_once():
    session, user = SessionFactory(), UserFactory()
    one, other = (EnrollmentFactory(run=session.run).person for _each in range(2))

    results = at_once(
        lambda pair: merge_people(*pair, by=user).absorbed.merged_into_id,
        [(one, other), (other, one)] * 4,
    )

    merge = PersonMerge.objects.get()
    refused = sorted(result for result in results if isinstance(result, str))
    assert results.count(merge.kept_id) == 1
    assert refused == ["already_merged"] * 3 + ["merged_meanwhile"] * 4
    assert list(Person.objects.filter(pk__in=[one.pk, other.pk])) == [merge.kept]


def test_two_groups_moved_below_each_other_at_once():
    one, other = (OrganizationFactory(kind="group") for _each in range(2))

    def move(pair):
        row, parent = (Organization.objects.get(pk=each.pk) for each in pair)
        with transaction.atomic():
            row.parent = parent
            place_organization(row)
            row.save()
        return "moved"

    results = at_once(move, [(one, other), (other, one)] * 5)

    assert set(results) == {"moved", "loop"}
    assert Organization.objects.exclude(parent=None).count() == 1


def test_two_organizations_merged_both_ways_at_once():
    one, other, user = OrganizationFactory(), OrganizationFactory(), UserFactory()

    results = at_once(
        lambda pair: merge_organizations(*pair, by=user).status, [(one, other), (other, one)] * 5
    )

    assert results.count("merged") == 1
    assert set(results) <= {"merged", "already_merged", "merged_meanwhile"}
    assert Organization.objects.active().count() == 1


def test_one_renaming_clicked_ten_times():
    row, user = OrganizationFactory(), UserFactory()
    day = timezone.localdate()

    results = at_once(
        lambda _n: rename_organization(row, Names("New name"), on=day, by=user).name, range(10)
    )

    assert results.count("same_name") == 9
    assert OrganizationName.objects.count() == 1


def test_two_seats_of_an_organization_named_by_ten_browsers_twice_each():
    invitation = InvitationFactory(seats=2)

    def name(number):
        nominee = Nominee(given_name_latin=f"Dara{chr(97 + number // 2)}")
        return len(nominate_people(invitation, [(UUID(int=number // 2 + 1), nominee)]))

    results = at_once(name, range(20))

    assert invitation.nominations.count() == 2
    assert results.count(1) == 2
    assert set(results) <= {0, 1, "no_seats_left"}


def test_names_are_taken_while_their_organization_changes_them():
    invitation = InvitationFactory(seats=12, run__capacity=3)
    rows = [
        NominationFactory(invitation=invitation, name_km="", given_name_latin="Sok" + "a" * n)
        for n in range(1, 7)
    ]

    def act(number):
        row = rows[number % len(rows)]
        if number < len(rows):
            return len(take_nominations(invitation, rows, by=None))
        return change_nomination(row, Nominee(given_name_latin="Dara")).given_name_latin

    results = at_once(act, range(2 * len(rows)))

    taken = [result for result in results if isinstance(result, int)]
    assert sorted(taken) == [0, 0, 0, 0, 0, 6]
    assert set(results) - set(taken) <= {"Dara", "taken_already"}
    assert invitation.run.enrollments.enrolled().count() == 3
    assert invitation.run.enrollments.count() == 6


def test_one_of_many_reports_takes_the_place_of_another():
    user, filters = UserFactory(), Filters(date(2026, 1, 1), date(2026, 1, 31))
    first = freeze_report(filters, "First", by=user)

    results = at_once(
        lambda number: freeze_report(filters, f"{number}", by=user, restates=first).restates_id,
        range(4),
    )

    assert sorted(map(str, results)) == [str(first.pk), *["restated_already"] * 3]
    assert ReportSnapshot.objects.count() == 2


def test_a_report_is_approved_once_by_many():
    user = UserFactory()
    frozen = freeze_report(Filters(date(2026, 1, 1), date(2026, 1, 31)), "First", by=user)

    results = at_once(lambda _n: bool(approve_snapshot(frozen, by=user).approved_at), range(8))

    assert sorted(map(str, results)) == ["True", *["approved_already"] * 7]
