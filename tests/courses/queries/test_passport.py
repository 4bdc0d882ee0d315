"""The training record that a person shows to others."""

import pytest
from wagtail import hooks

from courses.adapters.paper.facts import Words
from courses.models import Channel
from courses.queries.passport import Paper, passport_of
from tests.certificates.factories import met_completion
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    EnrollmentFactory,
    InvitationFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return PersonFactory()


def attended(person, title="Fire safety", half_days=1, *, place=(), **run):
    run.setdefault("run__course", CourseFactory(title_en=title))
    first = SessionFactory(status="held", **run)
    row = EnrollmentFactory(run=first.run, person=person, **dict(place))
    AttendanceFactory(session=first, enrollment=row)
    for n in range(1, half_days):
        later = SessionFactory(run=first.run, status="held", day_offset=n)
        AttendanceFactory(session=later, enrollment=row)
    return row


def titles(passport):
    return [entry.title.en for entry in passport.entries]


def test_only_what_was_attended_is_told_with_hours_and_completion(person):
    attended(person, "Begun", half_days=2)
    met_completion(person=person, course__title_en="Completed")
    EnrollmentFactory(person=person)
    absent = EnrollmentFactory(person=person)
    AttendanceFactory(
        session=SessionFactory(run=absent.run, status="held"), enrollment=absent,
        presence="absent", credited_minutes=0,
    )  # fmt: skip
    given_up = attended(person, "Given up")
    type(given_up).objects.filter(pk=given_up.pk).update(status="withdrawn")

    passport = passport_of(person)

    told = {each.title.en: each for each in passport.entries}
    assert set(told) == {"Begun", "Completed"}
    assert (told["Begun"].half_days, told["Begun"].minutes, told["Begun"].met_on) == (2, 360, None)
    assert told["Completed"].met_on and passport.minutes == 540


def test_the_private_ones_are_found_and_left_out(person):
    union = OrganizationFactory(kind="federation", sector="")
    attended(person, "Open")
    attended(person, "Held by the union", run__host=union)
    attended(person, "Sent by the union", place={"employer": union})
    named = attended(person, "Named by the union")
    invitation = InvitationFactory(run=named.run, organization=union, channel=Channel.UNION)
    type(named).objects.filter(pk=named.pk).update(invitation=invitation)
    sensitive = CourseFactory(title_en="Harassment", topics=[TopicFactory(is_sensitive=True)])
    attended(person, run__course=sensitive)
    leaders = CourseFactory(title_en="Leaders", audience=["union_leader"])
    attended(person, run__course=leaders)

    passport = passport_of(person)

    assert len(passport.entries) == 6 and passport.has_private
    assert titles(passport.shown(with_private=False)) == ["Open"]
    assert passport.shown(with_private=True) == passport


def test_papers_of_other_apps_stand_with_their_course_alone(person):
    shown = attended(person, "Open")
    union = OrganizationFactory(kind="federation", sector="")
    hidden = attended(person, "Union", run__host=union)

    def papers(who):
        return [
            Paper(row.pk, Words(), f"N-{row.pk}", row.run.starts_on, None, "")
            for row in (shown, hidden)
        ]

    with hooks.register_temporarily("courses_passport_papers", papers):
        passport = passport_of(person)

    assert passport.papers >= 2
    (entry,) = passport.shown(with_private=False).entries
    assert [paper.serial for paper in entry.papers] == [f"N-{shown.pk}"]


@pytest.mark.parametrize("number", [1, 30])
def test_a_long_history_asks_as_little_as_a_short_one(person, number, django_assert_num_queries):
    for _n in range(number):
        attended(person)
    with django_assert_num_queries(2):
        assert len(passport_of(person).entries) == number
