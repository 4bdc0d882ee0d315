"""Refreshers that are due: who is on the list and who is not, and how they come onto a run."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from certificates.actions.certificates import issue_certificate
from certificates.models import Certificate
from courses.models import Employment, Enrollment, ExportLog
from tests.certificates.factories import met_completion
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
)

pytestmark = pytest.mark.django_db
LIST, ENROL = "training_due:index", "training_due:enrol"


@pytest.fixture
def course():
    return CourseFactory(code="FIRE")


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


def expiring(course, days, **values):
    """A certificate of another person that expires in so many days."""
    paper = issue_certificate(met_completion(course=course, **values), by=None)
    paper.expires_on = timezone.localdate() + timedelta(days=days)
    paper.save(update_fields=["expires_on"])
    return paper


def coming(course, **values):
    day = timezone.localdate() + timedelta(days=10)
    return CourseRunFactory(course=course, starts_on=day, **values)


def listed(client, **query):
    return list(client.get(reverse(LIST), query).context["object_list"])


def test_who_expires_is_listed_the_first_to_expire_first_and_who_renewed_is_not(staff, course):
    soon, over = expiring(course, 20), expiring(course, -5)
    expiring(course, 800)
    renewed = expiring(course, 10)
    issue_certificate(met_completion(course=course, person=renewed.person), by=None)
    other_kind = expiring(course, 15)
    Certificate.objects.filter(pk=other_kind.pk).update(kind="refresher")
    issue_certificate(met_completion(course=course, person=other_kind.person), by=None)

    assert listed(staff) == [over, soon]
    assert listed(staff, within="expired") == [over]
    assert listed(staff, within="1") == [over, soon]
    assert listed(staff, q=soon.serial) == [soon]


def test_filters_by_course_province_and_organization_hold_for_the_file_too(staff, course):
    factory = OrganizationFactory(name_en="Rattana Shoes", province_id="12")
    wanted, other = expiring(course, 20), expiring(CourseFactory(), 30)
    Enrollment.objects.filter(pk=wanted.enrollment_id).update(employer=factory, province_id="12")

    for query in ({"course": course.pk}, {"province": "12"}, {"organization": "rattana"}):
        assert listed(staff, **query) == [wanted]
    url = reverse(LIST, query={"organization": "rattana", "export": "csv"})
    file = b"".join(staff.post(url, {"purpose": "delivery"}).streaming_content).decode()
    assert wanted.serial in file and "Rattana Shoes" in file and other.serial not in file
    assert ExportLog.objects.get().filters == {}


def test_chosen_people_are_enrolled_each_with_a_result(staff, course):
    first, second, third = (expiring(course, days) for days in (5, 6, 7))
    elsewhere = expiring(CourseFactory(), 5)
    run = coming(course, roles=["worker"])
    Employment.objects.create(person=first.person, organization=run.host, role="worker")
    coming(CourseFactory())

    (offer,) = staff.get(reverse(ENROL)).context["runs"]
    page = staff.post(reverse(ENROL) + offer[2], {"chosen": [first.pk, second.pk]})
    results = {
        row.pk: (is_offered, bool(refusal), place)
        for row, is_offered, _name, _employer, refusal, place in page.context["people"]
    }

    assert (offer[0], offer[1]) == (run, 3)
    assert results == {
        first.pk: (False, False, "Enrolled"),
        second.pk: (True, True, ""),
        third.pk: (True, False, ""),
    }
    assert [place.person for place in run.enrollments.all()] == [first.person]
    assert [row.coming_run for row in listed(staff, q=first.serial)] == [run.code]
    wrong = staff.post(reverse(ENROL) + offer[2], {"chosen": [elsewhere.pk]})
    assert wrong.context["form"].errors


def test_the_lists_ask_the_same_for_one_and_for_thirty(
    staff, course, django_assert_max_num_queries
):
    paper, run = expiring(course, 5), coming(course)
    urls = {reverse(LIST): 12, reverse(ENROL, query={"run": str(run.uuid)}): 13}
    for url in urls:
        staff.get(url)
    pages = [ask(staff, url, most, django_assert_max_num_queries) for url, most in urls.items()]
    assert all(page.text.count("SALA-") == 1 for page in pages)
    for number, place in enumerate(EnrollmentFactory.create_batch(29, run=paper.enrollment.run)):
        paper.pk, paper.uuid, paper.enrollment, paper.person = None, uuid4(), place, place.person
        paper.code, paper.serial = f"CODE{number}", f"SALA-2026-1{number:05}"
        paper.save(force_insert=True)
    pages = [ask(staff, url, most, django_assert_max_num_queries) for url, most in urls.items()]
    assert all(page.text.count("SALA-") == 30 for page in pages)


def ask(client, url, most, at_most):
    with at_most(most):
        return client.get(url)
