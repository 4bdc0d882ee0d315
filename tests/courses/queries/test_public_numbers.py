"""What a frozen report tells of a year is what was counted."""

from datetime import date

import pytest
from django.utils import timezone

from courses.actions.snapshots import approve_snapshot, freeze_report
from courses.models import ReportSnapshot, Topic
from courses.queries.public_numbers import may_be_prepared, public_content, year_counts
from courses.rules.public_numbers import cube_of
from courses.rules.reach import Filters
from courses.rules.suppression import publish
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2025, 5, 5)


@pytest.fixture
def year(staff_user):
    """In May two women and a man came to a course of two topics."""
    topics = [TopicFactory(slug="safety"), TopicFactory(slug="rights")]
    run = CourseRunFactory(course=CourseFactory(topics=topics), starts_on=DAY)
    session = SessionFactory(run=run, status="held")
    for sex in ("female", "male", "female"):
        enrollment = EnrollmentFactory(run=run, person=PersonFactory(sex=sex))
        AttendanceFactory(session=session, enrollment=enrollment)
    return freeze(staff_user)


def freeze(staff_user, **filters):
    period = {"start": date(2025, 1, 1), "end": date(2025, 12, 31), **filters}
    asked = Filters(**period, now=timezone.localtime())
    return approve_snapshot(freeze_report(asked, "Year", by=staff_user), by=staff_user)


def test_every_way_tells_the_same_participations(year):
    counts = year_counts(year)
    cube = cube_of(counts)

    def count(**where):
        return cube.counts["participations", tuple(sorted(where.items()))]

    assert count() == count(quarter="q2") == count(topic="safety") == count(topic="rights") == 3
    assert count(sex="female") == count(quarter="q2", sex="female") == 2
    assert (count(quarter="q1"), count(topic="unknown")) == (0, 0)
    assert cube.counts["people", (("sex", "male"),)] == 1
    assert cube.counts["attendances", ()] == 3
    assert len(counts.values["province"]) == 26


def test_a_topic_that_is_gone_keeps_its_name_and_its_counts(year):
    Topic.objects.get(slug="rights").delete()
    counts = year_counts(year)
    gone = next(slug for slug in counts.values["topic"] if slug.startswith("topic-"))
    content = public_content(year, publish(cube_of(counts)))

    assert sum(counts.participations["topic"][gone].values()) == 3
    assert content["labels"]["topic"][gone]["en"]


def test_definitions_and_words_go_with_the_figures_in_both_languages(year):
    content = public_content(year, publish(cube_of(year_counts(year))))

    codes = {each["code"] for each in content["definitions"]}
    assert codes == {"R1", "R2", "R3", "R9", "R14", "R17", "R21H", "R5"}
    assert {each["definition"] for each in content["tables"]} <= codes
    assert content["labels"]["quarter"]["q2"] == {"en": "Apr–Jun", "km": "មេសា–មិថុនា"}
    assert content["labels"]["sex"]["unknown"]["en"] == "Sex unknown"


def test_only_whole_approved_years_of_everybody_are_offered(year, staff_user):
    freeze(staff_user, end=date(2025, 6, 30))
    freeze(staff_user, only={"sector": frozenset(["garment"])})

    assert list(may_be_prepared(ReportSnapshot.objects.all())) == [year]
