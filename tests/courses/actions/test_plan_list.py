"""Planning one course for many hosts."""

from datetime import date, time
from io import BytesIO

import pytest

from courses.actions.plan_list import ForAll, plan_list, read_plan_list
from courses.exceptions import Refused
from courses.models import CourseRun, DeliveryPattern, PatternSlot, PublicHoliday
from courses.queries.patterns import offered_patterns
from courses.rules.plan_list import WantedRun
from tests.factories import CourseFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db
LIST = "Factory,First day,Seats\nLotus,04/01/2027,30\nPalm,05/01/2027,\nLotus,04/01/2027,\n"


@pytest.fixture
def for_all():
    pattern = DeliveryPattern.objects.create(course=CourseFactory(code="HEAT"), name_en="2 hours")
    PatternSlot.objects.create(pattern=pattern, sort_order=1, starts=time(8), ends=time(10))
    return ForAll(offered_patterns().get(), (PersonFactory(),), capacity=60)


@pytest.fixture
def hosts():
    return [OrganizationFactory(name_en=name, name_km="") for name in ("Lotus", "Palm")]


def test_every_row_that_can_be_planned_is_a_run(for_all, hosts, staff_user):
    rows = read_plan_list(BytesIO(LIST.encode()))
    runs = plan_list(for_all.pattern.course, rows, for_all, by=staff_user)

    assert [(run.host, run.starts_on.day, run.capacity) for run in runs] == [
        (hosts[0], 4, 30),
        (hosts[1], 5, 60),
    ]
    assert {run.run_trainers.get().person for run in runs} == set(for_all.trainers)
    assert {run.sessions.get().planned_minutes for run in runs} == {120}
    assert {run.pattern for run in runs} == {for_all.pattern}


def test_runs_of_a_list_count_heads_where_the_pattern_does(for_all, hosts, staff_user):
    for_all.pattern.slots.update(recording="headcount")
    again = ForAll(offered_patterns().get(), for_all.trainers)
    rows = [WantedRun("", 2, "Lotus", date(2027, 1, 4))]

    (run,) = plan_list(again.pattern.course, rows, again, by=staff_user)

    assert run.sessions.get().counts_heads


def test_the_same_list_again_plans_nothing(for_all, hosts, staff_user):
    rows = read_plan_list(BytesIO(LIST.encode()))
    plan_list(for_all.pattern.course, rows, for_all, by=staff_user)

    with pytest.raises(Refused) as no:
        plan_list(for_all.pattern.course, rows, for_all, by=staff_user)

    assert no.value.code == "nothing_to_plan"
    assert CourseRun.objects.count() == 2


def test_the_first_day_is_taken_and_later_ones_step_over_holidays(for_all, hosts, staff_user):
    PatternSlot.objects.create(
        pattern=for_all.pattern, starts=time(8), ends=time(10), days_after=1, sort_order=2
    )
    PublicHoliday.objects.create(
        name_en="Day", starts_on=date(2027, 1, 5), ends_on=date(2027, 1, 5)
    )
    again = ForAll(offered_patterns().get(), for_all.trainers)
    rows = [WantedRun("", 2, "Lotus", date(2027, 1, 4))]

    (run,) = plan_list(again.pattern.course, rows, again, by=staff_user)

    assert [session.day.day for session in run.sessions.all()] == [4, 6]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty"), (b"\x00\x01", None), (b"Name,Sex\nA,F\n", "no_heading")],
)
def test_what_is_wrong_with_a_file_is_said(content, code):
    with pytest.raises(Refused) as no:
        read_plan_list(BytesIO(content))
    assert code in (None, no.value.code)
    assert no.value.sentence
