"""What somebody came to in a year, by the clocks of the place."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from certificates.queries.years import years_of
from tests.certificates.factories import YEAR, came
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db):
    return PersonFactory()


@pytest.fixture
def meetings(db):
    return CourseFactory(title_en="Contact group", gives_certificate=False)


def test_the_year_is_the_one_that_clocks_here_show(person, meetings):
    """Midnight of Phnom Penh is five in the afternoon of the day before in Greenwich."""
    eve = timezone.make_aware(datetime(YEAR, 12, 31, 23, 30))
    for starts in (eve, eve + timedelta(hours=1)):
        session = SessionFactory(
            status="held",
            run__course=meetings,
            starts_at=starts,
            ends_at=starts + timedelta(minutes=20),
        )
        enrollment = EnrollmentFactory(run=session.run, person=person)
        AttendanceFactory(session=session, enrollment=enrollment, credited_minutes=20)

    for year in (YEAR, YEAR + 1):
        (found,) = years_of([person], year, None, date(YEAR + 1, 6, 1))[person.pk].parts
        assert found.first.year == year


def test_a_series_is_told_meeting_by_meeting_and_a_course_in_one_line(person, meetings):
    for course in (meetings, CourseFactory(title_en="Fire safety")):
        mark = came(person, 3, 10, course=course)
        for starts in (mark.session.starts_at + timedelta(days=days) for days in (0.2, 50)):
            session = SessionFactory(
                run=mark.session.run,
                status="held",
                starts_at=starts,
                ends_at=starts + timedelta(hours=1),
            )
            AttendanceFactory(session=session, enrollment=mark.enrollment, credited_minutes=60)

    (year,) = years_of([person], YEAR, None, date(YEAR + 1, 6, 1)).values()

    told = [(part.title_en, part.first, part.last, part.minutes) for part in year.parts]
    march, april = date(YEAR, 3, 10), date(YEAR, 4, 29)
    assert sorted(told) == [
        ("Contact group", march, march, 240),
        ("Contact group", april, april, 60),
        ("Fire safety", march, april, 300),
    ]
    assert year.credited_minutes == 600
